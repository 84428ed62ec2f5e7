import groups from '../../db/seeds/reference/everyday.json' with { type: 'json' };
import { fold } from './script.ts';

/** What people say, in English too, with what notices call it: one way only, for 道路 is not asked for as 修路. */
export const EVERYDAY: readonly { said: string; means: readonly string[] }[] = groups;

interface Said {
  means: string[];
  /** What of a folded text it is, or null. */
  in(text: string): string | null;
  length: number;
}

let known: Said[] | undefined;

/** What stands in a text as it is said every day, the longest first: 修路 with 道路, 公路, 路面; roads with 道路. Folded. */
export function everydayIn(text: string): { said: string; means: string[] }[] {
  known ??= EVERYDAY.map(saidAs).toSorted((a, b) => b.length - a.length);
  const typed = fold(text);
  return known.flatMap(({ means, in: find }) => {
    const said = find(typed);
    return said === null ? [] : [{ said, means }];
  });
}

/** A word in letters stands between others that are not, in the singular or plural: road is none of broad. */
function saidAs({ said, means }: (typeof EVERYDAY)[number]): Said {
  const word = fold(said);
  const pattern = new RegExp(/^[a-z]+$/.test(word) ? `(?<![a-z])${word}s?(?![a-z])` : word);
  return { means: means.map(fold), in: (text) => pattern.exec(text)?.[0] ?? null, length: word.length };
}

/** What stands around what is meant, in English. */
const AROUND = /(?<![a-z])(?:fees?|charges?|charged|for|of|an?|the|my|i|paid|to|get)(?![a-z])/g;

/** A text without a Chinese character with what it means in the place of what is known: passport fee is 护照. */
export function inChinese(text: string): string {
  if (/\p{Script=Han}/u.test(text)) return text;
  const said = everydayIn(text);
  return said.length === 0
    ? text
    : said.reduce((left, { said: word, means }) => left.replace(word, means[0]!), fold(text)).replace(AROUND, ' ');
}
