import * as z from 'zod';
import type { Register } from '../../registers/register.ts';
import type { Sort } from '../../search/engine.ts';
import type { Query } from '../address.ts';
import type { Dropped } from '../search/parameters.ts';

export const LIST_SORTS = ['newest', 'closing', 'amount'] as const satisfies readonly Sort[];

/** What a register's list may be asked. */
export interface ListParameters {
  q: string;
  region?: string;
  stage?: string;
  /** Facet of the register → value. */
  facets: Record<string, string>;
  sort: (typeof LIST_SORTS)[number];
  before?: string;
  limit?: number;
}

const code = z.string().min(1).max(100);

export function readListParameters(
  register: Register,
  search: URLSearchParams,
): { parameters: ListParameters; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const read = <Value>(name: string, schema: z.ZodType<Value>): Value | undefined => {
    const text = search.get(name)?.trim();
    if (!text) return undefined;
    const parsed = schema.safeParse(text);
    if (!parsed.success) dropped.push({ name, found: text.slice(0, 40) });
    return parsed.data;
  };
  const facets = Object.fromEntries(
    register.facets.flatMap(({ id }) => {
      const value = read(id, code);
      return value === undefined ? [] : [[id, value]];
    }),
  );
  const stages = Object.keys(register.labels.zh.stages);
  const parameters = {
    q: (search.get('q') ?? '').trim().slice(0, 200),
    region: read('region', z.string().regex(/^[\w-]{1,20}$/)),
    stage: read(
      'stage',
      z.string().refine((stage) => stages.includes(stage)),
    ),
    facets,
    sort: read('sort', z.enum(LIST_SORTS)) ?? 'newest',
    before: read('before', z.string().regex(/^[\d.-]{1,60}$/)),
    limit: read(
      'limit',
      z
        .string()
        .regex(/^\d{1,4}$/)
        .transform(Number)
        .pipe(z.int().min(1).max(500)),
    ),
  };
  return { parameters, dropped };
}

/** The same parameters as an address says them. Paging is left out unless changed. */
export function listQuery(parameters: ListParameters, change: Query = {}): Query {
  const { q, region, stage, facets, sort } = parameters;
  return { q, region, stage, ...facets, sort: sort === 'newest' ? undefined : sort, ...change };
}
