import type { Database } from '../database/database.ts';
import { fold } from '../values/script.ts';
import type { Columns } from './columns.ts';
import type { Filter } from './filter.ts';
import { heaviest, isLatin, MET, PLACES, positionsOfIds, readLists, type Preference } from './lists.ts';
import type { ReadableText, TextOf } from './text.ts';
import { isSound, soundTokens } from './sound-tokens.ts';
import { WORD_LETTERS } from './tokens.ts';
import type { Wish } from './wishes.ts';

/**
 * The second stage: what comes nearest to words that nothing holds all of. A row scores the weight of the tokens it
 * holds (rare ones weigh more, those in a title more than those in a text) over the weight of all; a token that stands
 * nowhere is what was mistyped, and costs little. Below half of the weight of what is known it is no result.
 *
 * Work is bounded, not timed: every list is read from its newest row to a limit, the rarest lists whole, and only the
 * few rows with the most weight are read and weighed again by their texts.
 */
export interface Near {
  position: number;
  score: number;
  inTitle: boolean;
  /** The words of which it holds less than half; of the others, found by how they sound, the characters that it has not. */
  lacks: string[];
  /** The conditions it does not meet, by their names. */
  fails: string[];
}

export interface NearestAnswer {
  /** Best first; one a record. */
  rows: Near[];
  /** Words that stand nowhere, in no spelling. */
  unknown: string[];
  /** What to mark: of every word the ways in which it was found. */
  words: string[];
}

/** Rows weighed by their texts. */
const MOST_WEIGHED = 80;
const LEAST = 0.5;
/** Of all words together what must be known at all: one known pair of a long word is an accident. */
const LEAST_KNOWN = 0.3;
/** A word that stands whole in the title. */
const WHOLE = 0.3;

/** A code that begins as typed stands before all words. */
const WHOLE_CODE = 3;

interface Known {
  idf: number;
  latin: RegExp | null;
}

export function nearest(
  database: Database,
  columns: Columns,
  textOf: TextOf,
  wishes: readonly Wish[],
  filter: Filter,
  preferences: readonly Preference[],
  /** Releases with a code that begins as typed. */
  coded: readonly number[],
  limit: number,
): NearestAnswer {
  const { low, high } = filter.shown;
  if (high < low) return { rows: [], unknown: [], words: [] };
  const lists = readLists(database, columns, wishes, low, high);
  const known = new Map(
    [...lists].map(([token, { idf, isKnown }]) => [token, isKnown ? { idf, latin: latinPattern(token) } : null]),
  );
  const isShown = (position: number) => position >= low && position <= high && filter.passes(position);
  const byCode = new Set(positionsOfIds(columns, coded).filter(isShown));
  const others = heaviest(columns, filter, preferences, lists, Math.max(MOST_WEIGHED, limit * 2));
  const candidates = [...byCode, ...others.filter((position) => !byCode.has(position))];
  const { id } = columns.arrays;
  const texts = textOf(candidates.map((position) => id[position]!));
  const nowhere = unknownWeight(columns.length);
  const rows = candidates.flatMap((position): Near[] => {
    const text = texts.get(id[position]!);
    const near =
      text &&
      (byCode.has(position) ? { score: WHOLE_CODE, inTitle: false, lacks: [] } : weigh(text, wishes, known, nowhere));
    if (!near) return [];
    const fails = preferences.filter(({ passes }) => !passes(position)).map(({ name }) => name);
    return [{ ...near, position, fails, score: near.score + MET * (preferences.length - fails.length) }];
  });
  const differences = ({ lacks, fails }: Near) => lacks.length + fails.length;
  rows.sort((a, b) => differences(a) - differences(b) || b.score - a.score || b.position - a.position);
  const shown = onePerRecord(columns, rows).slice(0, limit);
  return {
    rows: shown.map((row) => ({
      ...row,
      lacks: [...row.lacks, ...charactersAbsent(texts.get(id[row.position]!)!, wishes, row.lacks)],
    })),
    unknown: wishes
      .filter(({ ways }) => !ways.some(({ tokens }) => tokens.some(({ token }) => known.get(token))))
      .map(({ text }) => text),
    words: wordsToMark(
      wishes,
      shown.map(({ position }) => texts.get(id[position]!)!),
    ),
  };
}

/**
 * What is to be marked of the words: they themselves, and in the place of a mistyped one the pairs that are right or sound
 * the same in a title.
 */
