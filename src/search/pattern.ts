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

/** The pattern of a word as typed; null when it holds no letter or digit. */
export function patternOf(word: string): RegExp | null {
  const parts = runs(fold(word));
  return parts.length === 0 ? null : pattern(parts);
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
