import { DAY, dayOf, startOfDay, type Day } from '../values/date.ts';
import type { Period } from './period.ts';
import { addWorkingDays, nextDay, type WorkingDays } from './working-days.ts';

/**
 * What can be said of a period. It is stored as it is reckoned; whether a running one has run out is asked of `now`
 * when it is read (`standingOf`).
 */
export type Verdict =
  'kept' | 'broken' | 'border' | 'missing' | 'running' | 'uncovered' | 'notApplicable' | /* only as read: */ 'unseen';

export interface Judgement {
  verdict: Verdict;
  /** Days by both conventions: without the opening day (民法典 art. 201), and with it. Null where nothing was counted. */
  without: number | null;
  with: number | null;
  /** Last day of a limit by the lenient count; first day a window may end. Null where it cannot be known. */
  dueOn: Day | null;
}

/** A moment that a notice says: UTC ms, or a day. */
export type Moment = { at: number } | { on: Day };

export function dayIn(moment: Moment): Day {
  return 'on' in moment ? moment.on : dayOf(moment.at);
}

/** Judges one period: a window by both conventions, 违反 only where both fail and 临界 where they differ; a limit by one. */
export function judge(period: Period, trigger: Moment, target: Moment | null, calendar: WorkingDays): Judgement {
  if (period.operator === 'same') return judgeSame(period, trigger, target);
  const start = dayIn(trigger);
  if (period.operator === 'least') return judgeWindow(period, start, target && dayIn(target), calendar);
  return judgeLimit(period, start, target && dayIn(target), calendar);
}

/**
 * 开标应当在投标截止时间的同一时间 (招标投标法 art. 34): to the minute, where both say one. With a length, the target's day is
 * just that many days from the trigger's, before it if negative: 挂牌出让结束日前2天 (国土资源部令第39号 art. 11).
 */
function judgeSame({ length }: Period, trigger: Moment, target: Moment | null): Judgement {
  const start = dayIn(trigger);
  if (length !== 0) {
    const dueOn = added(start, length, 'day');
    const days = target && countDays(start, dayIn(target))[0];
    if (days === null) return { verdict: 'missing', without: null, with: null, dueOn };
    return { verdict: days === length ? 'kept' : 'broken', without: Math.abs(days), with: null, dueOn };
  }
  const none = { without: null, with: null, dueOn: start };
  if (!target) return { verdict: 'missing', ...none };
  const isSame =
    'at' in trigger && 'at' in target
      ? Math.floor(trigger.at / 60_000) === Math.floor(target.at / 60_000)
      : dayIn(trigger) === dayIn(target);
  return { verdict: isSame ? 'kept' : 'broken', ...none };
}

/** A window that may not be shorter. It is counted as it stands: its end does not roll. */
function judgeWindow(period: Period, start: Day, end: Day | null, calendar: WorkingDays): Judgement {
  const { length, unit } = period;
  const first = unit === 'workingDay' ? addWorkingDays(calendar, start, length) : added(start, length, unit);
  if (end === null) return { verdict: 'missing', without: null, with: null, dueOn: first };
  if (unit === 'month' || unit === 'year')
    return { verdict: end >= first! ? 'kept' : 'broken', without: null, with: null, dueOn: first };
  const counts = unit === 'workingDay' ? countWorkingDays(calendar, start, end) : countDays(start, end);
  if (counts === null) return { verdict: 'uncovered', without: null, with: null, dueOn: first };
  const [without, inclusive] = counts;
  return {
    verdict: without >= length ? 'kept' : inclusive >= length ? 'border' : 'broken',
    without,
    with: inclusive,
    dueOn: first,
  };
}

/**
 * A limit: the opening day does not count, the last day does (民法典 art. 201); if nobody works on that, the next working
 * day (art. 203). There is one way of counting it.
 */
