import type { Columns } from './columns.ts';
import type { Sort } from './engine.ts';
import { openAt } from './filter.ts';

/**
 * Where a row stands in an order: tier first, then the smaller value, then the newer id. A page begins after
 * the key of the last row of the page before, so rows added meanwhile are neither repeated nor push others out.
 */
export interface Key {
  tier: 0 | 1;
  value: number;
  id: number;
}

export function isBefore(a: Key, b: Key): boolean {
  if (a.tier !== b.tier) return a.tier < b.tier;
  if (a.value !== b.value) return a.value < b.value;
  return a.id > b.id;
}

/** A key with the clock by which the order was begun: a tender that closes between two pages keeps its place. */
export interface Cursor extends Key {
  now: number;
}

const CURSOR = /^([01])\.(-?\d{1,16})\.(\d{1,16})\.(\d{1,16})$/;

/** Null for anything that is no cursor of ours: it comes from an address. */
export function readCursor(text: string | undefined): Cursor | null {
  const match = CURSOR.exec(text ?? '');
  return match && { tier: match[1] === '1' ? 1 : 0, value: Number(match[2]), id: Number(match[3]), now: Number(match[4]) };
}

export function writeCursor({ tier, value, id }: Key, now: number): string {
  return `${tier}.${value}.${id}.${now}`;
}

/** Keys of the orders that are not by id: open ones by nearest deadline, then the rest; amounts, then none. */
export function keys(columns: Columns, sort: Extract<Sort, 'closing' | 'amount'>, now: number): (position: number) => Key {
  const { id, deadline, amount } = columns.arrays;
  const isOpen = openAt(columns, now);
  if (sort === 'closing') {
    return (position) => (isOpen(position) ? { tier: 0, value: deadline[position]!, id: id[position]! } : { tier: 1, value: 0, id: id[position]! });
  }
  return (position) => {
    const fen = amount[position]!;
    return Number.isNaN(fen) ? { tier: 1, value: 0, id: id[position]! } : { tier: 0, value: -fen, id: id[position]! };
  };
}
