import { DAY, dayNumber, startOfDay } from '../values/date.ts';
import { firstKeyAt } from '../values/order-key.ts';
import type { Columns } from './columns.ts';
import { CLOSED, NO_NEWS, type SearchFilters } from './engine.ts';

/** What results can be narrowed by and are counted by. */
export const FACETS = ['register', 'kind', 'stage', 'region', 'unit', 'year'] as const;
export type FacetName = (typeof FACETS)[number];

/** The bit of a row that fails something other than a facet. */
const OTHER = 1 << FACETS.length;
export const SOON = 7 * DAY;

/** First and last position. */
export interface Span {
  low: number;
  high: number;
}

export interface Filter {
  passes(position: number): boolean;
  /** 0 when the row passes; else a bit for every facet it fails, in the order of `FACETS`, and one for the rest. */
  misses(position: number): number;
  /** The code of a facet's value; the stage is that of now. */
  value(facet: number, position: number): number;
  /** The days asked for: rows outside are not even counted. */
  days: Span;
  /** The days and years asked for: rows outside cannot pass. */
  shown: Span;
}

export function compileFilter(columns: Columns, filters: SearchFilters, now: number): Filter {
  const { id, deadline, amount } = columns.arrays;
  const stage = stageAt(columns, now);
  const isOpen = openAt(columns, now);
  const value = (facet: number, position: number) =>
    FACETS[facet] === 'stage' ? stage(position) : arrays[facet]![position]!;
  const arrays = FACETS.map((name) => columns.arrays[name]);
  const tests = FACETS.flatMap((name, facet) => {
    const values = filters[name];
    return values && values.length > 0 ? [{ facet, allowed: allowed(columns, name, values) }] : [];
  });
  const { min, max, due, among } = filters;
  const hasRange = min !== undefined || max !== undefined;
  const hasOther = hasRange || due !== undefined || among !== undefined;
  const fits = (position: number) =>
    (among === undefined || among.has(id[position]!)) &&
    (!hasRange || (amount[position]! >= (min ?? -Infinity) && amount[position]! <= (max ?? Infinity))) &&
    (due === undefined || (isOpen(position) && (due === 'open' || deadline[position]! <= now + SOON)));
  const days = daySpan(columns, filters);
  return {
    passes(position) {
      for (let index = 0; index < tests.length; index++) {
        const { facet, allowed: yes } = tests[index]!;
        if (yes[value(facet, position)] !== 1) return false;
      }
      return !hasOther || fits(position);
    },
    misses(position) {
      let missed = hasOther && !fits(position) ? OTHER : 0;
      for (let index = 0; index < tests.length; index++) {
        const { facet, allowed: yes } = tests[index]!;
        if (yes[value(facet, position)] !== 1) missed |= 1 << facet;
      }
      return missed;
    },
    value,
    days,
    shown: yearSpan(columns, filters, days),
  };
}

/** The code of the stage as it is now: from its deadline on it is closed, and in the end nobody waits for it. */
function stageAt(columns: Columns, now: number): (position: number) => number {
  const { stage, deadline, quietOn } = columns.arrays;
  const today = dayNumber(now);
  const closed = columns.words.stage.code(CLOSED);
  const noNews = columns.words.stage.code(NO_NEWS);
  return (position) => (quietOn[position]! <= today ? noNews : deadline[position]! < now ? closed : stage[position]!);
}

/** True when there is a deadline and it has not passed. */
export function openAt(columns: Columns, now: number): (position: number) => boolean {
  const { deadline } = columns.arrays;
  return (position) => deadline[position]! >= now;
}

/** 1 at the code of every value asked for. */
function allowed(columns: Columns, name: FacetName, values: string[]): Uint8Array {
  const table = new Uint8Array(name === 'year' ? 65_536 : columns.words[name].list.length);
  for (const value of values) {
    const code = name === 'year' ? Number(value) : columns.words[name].find(value);
    if (code !== undefined && code >= 0 && code < table.length) table[code] = 1;
  }
  return table;
}

/** Days are ranges of ids; a text that is no day is no bound. */
function daySpan(columns: Columns, { from, to }: SearchFilters): Span {
  const first = from === undefined ? null : startOfDay(from);
  const last = to === undefined ? null : startOfDay(to);
  return {
    low: first === null ? 0 : columns.positionFrom(firstKeyAt(first)),
    high: (last === null ? columns.length : columns.positionFrom(firstKeyAt(last + DAY))) - 1,
  };
}

function yearSpan(columns: Columns, { year }: SearchFilters, days: Span): Span {
  const years = (year ?? []).filter((value) => /^\d{4}$/.test(value)).sort();
  if (years.length === 0) return days;
  const asked = daySpan(columns, { from: `${years[0]}-01-01`, to: `${years.at(-1)}-12-31` });
  return { low: Math.max(days.low, asked.low), high: Math.min(days.high, asked.high) };
}
