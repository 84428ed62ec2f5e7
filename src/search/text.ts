import { fold } from '../values/script.ts';
import { stands } from './pattern.ts';
import type { Query, Term } from './query.ts';

/** What can be read of a release, as it was given to the index. */
export interface ReadableText {
  title: string;
  text: string;
  units: string[];
  suppliers: string[];
  codes: string[];
  media: string[];
}

/** The same, folded. Pieces are searched one by one: no word begins in a title and ends in a name. */
export interface SearchedText {
  title: string;
  unit: string[];
  supplier: string[];
  code: string[];
  medium: string[];
  text: string;
}

export function read({ title, text, units, suppliers, codes, media }: ReadableText): SearchedText {
  return {
    title: fold(title),
    text: fold(text),
    unit: units.map(fold),
    supplier: suppliers.map(fold),
    code: codes.map(fold),
    medium: media.map(fold),
  };
}

/** Whether the text is what the query asks for: the index only knows that its tokens are there. */
export function matches({ wanted, excluded }: Query, text: SearchedText): boolean {
  return wanted.every((term) => standsIn(term, text)) && !excluded.some((term) => standsIn(term, text));
}

/** Where the words that name no field stand: all in the title (0), in title, names and codes (1), or in the text (2). */
export function placeOf({ wanted }: Query, { title, unit, supplier, code }: SearchedText): 0 | 1 | 2 {
  const free = wanted.filter(({ field }) => field === null);
  if (free.length === 0) return 2;
  if (free.every(({ pattern }) => stands(pattern, title))) return 0;
  const pieces = [title, ...unit, ...supplier, ...code];
  return free.every(({ pattern }) => pieces.some((piece) => stands(pattern, piece))) ? 1 : 2;
}

function standsIn({ field, pattern }: Term, text: SearchedText): boolean {
  if (field) return text[field].some((piece) => stands(pattern, piece));
  return (
    stands(pattern, text.title) ||
    stands(pattern, text.text) ||
    [text.unit, text.supplier, text.code, text.medium].some((pieces) => pieces.some((piece) => stands(pattern, piece)))
  );
}

/** The words of releases, by id, as they were given to the index. A release that is not there is never shown. */
export type TextOf = (ids: number[]) => Map<number, ReadableText>;