function judgeLimit(period: Period, start: Day, end: Day | null, calendar: WorkingDays): Judgement {
  const last = limitOf(period, start, calendar);
  const plain = unrolled(period, start);
  if (end === null) return { verdict: last === null ? 'uncovered' : 'running', without: null, with: null, dueOn: last };
  const counts = period.then
    ? null
    : period.unit === 'workingDay'
      ? countWorkingDays(calendar, start, end)
      : countDays(start, end);
  const counted = { without: counts?.[0] ?? null, with: counts?.[1] ?? null };
  // Before the limit as counted nothing has to roll.
  if (plain !== null && end < plain) return { verdict: 'kept', ...counted, dueOn: last ?? plain };
  if (last === null) return { verdict: end <= start ? 'kept' : 'uncovered', ...counted, dueOn: null };
  return { verdict: end > last ? 'broken' : 'kept', ...counted, dueOn: last };
}

/** The last day of a limit before it rolls from a rest day (民法典 art. 203); null of one in working days. */
export function unrolled({ length, unit, then }: Pick<Period, 'length' | 'unit' | 'then'>, start: Day): Day | null {
  return unit === 'workingDay' || then ? null : added(start, length, unit);
}

function limitOf(
  { length, unit, then }: Pick<Period, 'length' | 'unit' | 'then'>,
  start: Day,
  calendar: WorkingDays,
): Day | null {
  const first =
    unit === 'workingDay' ? addWorkingDays(calendar, start, length) : rolled(added(start, length, unit), calendar);
  if (first === null || !then) return first;
  return then.unit === 'workingDay'
    ? addWorkingDays(calendar, first, then.length)
    : rolled(added(first, then.length, then.unit), calendar);
}

/** The day itself if somebody works on it, else the next on which somebody does; null beyond the coverage. */
export function rolled(day: Day, calendar: WorkingDays): Day | null {
  for (let at = day; ; at = nextDay(at)) {
    const works = calendar.isWorkingDay(at);
    if (works === null) return null;
    if (works) return at;
  }
}

/** The day so long after another, or before it if negative. */
export function added(start: Day, length: number, unit: 'day' | 'month' | 'year'): Day {
  if (unit === 'day') return dayOf(startOfDay(start)! + length * DAY);
  const [year, month, date] = start.split('-').map(Number) as [number, number, number];
  const months = unit === 'month' ? length : 12 * length;
  // A month without that day ends on its last (民法典 art. 202).
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

function countDays(start: Day, end: Day): [without: number, inclusive: number] {
  const days = Math.round((startOfDay(end)! - startOfDay(start)!) / 86_400_000);
  return [days, days + 1];
}

/** Working days after the opening day, and from it on; null beyond the coverage. */
export function countWorkingDays(
  calendar: WorkingDays,
  start: Day,
  end: Day,
): [without: number, inclusive: number] | null {
  if (end < start) return [0, 0];
  const opening = calendar.isWorkingDay(start);
  if (opening === null || calendar.isWorkingDay(end) === null) return null;
  let without = 0;
  for (let at = start; at < end;) {
    at = nextDay(at);
    const works = calendar.isWorkingDay(at);
    if (works === null) return null;
    if (works) without += 1;
  }
  return [without, without + (opening ? 1 : 0)];
}

/** What is broken by the days alone, where the article has exceptions of which notices say nothing: no violation. */
export function withProviso({ proviso }: Pick<Period, 'proviso'>, verdict: Verdict): 'proviso' | 'feeCondition' | null {
  return proviso && verdict === 'broken' ? (proviso === 'fee' ? 'feeCondition' : 'proviso') : null;
}

/** A stored verdict as it reads now: a limit that has run out without its publication is broken. */
export function standingOf(
  { verdict, dueOn }: { verdict: Verdict; dueOn: Day | null },
  isPublication: boolean,
  today: Day,
): Verdict {
  if (verdict !== 'running' || dueOn === null || today <= dueOn) return verdict;
  // What need not be published may have been done in time: nobody outside can tell.
  return isPublication ? 'broken' : 'missing';
}
