import type { Database } from '../database/database.ts';
import type { Columns } from './columns.ts';
import { matchingIds } from './storage.ts';

/** Positions between two, both included, that match the words; newest first. */
export type Candidates = (low: number, high: number) => Int32Array;

/** Every row. */
export const everyRow: Candidates = (low, high) => {
  const all = new Int32Array(Math.max(0, high - low + 1));
  for (let index = 0; index < all.length; index++) all[index] = high - index;
  return all;
};

/**
 * Rows that match an expression. SQLite cannot be interrupted, so it is never asked about more than a stretch of
 * rows at once; the ids come as one text, five times faster than as rows.
 */
export function matching(database: Database, columns: Columns, expression: string): Candidates {
  const asked = new Map<string, Int32Array>();
  return (low, high) => {
    if (high < low) return new Int32Array(0);
    const key = `${low}-${high}`;
    let found = asked.get(key);
    if (!found) {
      const { id } = columns.arrays;
      found = positions(matchingIds(database, expression, id[low]!, id[high]!), id, low, high);
      asked.set(key, found);
    }
    return found;
  };
}

/** Rows that do not match. */
export function except(candidates: Candidates): Candidates {
  return (low, high) => {
    const gone = new Set(candidates(low, high));
    return everyRow(low, high).filter((position) => !gone.has(position));
  };
}

/** Stretches of rows from the newest down, short at first: most pages are full within a few hundred rows. */
export function* stretches(low: number, high: number): Generator<[low: number, high: number]> {
  for (let size = 2048; high >= low; size = Math.min(size * 2, 65_536)) {
    const from = Math.max(low, high - size + 1);
    yield [from, high];
    high = from - 1;
  }
}

/** All of them at once, four bytes each: as a list of numbers a million would take sixteen MB. */
export function gathered(positions: Iterable<number>): Int32Array {
  let found = new Int32Array(4_096);
  let count = 0;
  for (const position of positions) {
    if (count === found.length) {
      const larger = new Int32Array(count * 2);
      larger.set(found);
      found = larger;
    }
    found[count++] = position;
  }
  return found.subarray(0, count);
}

/** Rows that are walked one by one before they are leapt over: dense lists are read in step, rare ones by halves. */
const NEAR = 8;

/**
 * The positions of ids that come as one text `9,7,3`, newest first. An id that the columns do not have yet is left out.
 */
export function positions(list: string, ids: Float64Array, low: number, high: number): Int32Array {
  const found = new Int32Array(Math.min(high - low + 1, list.length));
  let count = 0;
  let position = high;
  for (let index = 0; index < list.length; index++) {
    let id = 0;
    for (; index < list.length; index++) {
      const digit = list.charCodeAt(index) - 48;
      if (digit < 0) break;
      id = id * 10 + digit;
    }
    for (let step = 0; step < NEAR && position >= low && ids[position]! > id; step++) position--;
    if (position >= low && ids[position]! > id) position = lastUpTo(ids, id, low, position);
    if (position >= low && ids[position] === id) found[count++] = position;
  }
  return found.subarray(0, count);
}

/** The last position whose id is not above, between two; one below the first when all are. */
function lastUpTo(ids: Float64Array, id: number, low: number, high: number): number {
  let step = NEAR;
  while (high - step >= low && ids[high - step]! > id) step *= 2;
  let [from, to] = [Math.max(low - 1, high - step), high - 1];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (ids[middle]! > id) to = middle - 1;
    else from = middle;
  }
  return from;
}
