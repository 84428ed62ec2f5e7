import { verdictsOf } from '../clock/storage.ts';
import type { Database } from '../database/database.ts';
import type { Locale } from '../locales/labels.ts';
import { whereNow } from '../notices/decisions/storage.ts';
import { verdictsOfDraft } from '../notices/drafts/judgement.ts';
import type { Draft } from '../notices/drafts/draft.ts';
import { verdictLines, type VerdictLine } from '../views/clock/verdict-line.ts';
import { dayOf } from '../values/date.ts';

/** What publishing a draft now would show of its periods; told beside its dates, and again to who reviews it. */
export type DraftVerdict = Pick<
  VerdictLine,
  'rule' | 'title' | 'verdict' | 'word' | 'tone' | 'count' | 'dates' | 'law'
>;

export function draftVerdicts(database: Database, draft: Draft, now: number, locale: Locale): DraftVerdict[] {
  return verdictLines(verdictsOfDraft(database, draft, now), dayOf(now), locale).map(
    ({ rule, title, verdict, word, tone, count, dates, law }) => ({
      rule,
      title,
      verdict,
      word,
      tone,
      count,
      dates,
      law,
    }),
  );
}

/** What a record's periods read now: those that a unit may want to explain. */
export function recordVerdicts(database: Database, draft: Draft, now: number, locale: Locale): DraftVerdict[] {
  const ocid = draft.follows;
  if (ocid === null) return [];
  return verdictLines(verdictsOf(database, whereNow(database, ocid)), dayOf(now), locale).filter(
    ({ verdict }) => verdict === 'broken' || verdict === 'border',
  );
}
