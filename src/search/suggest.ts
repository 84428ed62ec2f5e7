import type { Database } from '../database/database.ts';
import { DAY } from '../values/date.ts';
import { fold } from '../values/script.ts';
import { firstKeyAt } from '../values/order-key.ts';
import { EMPTIED, newestMatching, recordsOf } from './storage.ts';
import { initialsTyped, pairsTyped } from '../values/sounds.ts';
import { initialsToken, pairToken } from './sound-tokens.ts';
import { MARK, queryTokens, runs, type Field } from './tokens.ts';

/** The newest days first, and further back only while little was found: a suggestion may take milliseconds. */
const REACH = [120, 730, 36_500];
const BUDGET = 5;

/**
 * Records whose newest matching notice has the typed words in its title, or names a unit or supplier by them; newest
 * first, each once. At most `limit`, fewer when the time (5 ms) is up.
 */
export function recordsNaming(
  database: Database,
  typed: string,
  field: Field,
  limit: number,
  now: number,
  clock = () => performance.now(),
): string[] {
  const tokens = queryTokens(runs(fold(typed))).map((token) => MARK[field] + token);
  return recordsWith(database, [tokens], limit, now, clock);
}

/** The same for letters: records of which a title or a name sounds as typed, in pinyin or its initials. */
export function recordsSounding(
  database: Database,
  letters: string,
  limit: number,
  now: number,
  clock = () => performance.now(),
): string[] {
  return recordsWith(database, soundingTyped(letters), limit, now, clock);
}

/** The tokens of every way to read letters as sounds; empty when they cannot be. */
export function soundingTyped(letters: string): string[][] {
  return [
    ...pairsTyped(letters).map((pairs) => pairs.map(pairToken)),
    initialsTyped(letters).map(initialsToken),
  ].filter((tokens) => tokens.length > 0);
}

/** Newest first; any of several lists of tokens, each of which must be held whole. */
function recordsWith(
  database: Database,
  ways: readonly string[][],
  limit: number,
  now: number,
  clock: () => number,
): string[] {
  const held = ways.filter((tokens) => tokens.length > 0);
  if (held.length === 0) return [];
  const expression = held.map((tokens) => `(${tokens.map((token) => `"${token}"`).join(' AND ')})`).join(' OR ');
  const end = clock() + BUDGET;
  const ocids = new Set<string>();
  let high = firstKeyAt(now + 2 * DAY);
  for (const days of REACH) {
    const low = Math.max(EMPTIED + 1, firstKeyAt(now - days * DAY));
    const ids = newestMatching(database, expression, low, high, limit * 4);
    const records = recordsOf(database, ids);
    for (const id of ids) if (records.has(id)) ocids.add(records.get(id)!);
    if (ocids.size >= limit || clock() > end) break;
    high = low - 1;
  }
  return [...ocids].slice(0, limit);
}
