import divisions from '../../db/seeds/reference/divisions.json' with { type: 'json' };
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

/** Our own with what is known of them, and all others of GB/T 2260 down to the county. */
export const REGIONS: readonly Region[] = [
  ...regions,
  ...Object.entries(divisions)
    .filter(([code]) => !regions.some((own) => own.code === code))
    .map(([code, name]) => ({ code, name })),
];

const byCode = new Map(REGIONS.map((region) => [region.code, region]));

export function findRegion(code: string): Region | undefined {
  return byCode.get(code);
}

/** The name to show; the code itself where we do not know it, so that nothing is guessed. */
export function regionName(code: string, language: string = 'zh'): string {
  const region = byCode.get(code);
  if (!region) return code;
  const name = namesIn(region)[language] || region.short || region.name;
  // A county elsewhere is told with its province: there are three 鼓楼区.
  const isElsewhere = !code.startsWith(CITY.slice(0, 2)) && !code.endsWith('0000');
  const province = isElsewhere ? byCode.get(`${code.slice(0, 2)}0000`) : undefined;
  return province
    ? namesIn(province)[language]
      ? `${name}, ${namesIn(province)[language]}`
      : stem(province.name) + name
    : name;
}

/** By language; of our own there is none: it is the name. */
function namesIn({ en }: Region): Record<string, string | undefined> {
  return { en };
}

/** The code of a printed division: its name, short or former name. Null when it is none we know. */
export function regionOf(name: string): string | null {
  const text = name.trim();
  const own = regions as readonly Region[];
  const found = own.find((region) => region.name === text || region.short === text || region.former?.includes(text));
  if (found) return found.code;
  const named = REGIONS.filter(({ name: full }) => full === text);
  return named.length === 1 ? named[0]!.code : null;
}

/** Whether a code is that of the other or of a division in it; every code lies in ''. */
export function liesIn(code: string, outer: string): boolean {
  return code.startsWith(outer.replace(/(?:00)+$/, ''));
}

/** A division and all that lie in it. */
export function regionsIn(outer: string): string[] {
  return [outer, ...REGIONS.flatMap(({ code }) => (code !== outer && liesIn(code, outer) ? [code] : []))];
}

/** A division and those in which it lies, the finest first: 620502, 620500, 620000. */
export function regionsAround(code: string): string[] {
  return [...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`])].filter((one) => byCode.has(one));
}

/**
 * The finest division that texts name, the weightiest text first: what a later text says counts only where it is finer.
 * `hint` is the province or city that is known otherwise; what lies outside it is not meant. '' when nothing is named.
 */
export function finestRegion(texts: readonly (string | undefined)[], hint = ''): string {
  let found = '';
  for (const text of texts)
    for (const codes of divisionsNamed(text ?? '')) {
      const within = codes.filter((code) => liesIn(code, found || hint));
      const [only] = within;
      if (only !== undefined && within.length === 1 && (found === '' || only !== found)) found = only;
    }
  return found || hint;
}

/** The codes that each name in the text may stand for, in reading order; the longest name at a place is meant. */
function divisionsNamed(text: string): string[][] {
  return divisionsIn(text).map(({ codes }) => codes);
}

/** A division as a text names it. */
export interface NamedDivision {
  name: string;
  /** There are three 鼓楼区. */
  codes: string[];
  /** Where the name begins. */
  at: number;
}

/** The divisions a text names, in reading order: by their names, former names, and cities and provinces without 市 and 省. */
export function divisionsIn(text: string): NamedDivision[] {
  const named: NamedDivision[] = [];
  for (let at = 0; at < text.length; at++) {
    const hit = namesAt()
      .get(text.slice(at, at + 2))
      ?.find(({ name, isShort }) => {
        if (!text.startsWith(name, at)) return false;
        const behind = text.slice(at + name.length, at + name.length + 2);
        if (isShort) return !/^(?:[路街道村镇乡桥门江河湖]|大道|[东西南北中][路街])/.test(behind);
        return name.length > 2 || at === 0 || /[省市州区盟]$/.test(text.slice(0, at));
      });
    if (!hit) continue;
    named.push({ name: hit.name, codes: hit.codes, at });
    at += hit.name.length - 1;
  }
  return named;
}

/** Our own districts and counties as pages in English call them, in any case: Qinzhou, Qinzhou District. */
export function divisionsInLetters(text: string): NamedDivision[] {
  if (!/[a-z]/i.test(text)) return [];
  return REGIONS.flatMap(({ code, en }) => {
    if (!en || !/^\d{4}(?!00)\d\d$/.test(code)) return [];
    const match = new RegExp(`(?<![a-z])${en}(?: (?:district|county))?(?![a-z])`, 'i').exec(text);
    return match ? [{ name: match[0], codes: [code], at: match.index }] : [];
  });
}

interface PlaceName {
  name: string;
  codes: string[];
  isShort: boolean;
}

let places: Map<string, PlaceName[]> | undefined;

/** By their first two characters, the longest first. Cities and provinces are also called without 市 and 省. */
function namesAt(): Map<string, PlaceName[]> {
  if (places) return places;
  const names = new Map<string, PlaceName>();
  const add = (name: string, code: string, isShort: boolean) => {
    const known = names.get(name);
    if (known) known.codes = [...new Set([...known.codes, code])];
    else names.set(name, { name, codes: [code], isShort });
  };
  for (const { code, name, former = [] } of REGIONS) {
    if (!/^\d{6}$/.test(code)) continue;
    for (const one of [name, ...former]) add(one, code, false);
    if (/[市省]$|自治区$/.test(name) && stem(name).length >= 2) add(stem(name), code, true);
  }
  places = new Map<string, PlaceName[]>();
  for (const place of [...names.values()].sort((a, b) => b.name.length - a.name.length)) {
    const key = place.name.slice(0, 2);
    places.set(key, [...(places.get(key) ?? []), place]);
  }
  return places;
}

/** 内蒙古, 广西, 天水: without the word for what it is. */
function stem(name: string): string {
  return name.replace(/(?:壮族|回族|维吾尔)?自治区$|特别行政区$|[省市]$/, '');
}

/** The divisions of our own city, in code order, the city itself first. */
export function cityRegions(): Region[] {
  return REGIONS.filter(({ code }) => code.startsWith(CITY.slice(0, 4)));
}
