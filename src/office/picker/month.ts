import { dayOf, minuteOf, parseDay, parseInstant, startOfDay, DAY, type Day } from '../../values/date.ts';

/** What the State Council's notice of a year says, as `mm-dd`; by year, where it is known. */
export type KnownYears = Readonly<Record<string, { rest: readonly string[]; work: readonly string[] }>>;

export type Working = 'working' | 'weekend' | 'rest' | 'made-up';

/** Six weeks at most, from Monday; null where the month has no day in that place. */
export function weeksOf(day: Day): (Day | null)[][] {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  return Array.from({ length: Math.ceil((before + count) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_unused, at) => {
      const n = week * 7 + at - before + 1;
      return n < 1 || n > count ? null : `${day.slice(0, 7)}-${String(n).padStart(2, '0')}`;
    }),
  );
}

/** In a year whose notice is not out yet a holiday is not known: only weekends are. */
export function workingOn(day: Day, years: KnownYears): Working {
  const { rest = [], work = [] } = years[day.slice(0, 4)] ?? {};
  const date = day.slice(5);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (work.includes(date)) return 'made-up';
  return rest.includes(date) ? 'rest' : weekday === 0 || weekday === 6 ? 'weekend' : 'working';
}

/** Where a key leads in the grid (ARIA APG, date picker dialog); null where it leads nowhere. */
export function moved(day: Day, key: string, shift: boolean): Day | null {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: -weekday,
    End: 6 - weekday,
  };
  if (key in days) return within(dayOf(startOfDay(day)! + days[key]! * DAY), day);
  if (key === 'PageUp') return monthsOn(day, shift ? -12 : -1);
  if (key === 'PageDown') return monthsOn(day, shift ? 12 : 1);
  return null;
}

/** The same day of another month, or its last where it has no such day. */
export function monthsOn(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  const at = Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()));
  return within(new Date(at).toISOString().slice(0, 10), day);
}

/** Years that a box takes. */
function within(next: Day, before: Day): Day {
  return next < '1990-01-01' || next > '2100-12-31' ? before : next;
}

/** The day that stands in a box, however it was written. */
export function dayIn(text: string): Day | null {
  const at = parseInstant(text);
  return parseDay(text) ?? (at === null ? null : dayOf(at));
}

/** What a box says once a day was chosen: the day, and the hour that stood there. */
export function withDay(text: string, day: Day): string {
  const at = parseDay(text) === null ? parseInstant(text) : null;
  return at === null ? day : `${day} ${minuteOf(at).slice(11)}`;
}
