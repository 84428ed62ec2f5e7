import type { RecordFilter } from '../../notices/lists/query.ts';
import { countWithout, listOcids, listRecords } from '../../notices/lists/storage.ts';
import type { RecordRow } from '../../notices/release.ts';
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

/** All of them, in order. */
export async function findAll(
  portal: Portal,
  register: Register,
  parameters: ListParameters,
  among?: readonly string[],
): Promise<{ ocids: string[]; isCut: boolean }> {
  const { filter, isCut } = await askedOf(portal, register, parameters);
  const both = among && filter.among ? among.filter((ocid) => filter.among!.includes(ocid)) : (among ?? filter.among);
  const query = { ...filter, among: both, order: parameters.sort, now: portal.now() };
  return { ocids: listOcids(portal.database, query), isCut };
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

/** Newest first; a register's list is no search of everything. */
const A_TIME = 500;
const MOST_PAGES = 12;

/** The records that hold the words. What else is asked, and the order, is the list's own matter. */
async function holding(portal: Portal, register: Register, q: string): Promise<{ ocids: string[]; isCut: boolean }> {
  const ocids = new Set<string>();
  let pages = 0;
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
    pages += 1;
    if (page.next === null || pages === MOST_PAGES) return { ocids: [...ocids], isCut: page.next !== null };
    before = page.next;
  }
}
