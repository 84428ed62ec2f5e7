import { DAY, dayNumber, startOfDay } from '../values/date.ts';
import { IDS_A_DAY, type Columns } from './columns.ts';
import type { SearchFilters } from './engine.ts';

/** What results can be narrowed by and are counted by. */
export const FACETS = ['register', 'kind', 'stage', 'region', 'unit', 'year'] as const;
export type FacetName = (typeof FACETS)[number];

/** The bit of a row that fails something other than a facet. */
const OTHER = 1 << FACETS.length;
const SOON = 7 * DAY;
/** Stages in which a deadline still to come invites nobody. */
const ENDED = ['withdrawn', 'amended', 'terminated'];

export interface Filter {
  /** 0 when the row passes; else a bit for every facet it fails, in the order of `FACETS`, and one for the rest. */
  misses(position: number): number;
  /** The stage as of now: a tender past its deadline is closed. */
  stage(position: number): number;
  /** True when the deadline has not passed and the matter is not ended otherwise. */
  isOpen(position: number): boolean;
  /** First and last position of the days asked for. */
  low: number;
  high: number;
}

export function compileFilter(columns: Columns, filters: SearchFilters, now: number): Filter {
  const { deadline, amount } = columns.arrays;
  const stage = stageAt(columns, now);
  const isOpen = openAt(columns, now);
  const facets = FACETS.map((name, bit) => facetFilter(columns, name, filters[name], stage, 1 << bit)).filter((one) => one !== null);
  const others: ((position: number) => boolean)[] = [];
  const { min, max, due } = filters;
  if (min !== undefined) others.push((position) => amount[position]! >= min);
  if (max !== undefined) others.push((position) => amount[position]! <= max);
  if (due === 'open') others.push(isOpen);
  if (due === 'soon') others.push((position) => isOpen(position) && deadline[position]! <= now + SOON);
  return {
    misses(position) {
      let missed = 0;
      for (const facet of facets) missed |= facet(position);
      for (const passes of others) if (!passes(position)) return missed | OTHER;
      return missed;
    },
    stage,
    isOpen,
    ...days(columns, filters),
  };
}

/** The code of the stage a tender takes when its deadline has passed. */
function stageAt(columns: Columns, now: number): Filter['stage'] {
  const { stage, deadline } = columns.arrays;
  const tender = columns.words.stage.code('tender');
  const closed = columns.words.stage.code('closed');
  return (position) => (stage[position] === tender && deadline[position]! < now ? closed : stage[position]!);
}

export function openAt(columns: Columns, now: number): Filter['isOpen'] {
  const { stage, deadline } = columns.arrays;
  const ended = new Set(ENDED.map((word) => columns.words.stage.find(word)));
  return (position) => deadline[position]! >= now && !ended.has(stage[position]!);
}

function facetFilter(columns: Columns, name: FacetName, values: string[] | undefined, stage: Filter['stage'], bit: number) {
  if (!values || values.length === 0) return null;
  const codes = new Set(name === 'year' ? values.map(Number) : values.map((value) => columns.words[name].find(value) ?? -1));
  const allowed = new Uint8Array(65_536);
  for (const code of codes) if (code >= 0 && code < allowed.length) allowed[code] = 1;
  if (name === 'unit') return (position: number) => (codes.has(columns.arrays.unit[position]!) ? 0 : bit);
  if (name === 'stage') return (position: number) => (allowed[stage(position)] ? 0 : bit);
  const column = columns.arrays[name];
  return (position: number) => (allowed[column[position]!] ? 0 : bit);
}

/** Days are ranges of ids; a text that is no day is no bound. */
function days(columns: Columns, { from, to }: SearchFilters): { low: number; high: number } {
  const first = from === undefined ? null : startOfDay(from);
  const last = to === undefined ? null : startOfDay(to);
  return {
    low: first === null ? 0 : columns.positionFrom(dayNumber(first) * IDS_A_DAY),
    high: (last === null ? columns.length : columns.positionFrom((dayNumber(last) + 1) * IDS_A_DAY)) - 1,
  };
}
