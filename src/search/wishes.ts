import { fold } from '../values/script.ts';
import { everydayIn } from '../values/everyday.ts';
import { lookingLike } from '../values/lookalikes.ts';
import { synonymsOf } from '../values/synonyms.ts';
import { unitNames } from '../values/unit-names.ts';
import { initialsTyped, isPinyin, pairsTyped, soundsOf } from '../values/sounds.ts';
import { initialsToken, pairToken } from './sound-tokens.ts';
import { queryTokens, runs } from './tokens.ts';

/** A token of a word, and how much of its weight counts: less where it joins two words that were typed as one. */
export interface WishToken {
  token: string;
  factor: number;
}

/** One way to say a word. `weight` is how surely it means the same: 1 for what was typed. */
export interface Way {
  /** Folded. */
  text: string;
  weight: number;
  tokens: WishToken[];
}

/** A word that is looked for when nothing holds all that was typed. */
export interface Wish {
  /** As typed. */
  text: string;
  ways: Way[];
}

/** What a word may also be called, and how surely. */
export interface Other {
  text: string;
  weight: number;
}

/** A pair across the border of two words: 区湖 in 秦州区湖滨路. */
const ACROSS = 0.4;

/** How surely a word means what was typed. */
const SURE = { same: 0.95, form: 0.9, everyday: 0.8, look: 0.75, sound: 0.75, initials: 0.7 } as const;

/** What was typed, word by word, each with what it may also be called. */
export function wishesOf(words: string): Wish[] {
  return wordsIn(words).flatMap((word) => wishOf(word, othersOf(word)) ?? []);
}

/** Apart by spaces; pinyin that was typed syllable by syllable is one word. */
function wordsIn(text: string): string[] {
  const found: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const before = found.at(-1);
    const joined = before === undefined ? '' : fold(before + word);
    const isSyllables = before !== undefined && isPinyin(fold(before)) && isPinyin(fold(word)) && isPinyin(joined);
    if (isSyllables) found[found.length - 1] = joined;
    else found.push(word);
  }
  return found;
}

function othersOf(word: string): Other[] {
  const typed = fold(word);
  return [
    ...[...synonymsOf(word), ...unitNames(word)].map((text) => ({ text, weight: SURE.same })),
    ...legalForms(typed).map((text) => ({ text, weight: SURE.form })),
    ...lookingLike(typed).map((text) => ({ text, weight: SURE.look })),
    ...everydayIn(word).flatMap(({ said, means }) =>
      means.map((text) => ({ text: typed.replace(said, text), weight: SURE.everyday })),
    ),
  ];
}

/** 公司法 arts. 2, 6; people say any of them for any other. */
const FORM = /(?:有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|公司|集团|厂)$/;

/** A company by its name alone: which form it has is what people do not know. */
function legalForms(folded: string): string[] {
  const name = folded.replace(FORM, '');
  return name !== folded && name.length >= 2 ? [name] : [];
}

/** A word with what it may also be called. Null when it holds no letter or digit. */
export function wishOf(text: string, others: readonly Other[] = []): Wish | null {
  const said = [{ text, weight: 1 }, ...others].map((way) => {
    const folded = fold(way.text);
    return { text: folded, weight: way.weight, tokens: tokensOf(folded) };
  });
  const ways = [...said, ...soundingLike(fold(text))].filter(({ tokens }) => tokens.length > 0);
  return ways.length > 0 ? { text, ways } : null;
}

function tokensOf(folded: string): WishToken[] {
  const across = pairsAcross(folded);
  return queryTokens(runs(folded)).map((token) => ({ token, factor: across.has(token) ? ACROSS : 1 }));
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The pairs that no word holds, as far as the dictionary of the runtime cuts words. */
function pairsAcross(folded: string): Set<string> {
  const across = new Set<string>();
  const inside = new Set<string>();
  let before = '';
  for (const { segment } of words.segment(folded)) {
    // A word of one character belongs to both its neighbours: 湖滨|路 is one name.
    if (before.length > 1 && segment.length > 1) across.add(before.at(-1)! + segment[0]!);
    for (let index = 1; index < segment.length; index++) inside.add(segment.slice(index - 1, index + 1));
    before = segment;
  }
  return across.difference(inside);
}

/** A word by its sound: a character mistaken for another that sounds the same, pinyin, initials. */
function soundingLike(folded: string): Way[] {
  const way = (weight: number, tokens: string[]): Way => ({
    text: folded,
    weight,
    tokens: tokens.map((token) => ({ token, factor: 1 })),
  });
  return [
    way(SURE.sound, soundsOf(folded).pairs.map(pairToken)),
    ...pairsTyped(folded).map((pairs) => way(SURE.sound, pairs.map(pairToken))),
    way(SURE.initials, initialsTyped(folded).map(initialsToken)),
  ];
}
