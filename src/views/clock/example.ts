import { NOTHING } from '../../notices/counting.ts';
import { added, dayIn, judge, withProviso, type Moment } from '../../clock/judge.ts';
import { isInForce, type Period } from '../../clock/period.ts';
import { isQuantity, judgeQuantity, type AnyRule, type Quantity } from '../../clock/quantity.ts';
import type { VerdictRow } from '../../clock/storage.ts';
import type { WorkingDays } from '../../clock/working-days.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { Day } from '../../values/date.ts';
import { ruleText, verdictLine } from './verdict-line.ts';

/**
 * A rule tried on days that are nobody's: what is just within it, and what is just beyond. The engine that judges
 * notices says what comes of them, so that an example cannot say otherwise than a record.
 */
export interface Example {
  triggerOn: Day;
  cases: { targetOn: Day | null; measured: number | null; verdict: VerdictRow['verdict']; text: string }[];
}

/** Mondays, a fortnight before the longest holiday of a year that the calendar covers; what takes years begins earlier. */
const MONDAYS = ['2026-09-14', '2025-09-15'];

export function exampleOf(register: string, rule: AnyRule, calendar: WorkingDays, locale: Locale): Example {
  const days = [...MONDAYS, rule.until, rule.from].filter((day) => day !== null && isInForce(rule, day)) as Day[];
  const ends = (day: Day) => isQuantity(rule) || judge(rule, { on: day }, null, calendar).dueOn !== null;
  const triggerOn = days.find(ends) ?? days[0]!;
  const tried = isQuantity(rule) ? countedCases(rule) : dayCases(rule, triggerOn, calendar);
  return {
    triggerOn,
    cases: tried.map((one) => ({
      targetOn: one.targetOn ?? null,
      measured: one.measured ?? null,
      verdict: one.verdict!,
      text: textOf({ ...BLANK, ...one, rule: rule.id, register, triggerOn }, rule, locale),
    })),
  };
}

type Tried = Partial<VerdictRow>;

const BLANK: VerdictRow = {
  ...NOTHING,
  ocid: '',
  rule: '',
  triggerRelease: 0,
  register: '',
  unit: '',
  verdict: 'missing',
};

/** The first or last day that keeps it, and the day beside that. */
function dayCases(rule: Period, triggerOn: Day, calendar: WorkingDays): Tried[] {
  const on = (day: Day): Moment => ({ on: day });
  const { dueOn } = judge(rule, on(triggerOn), null, calendar);
  if (dueOn === null) return [{ verdict: 'uncovered' }];
  let beside = added(dueOn, rule.operator === 'least' ? -1 : 1, 'day');
  // On a day of rest no working day more is counted.
  while (rule.operator === 'most' && calendar.isWorkingDay(beside) === false) beside = added(beside, 1, 'day');
  // Before its beginning nothing ends: the dates would conflict.
  const days = beside < triggerOn && rule.length >= 0 ? [dueOn] : [dueOn, beside];
  return days.map((day) => {
    const judged = judge(rule, on(triggerOn), on(day), calendar);
    const reason = withProviso(rule, judged.verdict);
    return {
      targetOn: dayIn(on(day)),
      verdict: reason ? 'missing' : judged.verdict,
      reason,
      without: judged.without,
      inclusive: judged.with,
      dueOn: judged.dueOn,
    };
  });
}

/** The bound itself, and the next number that does not keep it. What a rule alone may leave open, it leaves open here. */
function countedCases(rule: Quantity): Tried[] {
  const doubt = rule.doubts?.length === 1 ? rule.doubts[0] : undefined;
  const step = rule.unit === 'percent' ? 0.5 : 1;
  return [rule.bound, rule.bound + (rule.operator === 'most' ? step : -step)].map((value) => ({
    measured: value,
    ...judgeQuantity(rule, { value, ...(doubt && { doubt }) }),
  }));
}

/** 2026-09-14—2026-10-04：合规，实际20日. */
function textOf(row: VerdictRow, rule: AnyRule, locale: Locale): string {
  const { record, clock } = labels(locale);
  const line = verdictLine(row, row.triggerOn!, locale)!;
  const rest = ruleText(rule, locale);
  const counted = [`${record.comma}${rest}`, `${rest}${record.comma}`, rest].reduce(
    (text, part) => text.replace(part, ''),
    line.count,
  );
  const said = counted ? `${line.word}${record.comma}${counted}` : line.word;
  return isQuantity(rule) ? said : fill(clock.methodPage.exampleCase, { dates: line.dates, said });
}
