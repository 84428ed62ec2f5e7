import type { Columns } from './columns.ts';
import type { Sort } from './engine.ts';
import { openAt } from './filter.ts';

/**
 * Where a row stands in an order: tier first, then the smaller value, then the newer id. A page begins after
 * the key of the last row of the page before, so rows added meanwhile are neither repeated nor push others out.
 */
/** Of `best`: words in the title, in names and codes, in the text. Of the orders by value: with a value, without. */
export type Tier = 0 | 1 | 2;

export interface Key {
  tier: Tier;
  value: number;
  id: number;
}

/** A key with the clock by which the order was begun: a tender that closes between two pages keeps its place. */
export interface Cursor extends Key {
  now: number;
}

const CURSOR = /^([012])\.(-?\d{1,16})\.(\d{1,16})\.(\d{1,16})$/;

/** Null for anything that is no cursor of ours: it comes from an address. */
export function readCursor(text: string | undefined): Cursor | null {
  const match = CURSOR.exec(text ?? '');
  return (
    match && { tier: Number(match[1]) as Tier, value: Number(match[2]), id: Number(match[3]), now: Number(match[4]) }
  );
}

export function writeCursor({ tier, value, id }: Key, now: number): string {
  return `${tier}.${value}.${id}.${now}`;
}

/**
 * What the orders that are not by id go by, smallest first: the deadline of what is still open, the amount.
 * NaN for rows without: they follow in the second tier, newest first.
 */
export function ranking(
  columns: Columns,
  sort: Extract<Sort, 'closing' | 'amount'>,
  now: number,
): (position: number) => number {
  const { deadline, amount } = columns.arrays;
  const isOpen = openAt(columns, now);
  return sort === 'amount'
    ? (position) => -amount[position]!
    : (position) => (isOpen(position) ? deadline[position]! : NaN);
}

/** The first few of these positions after a key of the first tier, by rank, newer first among equals. */
export function firstByRank(
  positions: Iterable<number>,
  rank: (position: number) => number,
  after: { value: number; position: number } | null,
  count: number,
): number[] {
  const isEarlier = (a: number, b: number) => rank(a) < rank(b) || (rank(a) === rank(b) && a > b);
  const inOrder = (a: number, b: number) => (isEarlier(a, b) ? -1 : 1);
  let kept: number[] = [];
  let bound: number | null = null;
  for (const position of positions) {
    const value = rank(position);
    if (after && (value < after.value || (value === after.value && position >= after.position))) continue;
    if (bound !== null && !isEarlier(position, bound)) continue;
    kept.push(position);
    if (kept.length < count * 4) continue;
    kept = kept.sort(inOrder).slice(0, count);
    bound = kept.at(-1)!;
  }
  return kept.sort(inOrder).slice(0, count);
}
