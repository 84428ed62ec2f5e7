import * as z from 'zod';
import { registers } from '../../registers/registers.ts';
import type { Day } from '../../values/date.ts';
import type { Query } from '../address.ts';
import { HAPPENINGS, type HappeningKind } from '../clock/happenings.ts';
import { readerOf, said, typedRegion, type Refused } from '../list/parameters.ts';
import { typedDay } from '../typed.ts';

/** How much is shown at once: a month from the day, a week from it, or the day alone. */
export const SPANS = ['month', 'week', 'day'] as const;
export type Span = (typeof SPANS)[number];

/** What narrows the calendar, on its page and in every file and feed. */
export interface CalendarFilter {
  register?: string | undefined;
  /** A division with all that lies in it. */
  region?: string | undefined;
  kind?: HappeningKind | undefined;
}

export interface CalendarParameters extends CalendarFilter {
  /** The first day shown; today when absent. */
  day?: Day;
  by: Span;
}

/** `names`: what the columns of a table to take away are called. */
export const CALENDAR_PARAMETERS: readonly string[] = ['day', 'by', 'register', 'region', 'kind', 'names'];

/** How each is read. */
export const CALENDAR_VALUES = {
  day: typedDay,
  by: z.enum(SPANS),
  register: z.enum(registers.map(({ id }) => id)),
  region: typedRegion,
  kind: z.enum(HAPPENINGS),
};

export function readCalendarParameters(search: URLSearchParams): {
  parameters: CalendarParameters;
  dropped: Refused[];
} {
  const dropped: Refused[] = [];
  const read = readerOf(search, dropped);
  const parameters = {
    by: read('by', CALENDAR_VALUES.by) ?? 'month',
    ...said('day', read('day', CALENDAR_VALUES.day)),
    ...said('register', read('register', CALENDAR_VALUES.register)),
    ...said('region', read('region', CALENDAR_VALUES.region)),
    ...said('kind', read('kind', CALENDAR_VALUES.kind)),
  };
  return { parameters, dropped };
}

/** The same parameters as an address says them. */
export function calendarQuery({ day, by, register, region, kind }: CalendarParameters, change: Query = {}): Query {
  return { day, by: by === 'month' ? undefined : by, register, region, kind, ...change };
}

/** What of them goes along to a feed: it has days of its own. */
export function feedQuery({ register, region, kind }: CalendarFilter): Query {
  return { register, region, kind };
}
