import { isPaused, limitNamed } from '../../complaints/limits.ts';
import type { State } from '../../complaints/complaint.ts';
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
    lines: found.map(({ way, rule, unit, filedAt, state, dueOn, closedAt, text }) => {
      const closedOn = closedAt === null ? null : dayOf(closedAt);
      const isLate = dueOn !== null && dueOn < (closedOn ?? today) && !isPaused({ rule, state });
      const word = wordOf(state, closedOn, isLate);
      return {
        text: fill(t.answerLine, { way: t.ways[way], day: dayOf(filedAt), unit }),
        state: fill(t.answerState[word], { day: dueOn ?? '', closed: closedOn ?? '' }),
        isLate,
        answer: text,
      };
    }),
    suspended: limit ? fill(t.suspendedBy, { law: limit.law + limit.article }) : null,
  };
}

function wordOf(state: State, closedOn: string | null, isLate: boolean) {
  if (closedOn === null) return isLate ? 'late' : state === 'asked' ? 'asked' : 'running';
  if (state === 'refused') return 'refused';
  return isLate ? 'answeredLate' : 'answered';
}
