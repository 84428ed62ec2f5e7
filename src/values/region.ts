import regions from '../../db/seeds/reference/regions.json' with { type: 'json' };

/** A division of GB/T 2260, or a local zone with a code of ours under its parent (`620500-jk`). */
export interface Region {
  code: string;
  name: string;
  short?: string;
  /** In other languages. */
  en?: string;
  /** Names before a renaming; found by search and import. */
  former?: string[];
}

/** The city this portal serves: its divisions stand first in every list. */
export const CITY = '620500';

export const REGIONS: readonly Region[] = regions;

const byCode = new Map(REGIONS.map((region) => [region.code, region]));

export function findRegion(code: string): Region | undefined {
  return byCode.get(code);
}

/** The name to show; the code itself where we do not know it, so that nothing is guessed. */
export function regionName(code: string, language: string = 'zh'): string {
  const region = byCode.get(code);
  if (!region) return code;
  return namesIn(region)[language] || region.short || region.name;
}

/** By language; of our own there is none: it is the name. */
function namesIn({ en }: Region): Record<string, string | undefined> {
  return { en };
}

/** The code of a printed division: its name, short or former name. Null when it is none we know. */
export function regionOf(name: string): string | null {
  const text = name.trim();
  const found = REGIONS.find(
    (region) => region.name === text || region.short === text || region.former?.includes(text),
  );
  return found?.code ?? null;
}

/** The divisions of our own city, in code order, the city itself first. */
export function cityRegions(): Region[] {
  return REGIONS.filter(({ code }) => code.startsWith(CITY.slice(0, 4)));
}
