import { DAY, dayOf, startOfDay, type Day } from '../../values/date.ts';
import type { Span } from './parameters.ts';

/** The days shown, both included, and the first days of the pages before and after. */
export interface Days {
  from: Day;
  to: Day;
  previous: Day;
  next: Day;
}

export function daysOf(from: Day, by: Span): Days {
  const next = by === 'month' ? monthLater(from, 1) : later(from, by === 'week' ? 7 : 1);
  const previous = by === 'month' ? monthBefore(from) : later(from, by === 'week' ? -7 : -1);
  return { from, to: later(next, -1), previous, next };
}

export function eachDay({ from, to }: Pick<Days, 'from' | 'to'>): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = later(day, 1)) days.push(day);
  return days;
}

export function later(day: Day, days: number): Day {
  return dayOf(startOfDay(day)! + days * DAY);
}

/** The same day of another month, or that month's last. */
function monthLater(day: Day, months: number): Day {
  const [year, month, on] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(on, last))).toISOString().slice(0, 10);
}

/** Its month reaches to this day: after 28 February comes 28 March, and no day between two pages may be lost. */
function monthBefore(day: Day): Day {
  const before = monthLater(day, -1);
  return monthLater(before, 1) < day ? later(before, 1) : before;
}
