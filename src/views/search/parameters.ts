import * as z from 'zod';
import { SORTS } from '../../search/engine.ts';
import { registers, states } from '../../registers/registers.ts';
import { WITHDRAWN } from '../../registers/stages.ts';
import type { Query } from '../address.ts';
import { typedDay, typedKey, typedLimit, typedParty, typedWan } from '../typed.ts';

/** What an address may ask of search. Any address gives a page: unknown parameters are ignored, bad ones dropped and said. */
export interface SearchParameters {
  q: string;
  register: string[];
  kind: string[];
  stage: string[];
  region: string[];
  unit: string[];
  year: string[];
  from?: string;
  to?: string;
  /** Ten thousand yuan (万元), as readers type it. */
  min?: number;
  max?: number;
  due?: Due;
  sort?: (typeof SORTS)[number];
  /** `notice`: a row for every notice; otherwise one for every record. */
  each?: 'notice';
  /** `typed`: only what holds the very words. */
  as?: 'typed';
  /** Goes to the page that a whole code or name names. */
  go?: '1';
  before?: string;
  limit?: number;
}

/** A value that could not be used. */
export interface Dropped {
  name: string;
  found: string;
}

export const FACET_NAMES = ['register', 'kind', 'stage', 'region', 'unit', 'year'] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** What a notice or its record may be, in the order of life; how a notice stands that is not in force any more comes last. */
export const STATES: readonly string[] = [...states, 'amended', WITHDRAWN];
/** 未截止, 7日内截止, 公示期内, 应公开未公开. */
export const DUES = ['open', 'soon', 'publicity', 'overdue'] as const;
export type Due = (typeof DUES)[number];

/** How each is read. */
export const SEARCH_VALUES = {
  register: z.enum(registers.map(({ id }) => id)),
  kind: z.string().regex(/^[\w-]{1,60}$/),
  stage: z.enum(STATES),
  region: z.string().regex(/^[\w-]{1,20}$/),
  unit: typedParty,
  year: z.string().regex(/^(19|20)\d\d$/),
  from: typedDay,
  to: typedDay,
  min: typedWan,
  max: typedWan,
  due: z.enum(DUES),
  sort: z.enum(SORTS),
  each: z.literal('notice'),
  as: z.literal('typed'),
  go: z.literal('1'),
  before: typedKey,
  limit: typedLimit,
};

const MOST_VALUES = 20;
const LONGEST_QUERY = 200;

/** Names that make a difference to the page: what the page cache is keyed by. */
export const SEARCH_PARAMETERS: readonly string[] = ['q', ...Object.keys(SEARCH_VALUES)];

export function readSearchParameters(search: URLSearchParams): { parameters: SearchParameters; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const read = (name: keyof typeof SEARCH_VALUES): unknown[] =>
    [...new Set(search.getAll(name))]
      .slice(0, MOST_VALUES)
      .filter((text) => text.trim() !== '')
      .flatMap((text) => {
        const parsed = SEARCH_VALUES[name].safeParse(text.trim());
        if (!parsed.success) dropped.push({ name, found: text.slice(0, 40) });
        return parsed.success ? [parsed.data] : [];
      });
  const facets = Object.fromEntries(FACET_NAMES.map((name) => [name, read(name)]));
  const single = Object.fromEntries(
    (['from', 'to', 'min', 'max', 'due', 'sort', 'each', 'as', 'go', 'before', 'limit'] as const).flatMap((name) =>
      read(name)
        .slice(0, 1)
        .map((value) => [name, value]),
    ),
  );
  const q = (search.get('q') ?? '').trim().slice(0, LONGEST_QUERY);
  return { parameters: { q, ...facets, ...single } as unknown as SearchParameters, dropped };
}

/** The same parameters as an address says them, in a fixed order; `change` replaces some. Paging is left out unless changed. */
export function searchQuery(
  parameters: SearchParameters,
  change: Partial<Record<keyof SearchParameters, unknown>> = {},
): Query {
  const { before: _before, limit: _limit, go: _go, ...kept } = parameters;
  return { ...kept, ...change } as Query;
}