function wordsToMark(wishes: readonly Wish[], texts: readonly ReadableText[]): string[] {
  const tokens = new Set(wishes.flatMap(({ ways }) => ways.flatMap((way) => way.tokens.map(({ token }) => token))));
  const pairs = [...tokens].filter((token) => !isSound(token) && !isLatin(token) && token.length > 1);
  const sounding = texts.flatMap(({ title }) => {
    const folded = fold(title);
    const found = [...folded].slice(1).map((_, index) => folded.slice(index, index + 2));
    return found.filter((pair) => soundTokens([pair]).some((token) => tokens.has(token)));
  });
  return [...new Set([...wishes.flatMap(({ ways }) => ways.map(({ text }) => text)), ...pairs, ...sounding])];
}

/** A number stands by itself: 29 is not in 2293. */
function standsIn(piece: string, text: string): boolean {
  return /\d/.test(piece) ? new RegExp(`(?<!\\d)${piece}(?!\\d)`).test(text) : text.includes(piece);
}

/** Of each word that stands nowhere whole, in none of its spellings, the characters that were mistyped, and numbers. */
function charactersAbsent(text: ReadableText, wishes: readonly Wish[], lacks: readonly string[]): string[] {
  const all = fold([text.title, ...text.units, ...text.suppliers, ...text.codes, text.text].join('\n'));
  return wishes
    .filter(({ text: word, ways }) => !lacks.includes(word) && !ways.some((way) => all.includes(fold(way.text))))
    .map(({ text: word }) => {
      const pieces = fold(word).match(/\p{Script=Han}|\d+/gu) ?? [];
      return pieces.filter((one) => !standsIn(one, all)).join('');
    })
    .filter((absent) => absent !== '');
}

/** What a token weighs that stands nowhere: half of what one would weigh that stands once. */
const unknownWeight = (rows: number) => Math.log(rows + 1) / 2;

function latinPattern(token: string): RegExp | null {
  return isLatin(token) ? new RegExp(`(?<![0-9${WORD_LETTERS}])${token}`, 'u') : null;
}

function onePerRecord(columns: Columns, rows: Near[]): Near[] {
  const seen = new Set<number>();
  return rows.filter(({ position }) => {
    const record = columns.arrays.record[position]!;
    return !seen.has(record) && seen.add(record);
  });
}

/** The weight that a text holds of each word, by its best way. Null when it is less than half of all. */
function weigh(
  text: ReadableText,
  wishes: readonly Wish[],
  known: ReadonlyMap<string, Known | null>,
  nowhere: number,
): Pick<Near, 'score' | 'inTitle' | 'lacks'> | null {
  const title = fold(text.title);
  const names = fold([...text.units, ...text.suppliers, ...text.codes].join('\n'));
  let body: string | undefined;
  const stands = (folded: string, token: string, latin: RegExp | null) =>
    latin ? latin.test(folded) : folded.includes(token);
  let sounds: { title: Set<string>; names: Set<string> } | undefined;
  const placeOf = (token: string, { latin }: Known) => {
    if (isSound(token)) {
      sounds ??= {
        title: new Set(soundTokens([title])),
        names: new Set(soundTokens([...text.units, ...text.suppliers].map(fold))),
      };
      return sounds.title.has(token) ? PLACES.title : sounds.names.has(token) ? PLACES.names : 0;
    }
    if (stands(title, token, latin)) return PLACES.title;
    if (stands(names, token, latin)) return PLACES.names;
    return stands((body ??= fold(text.text)), token, latin) ? PLACES.text : 0;
  };
  let [total, held, score, titled, share, whole] = [0, 0, 0, 0, 0, 0];
  const lacks: string[] = [];
  for (const wish of wishes) {
    let best = { score: 0, held: 0, inTitle: false, share: 0 };
    let weight = 0;
    for (const way of wish.ways) {
      let [all, nothing, holds, placed] = [0, 0, 0, 0];
      for (const { token, factor } of way.tokens) {
        const one = known.get(token);
        if (!one) {
          nothing += nowhere * factor;
          continue;
        }
        const place = placeOf(token, one);
        all += one.idf * factor;
        if (place > 0) holds += one.idf * factor;
        placed += one.idf * factor * place;
      }
      if (all === 0) continue;
      weight ||= all;
      const inTitle = title.includes(way.text);
      const mine = (way.weight * (placed + (inTitle ? WHOLE * all : 0))) / (all + nothing);
      if (mine > best.score)
        best = { score: mine, held: (way.weight * holds) / all, inTitle, share: holds / (all + nothing) };
    }
    const length = wish.ways[0]!.tokens.length;
    whole += length;
    share += best.share * length;
    if (weight === 0) continue;
    total += weight;
    held += best.held * weight;
    score += best.score * weight;
    if (best.inTitle) titled++;
    if (best.held < LEAST) lacks.push(wish.text);
  }
  if (total === 0 || held / total < LEAST || share / whole < LEAST_KNOWN) return null;
  return { score: score / total, inTitle: titled === wishes.length, lacks };
}
