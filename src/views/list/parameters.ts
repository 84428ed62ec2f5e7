import * as z from 'zod';
import { labelsIn } from '../../locales/labels.ts';
import { LIST_ORDERS, type ListOrder, type RecordFilter } from '../../notices/lists/query.ts';
import type { Facet, Register } from '../../registers/register.ts';
import { CLOSED, NO_NEWS, UNDATED } from '../../registers/stages.ts';
import type { Day } from '../../values/date.ts';
import { findRegion } from '../../values/region.ts';
import type { Query } from '../address.ts';
import type { Dropped } from '../search/parameters.ts';
import { FEN_A_WAN, typedDay, typedKey, typedLimit, typedWan } from '../typed.ts';

/** What a register's list may be asked. */
export interface ListParameters {
  q: string;
  region?: string;
  stage?: string;
  /** Facet of the register → value. */
  facets: Record<string, string>;
  /** Days of the newest notice, both included. */
  from?: Day;
  to?: Day;
  /** Ten thousand yuan (万元), both included. */
  min?: number;
  max?: number;
  sort: ListOrder;
  before?: string;
  limit?: number;
}

/** A value that was not used, and why: it is said beside its control, which keeps what was typed. */
export interface Refused extends Dropped {
  why: 'unreadable' | 'reversed' | 'several';
}

/** What every list may be asked besides its facets; `names`: what the columns of a table to take away are called. */
export const LIST_PARAMETERS: readonly string[] = [
  ...['q', 'region', 'stage', 'from', 'to', 'min', 'max', 'sort', 'before', 'limit', 'names'],
];

const LONGEST_QUERY = 200;

/** A division of ours. */
export const typedRegion = z.string().refine((code) => findRegion(code) !== undefined);

/** How each is read in a register. */
export function listValues(register: Register): Record<string, z.ZodType> {
  return { ...VALUES, stage: stageOf(register), ...facetsOf(register) };
}

function stageOf(register: Register): z.ZodType<string> {
  return z.enum([...Object.keys(register.labels.zh.stages), CLOSED, ...UNDATED, NO_NEWS]);
}

function facetsOf(register: Register): Record<string, z.ZodType<string>> {
  return Object.fromEntries(register.facets.map((one) => [one.id, choiceOf(register, one)]));
}

const VALUES = {
  from: typedDay,
  to: typedDay,
  min: typedWan,
  max: typedWan,
  region: typedRegion,
  sort: z.enum(LIST_ORDERS),
  before: typedKey,
  limit: typedLimit,
};

export function readListParameters(
  register: Register,
  search: URLSearchParams,
): { parameters: ListParameters; dropped: Refused[] } {
  const dropped: Refused[] = [];
  const read = readerOf(search, dropped);
  const facets = Object.entries(facetsOf(register));
  const parameters: ListParameters = {
    q: (search.get('q') ?? '').trim().slice(0, LONGEST_QUERY),
    ...said('region', read('region', VALUES.region)),
    ...said('stage', read('stage', stageOf(register))),
    facets: Object.assign({}, ...facets.map(([id, schema]) => said(id, read(id, schema)))),
    ...said('from', read('from', VALUES.from)),
    ...said('to', read('to', VALUES.to)),
    ...said('min', read('min', VALUES.min)),
    ...said('max', read('max', VALUES.max)),
    sort: read('sort', VALUES.sort) ?? 'newest',
    ...said('before', read('before', VALUES.before)),
    ...said('limit', read('limit', VALUES.limit)),
  };
  return { parameters: withoutReversed(parameters, dropped), dropped };
}

/** Reads one value of a name; what is not used goes to `dropped`. */
export function readerOf(
  search: URLSearchParams,
  dropped: Refused[],
): <Value>(name: string, schema: z.ZodType<Value>) => Value | undefined {
  return (name, schema) => {
    const [text, ...others] = new Set(
      search
        .getAll(name)
        .map((one) => one.trim())
        .filter(Boolean),
    );
    for (const found of others) dropped.push({ name, found: found.slice(0, 40), why: 'several' });
    if (text === undefined) return undefined;
    const parsed = schema.safeParse(text);
    if (!parsed.success) dropped.push({ name, found: text.slice(0, 40), why: 'unreadable' });
    return parsed.data;
  };
}

export function said<Value>(name: string, value: Value | undefined): Record<string, Value> {
  return value === undefined ? {} : { [name]: value };
}

/** A code of the facet's list; where it has none, any word: minerals are as many as are printed. */
function choiceOf({ labels }: Register, { list }: Facet): z.ZodType<string> {
  const word = z.string().max(100);
  if (list === undefined) return word;
  const choices = labels.zh.choices[list] ?? (labelsIn('zh').choices as Record<string, Record<string, string>>)[list];
  return choices ? z.enum(Object.keys(choices)) : word;
}

/** What begins after its end holds nothing: it is said, not used. */
function withoutReversed(parameters: ListParameters, dropped: Refused[]): ListParameters {
  const kept = { ...parameters };
  for (const [low, high] of [
    ['from', 'to'],
    ['min', 'max'],
  ] as const) {
    const [first, last] = [kept[low], kept[high]];
    if (first === undefined || last === undefined || first <= last) continue;
    for (const name of [low, high]) {
      dropped.push({ name, found: String(kept[name]), why: 'reversed' });
      delete kept[name];
    }
  }
  return kept;
}

/** The same parameters as an address says them. Paging is left out unless changed. */
export function listQuery(parameters: ListParameters, change: Query = {}): Query {
  const { q, region, stage, facets, from, to, min, max, sort } = parameters;
  return { q, region, stage, ...facets, from, to, min, max, sort: sort === 'newest' ? undefined : sort, ...change };
}

/** The same as the lists understand them; words apart, which are searched for. */
export function filterOf(
  register: Register,
  { region, stage, facets, from, to, min, max }: Omit<ListParameters, 'sort'>,
): RecordFilter {
  const fen = (wan: number | undefined) => (wan === undefined ? undefined : Math.round(wan * FEN_A_WAN));
  return { register: register.id, region, stage, facets, from, to, min: fen(min), max: fen(max) };
}
