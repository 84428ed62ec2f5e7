import departments from '../../db/seeds/reference/units.json' with { type: 'json' };
import { fold } from './script.ts';

/** A department by its general name of today, with the names it bore before the reforms (domain.md §0.1). */
export interface Department {
  name: string;
  former: readonly string[];
  /** The year of the reform, where we are sure of it. */
  since?: string;
}

export const DEPARTMENTS: readonly Department[] = departments;

/**
 * The other names under which the unit that is named in a text was or is known, the rest left as it is:
 * 天水市国土资源局 → 天水市自然资源局. Empty when no department is named. Folded, as search compares.
 */
export function unitNames(text: string): string[] {
  const known = found.get(text);
  if (known) return known;
  const names = find(text);
  if (found.size >= MOST_KEPT) found.clear();
  found.set(text, names);
  return names;
}

/** Units come again and again in an import, and every name is held against every department. */
const found = new Map<string, string[]>();
const MOST_KEPT = 20_000;

let spellings: string[][] | undefined;

function find(text: string): string[] {
  const typed = fold(text);
  spellings ??= DEPARTMENTS.map(({ name, former }) => [name, ...former].map(fold));
  return spellings.flatMap((names) => {
    // The longest: 住房和城乡建设局 ends with 建设局, which is its former name.
    const named = names.filter((name) => typed.includes(name)).toSorted((a, b) => b.length - a.length)[0];
    return named === undefined ? [] : names.filter((name) => name !== named).map((name) => typed.replace(named, name));
  });
}
