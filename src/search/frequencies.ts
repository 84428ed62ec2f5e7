import type { Columns } from './columns.ts';
import type { TextOf } from './text.ts';
import { wordTokens } from './tokens.ts';

const SAMPLE = 400;
/** A token in a fifth of the sample tells little, and its list is the longest to walk. */
const OFTEN = SAMPLE / 5;
/** A token in less than two of the sample is rare enough to find a word by itself. */
const SELDOM = 2;
/** Below this any list is short. */
const FEWEST = 5_000;

/** How often tokens stand in releases, as far as it matters to a search. */
export interface Frequencies {
  often(token: string): boolean;
  seldom(token: string): boolean;
}

export const UNKNOWN: Frequencies = { often: () => false, seldom: () => false };

/**
 * Learnt from a sample, and again when the rows have doubled. A word with a rare token is looked up without its
 * frequent ones: 甘肃某建设工程有限公司 is found by the pairs of its name alone, and what is shown is checked
 * against the text all the same. A word of frequent tokens only needs them all: 工程施工招标 and 工程施工中标
 * share every pair but one.
 */
export class LearntFrequencies {
  #learnt = UNKNOWN;
  #learntAt = 0;

  refresh(columns: Columns, textOf: TextOf): Frequencies {
    const count = columns.length;
    if (count < FEWEST || (count < this.#learntAt * 2 && count > this.#learntAt / 2)) return this.#learnt;
    const ids = Array.from({ length: SAMPLE }, (_, index) => columns.arrays.id[Math.floor((index * count) / SAMPLE)]!);
    const seen = new Map<string, number>();
    for (const text of textOf(ids).values()) {
      for (const token of wordTokens(text).split(' ')) seen.set(token, (seen.get(token) ?? 0) + 1);
    }
    const often = new Set([...seen].filter(([, times]) => times >= OFTEN).map(([token]) => token));
    const known = new Set([...seen].filter(([, times]) => times >= SELDOM).map(([token]) => token));
    this.#learnt = { often: (token) => often.has(token), seldom: (token) => !known.has(token) };
    this.#learntAt = count;
    return this.#learnt;
  }
}
