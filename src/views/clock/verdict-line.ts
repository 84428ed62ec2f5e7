import { lawText } from '../laws/law-text.ts';
import { standingOf, unrolled, type Verdict } from '../../clock/judge.ts';
import { isInForce, type Period } from '../../clock/period.ts';
import { isQuantity, type AnyRule, type Quantity } from '../../clock/quantity.ts';
import type { VerdictRow } from '../../clock/storage.ts';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { findRegister } from '../../registers/registers.ts';
import type { Day } from '../../values/date.ts';
import { lawPath } from '../address.ts';

/** One verdict in words: what the panel of a record shows and its JSON answers. */
export interface VerdictLine {
  rule: string;
  title: string;
  /** As it reads today: a running limit that has run out is violated, where its publication is owed. */
  verdict: Verdict;
  word: string;
  /** Why nothing was judged, as a code; null where something was. */
  reason: string | null;
  tone: 'kept' | 'broken' | 'border' | 'running' | 'unknown';
  /** 规定不超过3日. */
  period: string;
  /** 实际5日，规定不超过3日. */
  count: string;
  /** 10-09—10-14, or why nothing was counted. */
  dates: string;
  without: number | null;
  with: number | null;
  /** Of a rule that counts or compares: the number, in the unit of the rule. */
  measured: number | null;
  triggerOn: Day | null;
  targetOn: Day | null;
  dueOn: Day | null;
  law: string;
  lawPath: string | null;
  /** The rule was not compared with its source yet. */
  unverified: boolean;
  /** The notice it runs from, by its id. */
  release: number;
  explanation: string | null;
}

const TONES: Record<Verdict, VerdictLine['tone']> = {
  kept: 'kept',
  broken: 'broken',
  border: 'border',
  running: 'running',
  missing: 'unknown',
  uncovered: 'unknown',
  unseen: 'unknown',
  notApplicable: 'unknown',
};
/** What a reader must see first. */
const ORDER: readonly Verdict[] = [
  'broken',
  'border',
  'running',
  'kept',
  'unseen',
  'missing',
  'uncovered',
  'notApplicable',
];

export function verdictLines(
  rows: readonly VerdictRow[],
  today: Day,
  locale: Locale,
  explanations: ReadonlyMap<string, string> = new Map(),
): VerdictLine[] {
  return (
    rows
      // A limit whose first day is still to come says nothing yet.
      .filter((row) => !(row.verdict === 'running' && row.triggerOn !== null && row.triggerOn > today))
      .flatMap((row) => verdictLine(row, today, locale, explanations) ?? [])
      .toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict))
  );
}

export function verdictLine(
  row: VerdictRow,
  today: Day,
  locale: Locale,
  explanations: ReadonlyMap<string, string> = new Map(),
): VerdictLine | null {
  const register = findRegister(row.register);
  const versions = register?.periods?.rules.filter(({ id }) => id === row.rule) ?? [];
  const rule = versions.find((version) => row.triggerOn === null || isInForce(version, row.triggerOn)) ?? versions[0];
  if (!register || !rule) return null;
  const t = labels(locale).clock;
  const standing = standingOf(row, row.publication, today);
  // The rule wants a publication, and the portal does not take all of them.
  // A rule that was not compared with its source accuses nobody.
  const isVerified = rule.verifiedOn !== null;
  const isUnseen = rule.publication && !row.publication && row.verdict === 'running' && standing === 'missing';
  const verdict: Verdict = isUnseen ? 'unseen' : standing;
  // What is only overdue was not done wrongly: it was not seen.
  const isOverdue = row.verdict === 'running' && standing === 'broken';
  return {
    rule: row.rule,
    title: register.labels[language(locale)].periods?.[row.rule] ?? row.rule,
    verdict,
    word: isOverdue ? (isVerified ? t.owedWord : t.owedDoubtful) : wordOf(verdict, row.reason, isVerified, locale),
    reason: row.reason,
    tone: verdict === 'broken' && !isVerified ? 'unknown' : TONES[verdict],
    period: ruleText(rule, locale),
    count: isQuantity(rule) ? measuredText(row, rule, verdict, locale) : countText(row, rule, verdict, today, locale),
    dates: isQuantity(rule) ? fill(t.publishedOn, { day: row.triggerOn! }) : datesText(row, rule, locale),
    without: row.without,
    with: row.inclusive,
    measured: row.measured,
    triggerOn: row.triggerOn,
    targetOn: row.targetOn,
    dueOn: row.dueOn,
    law: lawText(rule, locale),
    lawPath: lawPath(rule.page, rule.article),
    unverified: !isVerified,
    release: row.triggerRelease,
    explanation: explanations.get(row.rule) ?? null,
  };
}

function wordOf(verdict: Verdict, reason: string | null, isVerified: boolean, locale: Locale): string {
  const t = labels(locale).clock;
  const own = t.reasonWords[reason as keyof typeof t.reasonWords] as string | undefined;
  return verdict === 'missing' && own ? own : verdict === 'broken' && !isVerified ? t.doubtful : t.verdicts[verdict];
}

/** 规定不少于20日, as the method page and every verdict say it. */
export function ruleText(rule: AnyRule, locale: Locale): string {
  const t = labels(locale).clock;
  if (isQuantity(rule)) {
    const { operator, bound, unit, odd } = rule;
    return fill(t[odd ? 'leastOdd' : operator], { n: bound, unit: unitText(unit, bound, locale) });
  }
  const { operator, length, unit, then, lastDay } = rule;
  if (operator === 'same')
    return length === 0
      ? t.same
      : fill(t.exactly, { n: Math.abs(length), unit: unitText(unit, Math.abs(length), locale) });
  if (lastDay) return t.lastDay;
  if (length === 0) return t.notBefore;
  const counted = { n: length, unit: unitText(unit, length, locale) };
  if (then) return fill(t.thenMost, { ...counted, m: then.length, unit2: unitText(then.unit, then.length, locale) });
  return fill(operator === 'least' ? t.least : t.most, counted);
}

