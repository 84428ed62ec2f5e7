import { fold } from '../values/script.ts';
import { runs, WORD_LETTERS, type Run } from './tokens.ts';

/**
 * The words as they may stand in a folded text: whatever is neither letter nor digit may stand between two
 * runs, so `2024 28号` is found in `〔2024〕28号`. A part of letters or digits is matched whole, as the index
 * has it: `28` is not in `128`. Runs of separators and of literals exclude each other, so no text is slow.
 */
export function pattern(parts: Run[]): RegExp {
  return either([parts]);
}

/** Any of several words. */
export function either(words: Run[][]): RegExp {
  return new RegExp(words.map((parts) => parts.map(source).join('[^\\p{L}\\p{N}]*')).join('|'), 'gu');
}

/**
 * The pattern by which a word as typed is marked in what was published; null when it holds no letter or digit. A space
 * inside a Chinese word does not hide it: 采 购 人.
 */
export function patternOf(word: string): RegExp | null {
  const parts = runs(fold(word));
  if (parts.length === 0) return null;
  const spaced = parts.map((part) => (part.script === 'chinese' ? part.atoms.join('\\s?') : source(part)));
  return new RegExp(spaced.join('[^\\p{L}\\p{N}]*'), 'gu');
}

export function stands(regex: RegExp, folded: string): boolean {
  regex.lastIndex = 0;
  return regex.test(folded);
}

function source({ script, atoms }: Run): string {
  const literal = atoms.join('');
  if (script === 'chinese') return literal;
  return `(?<!${same(atoms[0]!)})${literal}(?!${same(atoms.at(-1)!)})`;
}

/** What may not adjoin a part, or it would be a longer part. */
const same = (part: string) => (/^[0-9]/.test(part) ? '[0-9]' : `[${WORD_LETTERS}]`);
