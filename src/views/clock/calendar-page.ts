import { calendarOf, dueBetween, verdictsOfRecords } from '../../clock/storage.ts';
import type { Locale } from '../../locales/labels.ts';
import { findRecords, ocidsWithDates } from '../../notices/storage.ts';
import type { RecordRow } from '../../notices/release.ts';
import { findRegister, registers } from '../../registers/registers.ts';
import { DAY, dayOf, minuteOf, parseDay, startOfDay, type Day } from '../../values/date.ts';
import type { Portal } from '../portal.ts';
import { registerLabels } from '../words.ts';
import { happeningsOf, type Happening } from './happenings.ts';

export interface CalendarParameters {
  /** A day of the week or month shown; today when absent. */
  day?: string;
  by: 'week' | 'month';
  register?: string;
}

export const CALENDAR_PARAMETERS: readonly string[] = ['day', 'by', 'register'];

export function readCalendarParameters(search: URLSearchParams): CalendarParameters {
  const day = parseDay(search.get('day') ?? '');
  const register = search.get('register') ?? '';
  return {
    by: search.get('by') === 'month' ? 'month' : 'week',
    ...(day && { day }),
    ...(findRegister(register) && { register }),
  };
}

/** What falls on each day of a week or a month. The page and its JSON. */
export interface CalendarPage {
  by: 'week' | 'month';
  from: Day;
  to: Day;
  previous: Day;
  next: Day;
  days: {
    day: Day;
    weekday: number;
    kind: 'work' | 'rest' | 'unknown';
    happenings: (Omit<Happening, 'changedAt' | 'sequence'> & { time: string | null })[];
    more: number;
  }[];
  registers: { id: string; name: string }[];
}

const MOST_A_DAY = 30;
const MOST = 5_000;

export function calendarPage(
  portal: Portal,
  { day = dayOf(portal.now()), by, register }: CalendarParameters,
  locale: Locale,
): CalendarPage {
  const [from, to] = span(day, by);
  const happenings = happeningsBetween(portal, from, to, register, locale);
  const calendar = calendarOf(portal.database);
  const days = [];
  for (let at = startOfDay(from)!; at <= startOfDay(to)!; at += DAY) {
    const on = dayOf(at);
    const here = happenings
      .filter((one) => dayOf(one.at) === on)
      .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const works = calendar.isWorkingDay(on);
    days.push({
      day: on,
      weekday: new Date(`${on}T00:00:00Z`).getUTCDay(),
      kind: works === null ? ('unknown' as const) : works ? ('work' as const) : ('rest' as const),
      more: Math.max(0, here.length - MOST_A_DAY),
      happenings: here.slice(0, MOST_A_DAY).map(({ changedAt: _, sequence: __, ...one }) => ({
        ...one,
        time: one.wholeDay ? null : minuteOf(one.at).slice(11),
      })),
    });
  }
  return {
    by,
    from,
    to,
    days,
    previous: dayOf(startOfDay(from)! - DAY),
    next: dayOf(startOfDay(to)! + DAY),
    registers: registers.map((one) => ({ id: one.id, name: registerLabels(one, locale).name })),
  };
}

/** Everything between two days, both included. */
export function happeningsBetween(
  { database, now }: Portal,
  from: Day,
  to: Day,
  register: string | undefined,
  locale: Locale,
): Happening[] {
  const due = dueBetween(database, from, to, { limit: MOST }).map(({ ocid }) => ocid);
  const ocids = [
    ...new Set([...ocidsWithDates(database, startOfDay(from)!, startOfDay(to)! + DAY, register, MOST), ...due]),
  ];
  const [first, last] = [startOfDay(from)!, startOfDay(to)! + DAY];
  return allHappenings(
    { database, now },
    findRecords(database, ocids).filter((record) => register === undefined || record.register === register),
    locale,
  ).filter(({ at }) => at >= first && at < last);
}

export function allHappenings(
  { database, now }: Pick<Portal, 'database' | 'now'>,
  records: readonly RecordRow[],
  locale: Locale,
): Happening[] {
  const verdicts = Map.groupBy(
    verdictsOfRecords(
      database,
      records.map(({ ocid }) => ocid),
    ),
    ({ ocid }) => ocid,
  );
  return records.flatMap((record) => happeningsOf(record, verdicts.get(record.ocid) ?? [], locale, now()));
}

function span(day: Day, by: 'week' | 'month'): [Day, Day] {
  const date = new Date(`${day}T00:00:00Z`);
  const text = (year: number, month: number, on: number) =>
    new Date(Date.UTC(year, month, on)).toISOString().slice(0, 10);
  const [year, month, on] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (by === 'month') return [text(year, month, 1), text(year, month + 1, 0)];
  const monday = on - ((date.getUTCDay() + 6) % 7);
  return [text(year, month, monday), text(year, month, monday + 6)];
}