/** What is counted, after its number: 日; ` days`, after 1 ` day`. */
function unitText(unit: keyof ReturnType<typeof labels>['clock']['units'], n: number, locale: Locale): string {
  return fill(labels(locale).clock.units[unit], { n });
}

function countText(row: VerdictRow, rule: Period, verdict: Verdict, today: Day, locale: Locale): string {
  const t = labels(locale).clock;
  const { comma } = labels(locale).record;
  const said = ruleText(rule, locale);
  const reasons = t.missingReasons as Record<string, string>;
  if (verdict === 'notApplicable') return (t.notApplicableReasons as Record<string, string>)[row.reason ?? ''] ?? '';
  if (verdict === 'uncovered') return `${said}${comma}${t.uncoveredReason}`;
  if (verdict === 'unseen') return `${t.unseenReason}${comma}${said}`;
  if (row.verdict === 'running') {
    const days = Math.round((Date.parse(row.dueOn!) - Date.parse(today)) / 86_400_000);
    const left = days > 0 ? fill(t.left, { n: days }) : days === 0 ? t.dueToday : fill(t.overdue, { n: -days });
    return `${verdict === 'missing' ? reasons['late'] : left}${comma}${said}`;
  }
  if (verdict === 'missing') return `${said}${comma}${reasons[row.reason ?? 'target'] ?? ''}`;
  if (row.without === null) return said;
  if (rule.lastDay)
    return [row.without > 0 ? fill(t.overdue, { n: row.without }) : '', said].filter(Boolean).join(comma);
  // Limits of months and years are counted in days.
  const unit = unitText(rule.unit === 'workingDay' ? 'workingDay' : 'day', row.without, locale);
  const counted =
    verdict === 'border'
      ? fill(t.both, { n: row.without, m: row.inclusive ?? row.without, unit })
      : fill(t.took, { n: row.without, unit });
  return `${counted}${comma}${said}`;
}

function measuredText({ measured, reason }: VerdictRow, rule: Quantity, verdict: Verdict, locale: Locale): string {
  const t = labels(locale).clock;
  const { comma } = labels(locale).record;
  if (verdict === 'notApplicable') return (t.notApplicableReasons as Record<string, string>)[reason ?? ''] ?? '';
  // Enough digits to tell it from the bound.
  const rounded = Number((measured ?? 0).toFixed(2));
  const number = rounded === rule.bound ? Number((measured ?? 0).toFixed(7)) : rounded;
  const counted = fill(t.measured, { n: number, unit: unitText(rule.unit, number, locale) });
  const why = verdict === 'missing' ? (t.missingReasons as Record<string, string>)[reason ?? ''] : undefined;
  return [counted, ruleText(rule, locale), why].filter(Boolean).join(comma);
}

function datesText(
  { triggerOn, targetOn, verdict, dueOn, inclusive }: VerdictRow,
  rule: Period,
  locale: Locale,
): string {
  const t = labels(locale).clock;
  const { comma } = labels(locale).record;
  if (triggerOn === null) return '';
  // A last day on which nobody works moves to the next on which somebody does, and whoever reads the dates must know.
  if (rule.lastDay && targetOn !== null) return fill(t.doneOn, { day: targetOn, last: triggerOn });
  if (rule.agreed && targetOn !== null && targetOn < triggerOn)
    return fill(t.beforeAgreed, { day: targetOn, agreed: triggerOn });
  const last = rule.operator === 'most' ? unrolled(rule, triggerOn) : null;
  const rolls = last !== null && dueOn !== null && last !== dueOn && (targetOn === null || targetOn > last);
  const roll = rolls ? `${comma}${fill(t.rolled, { day: last, next: dueOn })}` : '';
  if (targetOn !== null) {
    const [from, to] = rule.length < 0 ? [targetOn, triggerOn] : [triggerOn, targetOn];
    const span = fill(t.since, { from, to });
    const days = unitText(rule.unit === 'workingDay' ? 'workingDay' : 'day', inclusive ?? 0, locale);
    return inclusive === null || verdict === 'border'
      ? `${span}${roll}`
      : `${span}${comma}${fill(t.withOpening, { n: inclusive, unit: days })}${roll}`;
  }
  const from = fill(t.from, { day: triggerOn });
  return verdict === 'running' && dueOn ? `${from}${comma}${fill(t.dueOn, { day: dueOn })}${roll}` : from;
}

/** 1项违反，1项未公开: the one line of lists; '' where there is none. A rule that was not verified accuses nobody. */
export function violatedText(lines: readonly VerdictLine[], locale: Locale): string {
  return tallyText(
    lines.filter(({ verdict, unverified }) => verdict === 'broken' && !unverified),
    locale,
  );
}

/** 1项违反，5项合规，1项可能适用但书: how many lines read what; of what does not apply nothing. */
export function tallyText(lines: readonly VerdictLine[], locale: Locale): string {
  const t = labels(locale).clock;
  const said = lines
    .filter(({ verdict }) => verdict !== 'notApplicable')
    .map(({ verdict, word }) =>
      word === t.owedWord
        ? t.tallies.owed
        : word === t.verdicts[verdict]
          ? t.tallies[verdict]
          : fill(t.tallyOf, { word }),
    );
  const counts = Map.groupBy(said, (text) => text);
  return [...counts].map(([text, { length }]) => fill(text, { n: length })).join(labels(locale).record.comma);
}
