import { matchKey } from '../values/script.ts';
import { sha256 } from '../values/canonical.ts';

/**
 * An organisation is told apart by its folded name: full width, traditional characters and punctuation aside,
 * Chinese company and agency names are unique. The id is derived, so a rebuild gives the same addresses.
 */
export function partyId(name: string): string {
  const known = ids.get(name);
  if (known !== undefined) return known;
  const key = matchKey(name);
  const id = key === '' ? '' : `p${sha256(key).slice(0, 12)}`;
  if (ids.size >= MOST_KEPT) ids.clear();
  ids.set(name, id);
  return id;
}

/** Names come again and again in an import; folding and hashing one costs more than the rest of its row. */
const ids = new Map<string, string>();
const MOST_KEPT = 20_000;

/** Where a party's page stands. */
export function partyPath(id: string, isUnit: boolean): string {
  return `${isUnit ? '/units' : '/parties'}/${id}`;
}
