import { isInForce, type Period } from '../clock/period.ts';
import { isQuantity } from '../clock/quantity.ts';
import { verdictsOf } from '../clock/storage.ts';
import type { Database } from '../database/database.ts';
import { fill, labels, type Locale } from '../locales/labels.ts';
import { whereNow } from '../notices/decisions/storage.ts';
import { verdictsOfDraft } from '../notices/drafts/judgement.ts';
import type { Draft } from '../notices/drafts/draft.ts';
import { findRegister } from '../registers/registers.ts';
import { verdictLines, type VerdictLine } from '../views/clock/verdict-line.ts';
import { dayOf } from '../values/date.ts';

/** What publishing a draft now would show of its periods; told beside its dates, and again to who reviews it. */
export type DraftVerdict = Pick<
  VerdictLine,
  'rule' | 'title' | 'verdict' | 'word' | 'tone' | 'count' | 'dates' | 'law'
> & {
  /** The date of the draft that it concerns, by the path of its field; null where it concerns none of them. */
  path: string | null;
  /** Which day would do, where the date is not there yet or does not: 不早于2026-12-17. '' else. */
  bound: string;
};

export function draftVerdicts(database: Database, draft: Draft, now: number, locale: Locale): DraftVerdict[] {
  return verdictLines(verdictsOfDraft(database, draft, now), dayOf(now), locale).map((line) => {
    const { rule, title, verdict, word, tone, count, dates, law } = line;
    const concerned = concernedBy(line, draft);
    const bound = concerned?.isTarget ? boundOf(line, concerned.period, locale) : '';
    const path = concerned && `fields.${concerned.name}`;
    return { rule, title, verdict, word, tone, count, dates, law, path, bound };
  });
}

interface Concerned {
  name: string;
  period: Period;
  /** The period ends on it, rather than begins. */
  isTarget: boolean;
}

/** The date on which a period ends stands before that on which it begins, and what is filled before what is not. */
function concernedBy({ rule, triggerOn }: VerdictLine, { register, kind, content }: Draft): Concerned | null {
  const found = findRegister(register);
  const shape = found?.kinds[kind]?.fields.shape ?? {};
  const versions = found?.periods?.rules.filter(({ id }) => id === rule) ?? [];
  const period = versions.find((version) => triggerOn === null || isInForce(version, triggerOn)) ?? versions[0];
  if (!period || isQuantity(period)) return null;
  const own = (references: string) =>
    references.split('|').flatMap((reference) => {
      const [of, name = ''] = /[.@]/.test(reference) ? reference.split(/[.@]/) : [kind, reference];
      return of === kind && name in shape ? [name] : [];
    });
  for (const [names, isTarget] of [
    [own(period.target), true],
    [own(period.trigger), false],
  ] as const) {
    const name = names.find((one) => content.fields?.[one] !== undefined) ?? names[0];
    if (name !== undefined) return { name, period, isTarget };
  }
  return null;
}

function boundOf({ verdict, dueOn }: VerdictLine, { operator }: Period, locale: Locale): string {
  const t = labels(locale).office.form.bounds;
  if (dueOn === null || !['missing', 'broken', 'border'].includes(verdict)) return '';
  return fill(verdict === 'border' ? t.border : t[operator], { day: dueOn });
}

/** The verdicts of a draft by the path of the date they concern. */
export function verdictsByPath(verdicts: readonly DraftVerdict[]): Map<string, DraftVerdict[]> {
  const paths = verdicts.flatMap(({ path }) => path ?? []);
  return new Map(paths.map((path) => [path, verdicts.filter((one) => one.path === path)]));
}

/** What a record's periods read now: those that a unit may want to explain. */
export function recordVerdicts(database: Database, draft: Draft, now: number, locale: Locale): VerdictLine[] {
  const ocid = draft.follows;
  if (ocid === null) return [];
  return verdictLines(verdictsOf(database, whereNow(database, ocid)), dayOf(now), locale).filter(
    ({ verdict }) => verdict === 'broken' || verdict === 'border',
  );
}
