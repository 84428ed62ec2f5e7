import { limitNamed } from '../../complaints/limits.ts';
import { publicAnswers } from '../../complaints/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { dayOf } from '../../values/date.ts';
import type { Portal } from '../portal.ts';

/** What everybody sees of what was put to a unit about a record: never who, and nothing that no second officer read. */
export interface PublicAnswers {
  lines: { text: string; state: string; isLate: boolean; answer: string | null }[];
  /** 有异议等待答复：依…, null where nothing suspends it. */
  suspended: string | null;
}

export function answersOn(portal: Portal, ocid: string, locale: Locale): PublicAnswers {
  const t = labels(locale).complaints;
  const today = dayOf(portal.now());
  const found = publicAnswers(portal.database, ocid);
  const suspending = found.find(({ rule, closedAt }) => closedAt === null && limitNamed(rule)?.suspends);
  const limit = suspending && limitNamed(suspending.rule)!;
  return {
    lines: found.map(({ way, unit, filedAt, state, dueOn, closedAt, text }) => {
      const isLate = closedAt === null && dueOn !== null && dueOn < today;
      const word = closedAt !== null ? (state === 'refused' ? 'refused' : 'answered') : isLate ? 'late' : 'running';
      return {
        text: fill(t.answerLine, { way: t.ways[way], day: dayOf(filedAt), unit }),
        state: fill(t.answerState[word], { day: dueOn ?? '' }),
        isLate,
        answer: text,
      };
    }),
    suspended: limit ? fill(t.suspendedBy, { law: limit.law + limit.article }) : null,
  };
}
