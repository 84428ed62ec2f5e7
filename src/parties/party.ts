import { matchKey } from '../values/script.ts';
import { sha256 } from '../values/canonical.ts';
import { speltOut } from '../values/sounds.ts';

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

/** By what a party is ordered and found in a directory. One name folded is one party, so no other spelling changes it. */
export interface Spelt {
  /** Its name in pinyin, syllable by syllable. */
  sorted: string;
  /** Its folded name, pinyin and initials, a line each. */
  found: string;
}

export function speltName(name: string): Spelt {
  const key = matchKey(name);
  const before = spelt.get(key);
  if (before) return before;
  const parts = speltOut(key);
  const made = {
    sorted: parts.join(' '),
    found: [key, parts.join(''), parts.map((part) => part[0]).join('')].join('\n'),
  };
  if (spelt.size >= MOST_KEPT) spelt.clear();
  spelt.set(key, made);
  return made;
}

const spelt = new Map<string, Spelt>();

/** Where a party's page stands. */
export function partyPath(id: string, isUnit: boolean): string {
  return `${isUnit ? '/units' : '/parties'}/${id}`;
}
