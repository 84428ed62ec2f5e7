import type { Database } from '../../database/database.ts';
import { textOf } from '../../notices/search-document.ts';
import { rowsThroughout } from '../../search/meilisearch/storage.ts';
import type { ReadableText } from '../../search/text.ts';

/** So often a notice is gone through; with each round it is cut at other places. */
const ROUNDS = 50;

/**
 * What readers might look for, out of what is in the database, the same every time: titles and pieces of them, names,
 * codes, pieces of texts; from notices of all days.
 */
export function questionsIn(database: Database, most: number): string[] {
  const texts = textOf(database);
  const ids = rowsThroughout(database, most);
  const questions = new Set<string>();
  for (let round = 0; round < ROUNDS && questions.size < most; round++) {
    for (const [index, id] of ids.entries()) {
      const text = texts([id]).get(id);
      const question = text && KINDS[(index + round) % KINDS.length]!(text, index + 7 * round)?.trim();
      if (question && question.length > 1) questions.add(question);
      if (questions.size === most) break;
    }
  }
  return [...questions];
}

/** `n` says where it is cut. */
const KINDS: readonly ((text: ReadableText, n: number) => string | undefined)[] = [
  ({ title }, n) => piece(title, n, 2 + (n % 3)),
  ({ title }, n) => piece(title, 3 * n, 5 + (n % 8)),
  ({ text }, n) => piece(text, 31 * n, 2 + (n % 3)),
  ({ units }, n) => units[n % units.length],
  ({ title }) => title,
  ({ suppliers }, n) => suppliers[n % suppliers.length],
  ({ text }, n) => piece(text, 97 * n, 4 + (n % 9)),
  ({ codes }, n) => codes[n % codes.length],
  ({ title, text }, n) => `${piece(title, n, 2)} ${piece(text, 53 * n, 3)}`,
  ({ codes }, n) => codes[n % codes.length]?.slice(0, 4 + (n % 5)),
];

/** So many characters that stand together in one line. */
function piece(text: string, from: number, length: number): string {
  const characters = [...text];
  const start = characters.length === 0 ? 0 : from % characters.length;
  return characters
    .slice(start, start + length)
    .join('')
    .split('\n')[0]!
    .replaceAll('"', ' ');
}
