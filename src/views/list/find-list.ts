import type { RecordFilter } from '../../notices/lists/query.ts';
import { countWithout, listOcids, listRecords } from '../../notices/lists/storage.ts';
import type { RecordRow } from '../../notices/release.ts';
import { publicStamp } from '../../notices/storage.ts';
import type { Register } from '../../registers/register.ts';
import { countOf, type Count } from '../../search/engine.ts';
import type { Portal } from '../portal.ts';
import { filterOf, type ListParameters } from './parameters.ts';

/** The records of a list and how many these are. Page, tables and calendar ask here, so that they cannot differ. */
export interface FoundList {
  records: RecordRow[];
  total: number;
  count: Count;
  next: string | null;
  /** How many stand at the end of an order by sum or day of deal because they have none; 0 in other orders. */
  without: number;
  /** Words were found in more records than are looked through. */
  isCut: boolean;
}

export const PAGE = 20;

/** One page. */
export async function findList(portal: Portal, register: Register, parameters: ListParameters): Promise<FoundList> {
  const { database } = portal;
  const { filter, isCut } = await askedOf(portal, register, parameters);
  const { sort: order, before, limit = PAGE } = parameters;
  const now = portal.now();
  const { exact, ...page } = listRecords(database, { ...filter, order, before, limit, now });
  const isPartial = order === 'amount' || order === 'dealt';
  return {
    ...page,
    count: countOf(exact && !isCut, true),
    without: isPartial ? countWithout(database, filter, order, now) : 0,
    isCut,
  };
}

/** As many as a table holds, in order; `among`: only these. */
export async function findAll(
  portal: Portal,
  register: Register,
  parameters: ListParameters,
  { most, among }: { most: number; among?: readonly string[] },
): Promise<{ ocids: string[]; next: string | null; isCut: boolean }> {
  const { filter, isCut } = await askedOf(portal, register, parameters);
  const both = among && filter.among ? inBoth(among, filter.among) : (among ?? filter.among);
  const { sort: order, before, limit = most } = parameters;
  const query = { ...filter, among: both, order, before, limit, now: portal.now() };
  return { ...listOcids(portal.database, query), isCut };
}

function inBoth(some: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return some.filter((ocid) => known.has(ocid));
}

async function askedOf(
  portal: Portal,
  register: Register,
  parameters: ListParameters,
): Promise<{ filter: RecordFilter; isCut: boolean }> {
  const filter = filterOf(register, parameters);
  if (parameters.q === '') return { filter, isCut: false };
  const { ocids, isCut } = await holding(portal, register, parameters.q);
  return { filter: { ...filter, among: ocids }, isCut };
}

interface Holding {
  ocids: string[];
  isCut: boolean;
}

/** A register's list is no search of everything: of more records the newer ones are looked through. */
const MOST_HOLDING = 6_000;
const A_TIME = 3_000;

/** The records that hold the words. What else is asked, and the order, is the list's own matter. */
async function holding(portal: Portal, register: Register, q: string): Promise<Holding> {
  const kept = keptOf(portal);
  const key = `${register.id} ${q}`;
  const known = kept.get(key);
  if (known) return known;
  const found = await search(portal, register, q);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, found);
  return found;
}

async function search(portal: Portal, register: Register, q: string): Promise<Holding> {
  const ocids = new Set<string>();
  for (let before: string | undefined; ;) {
    const page = await portal.search.search({
      q,
      filters: { register: [register.id] },
      sort: 'newest',
      ...(before !== undefined && { before }),
      limit: A_TIME,
      facets: false,
      collapse: true,
      now: portal.now(),
    });
    for (const { ocid } of page.hits) ocids.add(ocid);
    if (page.next === null || ocids.size >= MOST_HOLDING) return { ocids: [...ocids], isCut: page.next !== null };
    before = page.next;
  }
}

/** Who sorts, filters and takes away what was searched for asks for the same words again. */
const MOST_KEPT = 20;
const searched = new WeakMap<Portal['database'], { stamp: string; found: Map<string, Holding> }>();

function keptOf({ database }: Portal): Map<string, Holding> {
  const stamp = publicStamp(database);
  const before = searched.get(database);
  if (before?.stamp === stamp) return before.found;
  const found = new Map<string, Holding>();
  searched.set(database, { stamp, found });
  return found;
}
