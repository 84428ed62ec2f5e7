import { DAY, dayOf, startOfDay, type Day } from '../values/date.ts';
import { KEPT_DAYS, type ServedHour } from './storage.ts';

/** One day as measured. `unknown`: nothing was, and it counts neither for nor against. */
export interface DayServed {
  day: Day;
  state: 'up' | 'broken' | 'unknown';
  /** ms in which nobody answered, of those that are over; null where unknown. */
  down: number | null;
  /** ms that were to be answered in; 0 where unknown. */
  expected: number;
  requests: number;
  failures: number;
}

/** Counting goes by the minute, and a crash takes the last one with it: less than this in a day is not told from nothing, ms. */
const UNSEEN = 120_000;

/**
 * The last ninety days, oldest first. `until`: up to when was measured. Time between the first measured moment and that
 * in which nothing was counted was an outage, but for days of which there is no row at all.
 */
export function daysServed(hours: readonly ServedHour[], until: number, now: number): DayServed[] {
  const byDay = Map.groupBy(hours, ({ hour }) => dayOf(hour));
  const first = Math.min(...hours.map(({ firstAt }) => firstAt));
  return Array.from({ length: KEPT_DAYS }, (_, index) => {
    const day = dayOf(now - (KEPT_DAYS - 1 - index) * DAY);
    return dayServed(day, byDay.get(day) ?? [], first, until);
  });
}

function dayServed(day: Day, hours: readonly ServedHour[], first: number, until: number): DayServed {
  const start = startOfDay(day)!;
  const expected = Math.min(start + DAY, until) - Math.max(start, first);
  if (hours.length === 0 || expected <= 0)
    return { day, state: 'unknown', down: null, expected: 0, requests: 0, failures: 0 };
  const sum = (of: (hour: ServedHour) => number) => hours.reduce((all, hour) => all + of(hour), 0);
  // Two starts may have answered in the same minutes.
  const alive = Math.min(
    sum(({ alive }) => alive),
    expected,
  );
  const down = expected - alive;
  return {
    day,
    state: down > UNSEEN ? 'broken' : 'up',
    down,
    expected,
    requests: sum(({ requests }) => requests),
    failures: sum(({ failures }) => failures),
  };
}

/** 0 to 1, of the days of which there is anything; null when there is none. */
export function availability(days: readonly DayServed[]): number | null {
  const expected = days.reduce((sum, day) => sum + day.expected, 0);
  return expected === 0 ? null : 1 - days.reduce((sum, { down }) => sum + (down ?? 0), 0) / expected;
}
