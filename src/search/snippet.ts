import { fold } from '../values/script.ts';
import { patternOf } from './pattern.ts';

/** A piece of a text, marked when it is one of the words looked for. Not escaped: pages do that. */
export interface Part {
  text: string;
  marked: boolean;
}

/** The text with the words marked, in whatever script, width and case they were published. */
export function mark(text: string, words: string[]): Part[] {
  return parts(text, ranges(text, words), 0, text.length);
}

/** How many places of a text are weighed for the best window: a long text full of the word is not read to its end. */
const MOST_PLACES = 200;
const ELLIPSIS: Part = { text: '…', marked: false };

/** About `width` characters where the words stand closest together, on one line; the beginning when there are none. */
export function snippet(text: string, words: string[], width = 110): Part[] {
  const line = text.replace(/\s+/g, ' ').trim();
  const found = ranges(line, words);
  const start = windowStart(line, found, width);
  const end = whole(line, Math.min(line.length, start + width));
  return [
    ...(start > 0 ? [ELLIPSIS] : []),
    ...parts(line, found, start, end),
    ...(end < line.length ? [ELLIPSIS] : []),
  ];
}

interface Range {
  start: number;
  end: number;
  word: number;
}

/** Where the words stand, in order. Folding keeps offsets, so they hold for the text as published. */
function ranges(text: string, words: string[]): Range[] {
  const folded = fold(text);
  return words
    .flatMap((word, index) => {
      const regex = patternOf(word);
      return regex
        ? Array.from(folded.matchAll(regex), (match) => ({
            start: match.index,
            end: match.index + match[0].length,
            word: index,
          }))
        : [];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function windowStart(line: string, found: Range[], width: number): number {
  if (line.length <= width || found.length === 0) return 0;
  const places = found.slice(0, MOST_PLACES);
  let best = { score: 0, start: 0 };
  for (const { start } of places) {
    const inside = places.filter((place) => place.start >= start && place.end <= start + width * 0.8);
    const score = new Set(inside.map(({ word }) => word)).size * 1000 + inside.length;
    if (score > best.score) best = { score, start };
  }
  return whole(line, Math.min(lead(line, best.start, Math.floor(width * 0.2)), line.length - width));
}

/** A little before the first word: from the beginning of its sentence when that is near. */
function lead(line: string, start: number, most: number): number {
  const from = Math.max(0, start - most);
  if (from === 0) return 0;
  const stop = Math.max(
    ...['。', '；', '！', '？', '，', ' '].map((sign) => line.slice(from, start).lastIndexOf(sign)),
  );
  return stop < 0 ? from : from + stop + 1;
}

/** Never between the halves of a character. */
function whole(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff && index > 0 ? index - 1 : index;
}

function parts(text: string, found: Range[], start: number, end: number): Part[] {
  const made: Part[] = [];
  let at = start;
  const add = (to: number, marked: boolean) => {
    if (to <= at) return;
    const last = made.at(-1);
    if (last?.marked === marked) last.text += text.slice(at, to);
    else made.push({ text: text.slice(at, to), marked });
    at = to;
  };
  for (const range of found) {
    if (range.start >= end) break;
    if (range.end <= at) continue;
    add(range.start, false);
    add(Math.min(range.end, end), true);
  }
  add(end, false);
  return made;
}
