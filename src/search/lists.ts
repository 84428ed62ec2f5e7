import type { Database } from '../database/database.ts';
import { positions } from './candidates.ts';
import type { Columns } from './columns.ts';
import type { Filter } from './filter.ts';
import { newestMatchingIds } from './storage.ts';
import { isSound } from './sound-tokens.ts';
import { MARK, WORD_LETTERS } from './tokens.ts';
import type { Wish } from './wishes.ts';

/*
 * Where the tokens of words stand, and which rows hold the most of their weight: the part of the second stage that the
 * index answers. The rest (`nearest.ts`) reads texts.
 */

/** How much a token weighs by where it stands. */
export const PLACES = { title: 1.5, names: 1.25, text: 1 } as const;

/** What is better met than not. */
export interface Preference {
  name: string;
  passes(position: number): boolean;
}

/** What a condition that is met adds. */
export const MET = 0.3;

/** Rows read of every list, to learn how frequent a token is. */
const FIRST = 500;
/** Rows read of all lists together. */
const MOST_READ = 120_000;
/** A longer question is not weighed to its end. */
const MOST_TOKENS = 48;

/** Where a token stands, as far as it was read. */
export interface List {
  positions: Int32Array;
  /** Of them those with the token in the title. */
  titled: Int32Array;
  weight: number;
  idf: number;
  isKnown: boolean;
}

/** Reads where the tokens of the words stand: every list a little, the rarest whole. */
export function readLists(
  database: Database,
  columns: Columns,
  wishes: readonly Wish[],
  low: number,
  high: number,
): Map<string, List> {
  const weights = new Map<string, number>();
  for (const { ways } of wishes)
    for (const { weight, tokens } of ways)
      for (const { token, factor } of tokens) weights.set(token, Math.max(weights.get(token) ?? 0, weight * factor));
  const { id } = columns.arrays;
  const [from, to] = [id[low]!, id[high]!];
  const read = (token: string, mark: string, most: number, beginning = '') =>
    positions(newestMatchingIds(database, `"${mark}${token}"${beginning}`, from, to, most), id, low, high);
  const lists = [...weights].slice(0, MOST_TOKENS).map(([token, weight]) => {
    const whole = read(token, '', FIRST);
    // What stands nowhere may begin what does; only then, for a common beginning is of thousands of words.
    const positions = whole.length === 0 && isBeginning(token) ? read(token, '', FIRST, ' *') : whole;
    const frequency =
      positions.length < FIRST
        ? positions.length
        : (FIRST * (high - low + 1)) / Math.max(1, high - positions.at(-1)! + 1);
    const idf = Math.max(0.1, Math.log((high - low + 2) / (frequency + 0.5)));
    return { token, positions, weight, idf, frequency, titled: new Int32Array(0) as Int32Array };
  });
  let left = MOST_READ;
  for (const list of lists.toSorted((a, b) => a.frequency - b.frequency)) {
    const most = Math.min(left, 20_000);
    if (list.positions.length === FIRST && most > FIRST) list.positions = read(list.token, '', most);
    if (list.positions.length > 0 && !isSound(list.token))
      list.titled = read(list.token, MARK.title, Math.max(FIRST, most));
    left = Math.max(0, left - list.positions.length - list.titled.length);
  }
  return new Map(
    lists.map(({ token, positions, titled, weight, idf }) => [
      token,
      { positions, titled, weight, idf, isKnown: positions.length > 0 },
    ]),
  );
}

/** From four letters or digits on. */
const isBeginning = (token: string) => isLatin(token) && token.length >= 4;

const LATIN = new RegExp(`^[0-9${WORD_LETTERS}]+$`, 'u');
export const isLatin = (token: string) => LATIN.test(token);

/** Of ids that are known, their positions. */
export function positionsOfIds(columns: Columns, ids: readonly number[]): number[] {
  return ids
    .map((id) => ({ id, position: columns.positionFrom(id) }))
    .filter(({ id, position }) => columns.arrays.id[position] === id)
    .map(({ position }) => position);
}

let scores = new Float32Array(0);

/** The rows that hold the most weight, as far as the lists were read; one a record. */
export function heaviest(
  columns: Columns,
  filter: Filter,
  preferences: readonly Preference[],
  lists: Map<string, List>,
  most: number,
): number[] {
  if (scores.length < columns.length) scores = new Float32Array(columns.length * 2);
  const touched: number[] = [];
  const add = (positions: Int32Array, weight: number) => {
    for (const position of positions) {
      if (scores[position] === 0) touched.push(position);
      scores[position]! += weight;
    }
  };
  for (const { positions, titled, weight, idf } of lists.values()) {
    add(positions, weight * idf);
    add(titled, weight * idf * (PLACES.title - 1));
  }
  const whole = Math.max(...[...lists.values()].map(({ idf }) => idf)) * 2;
  const best = new Map<number, number>();
  const { record } = columns.arrays;
  for (const position of touched) {
    if (!filter.passes(position)) continue;
    for (const { passes } of preferences) if (passes(position)) scores[position]! += MET * whole;
    const other = best.get(record[position]!);
    if (
      other === undefined ||
      scores[other]! < scores[position]! ||
      (scores[other] === scores[position] && other < position)
    )
      best.set(record[position]!, position);
  }
  const order = [...best.values()].sort((a, b) => scores[b]! - scores[a]! || b - a).slice(0, most);
  for (const position of touched) scores[position] = 0;
  return order;
}
