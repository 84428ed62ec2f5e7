import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { tableOf } from '../../locales/table.ts';
import { registers } from '../../registers/registers.ts';
import { CITY, liesIn, regionName } from '../../values/region.ts';
import { dayRange, sumRange } from '../range.ts';
import { FACET_NAMES, STATES, type FacetName, type SearchParameters } from './parameters.ts';
import { kindLabels, stageLabel } from '../words.ts';

export interface FacetValue {
  value: string;
  label: string;
  count: number;
  chosen: boolean;
}

export interface FacetGroup {
  name: FacetName;
  label: string;
  values: FacetValue[];
  /** Values that are not listed. */
  more: number;
}

/** One condition in force, as a chip: what it is called and what the parameters are without it. */
export interface Condition {
  name: string;
  label: string;
  text: string;
  without: Partial<SearchParameters>;
}

type NamesOf = (ids: string[]) => Map<string, string>;

/** Values shown of a facet; the chosen ones always are. */
const MOST = { register: 20, kind: 12, stage: 12, region: 12, unit: 8, year: 8 } as const;

export function facetsOf(
  counts: Record<string, Record<string, number>>,
  parameters: SearchParameters,
  locale: Locale,
  namesOf: NamesOf,
): FacetGroup[] {
  const among = parameters.register.length > 0 ? parameters.register : Object.keys(counts['register'] ?? {});
  return FACET_NAMES.map((name) => {
    const chosen = parameters[name];
    const found = tableOf(name === 'region' ? withoutSame(counts[name] ?? {}, chosen) : (counts[name] ?? {}));
    const values = [...new Set([...chosen, ...Object.keys(found)])]
      .filter((value) => value !== '')
      .sort(orderOf(name, found));
    const shown = values.filter((value, index) => index < MOST[name] || chosen.includes(value));
    const nameOf = namer(name, among, locale, name === 'unit' ? namesOf(shown) : new Map());
    return {
      name,
      label: labels(locale).search.facets[name],
      more: values.length - shown.length,
      values: shown.map((value) => ({
        value,
        label: nameOf(value),
        count: found[value] ?? 0,
        chosen: chosen.includes(value),
      })),
    };
  }).filter(({ values }) => values.length > 0);
}

export function conditionsOf(parameters: SearchParameters, locale: Locale, namesOf: NamesOf): Condition[] {
  const t = labels(locale).search;
  const facets = FACET_NAMES.flatMap((name) => {
    const nameOf = namer(name, parameters.register, locale, name === 'unit' ? namesOf(parameters.unit) : new Map());
    return parameters[name].map((value) => ({
      name,
      label: t.facets[name],
      text: nameOf(value),
      without: { [name]: parameters[name].filter((other) => other !== value) },
    }));
  });
  const { from, to, min, max, due } = parameters;
  const ranges: Condition[] = [];
  if (from || to)
    ranges.push({
      name: 'days',
      label: t.published,
      text: dayRange(from, to, locale),
      without: { from: undefined, to: undefined },
    });
  if (min !== undefined || max !== undefined)
    ranges.push({
      name: 'amount',
      label: t.amountWord,
      text: sumRange(min, max, locale),
      without: { min: undefined, max: undefined },
    });
  if (due) ranges.push({ name: 'due', label: t.deadline, text: t.due[due], without: { due: undefined } });
  return [...facets, ...ranges];
}

/** Registers and stages stand in the order of the house, years newest first, the rest by count. */
function orderOf(name: FacetName, counts: Record<string, number>): (a: string, b: string) => number {
  const byCount = (a: string, b: string) => (counts[b] ?? 0) - (counts[a] ?? 0);
  if (name === 'register') return by((id) => registers.findIndex((register) => register.id === id));
  if (name === 'stage') return by((stage) => STATES.indexOf(stage));
  if (name === 'year') return (a, b) => Number(b) - Number(a);
  if (name === 'region') return (a, b) => Number(isOurs(b)) - Number(isOurs(a)) || byCount(a, b);
  return byCount;
}

/** Without the divisions that hold no more than one of those in them, as a province of one city. */
function withoutSame(counts: Record<string, number>, chosen: readonly string[]): Record<string, number> {
  const found = Object.entries(counts);
  const isSame = (outer: string, count: number) =>
    found.some(([code, n]) => n === count && code !== outer && liesIn(code, outer));
  return Object.fromEntries(found.filter(([code, n]) => chosen.includes(code) || !isSame(code, n)));
}

/** The word alone: with a capital, in languages that have them. */
const asBeginning = (label: string) => label.charAt(0).toUpperCase() + label.slice(1);

const by = (place: (value: string) => number) => (a: string, b: string) => place(a) - place(b);
const isOurs = (region: string) => region.startsWith(CITY.slice(0, 4));

function namer(
  name: FacetName,
  among: string[],
  locale: Locale,
  parties: Map<string, string>,
): (value: string) => string {
  switch (name) {
    case 'register':
      return (id) => registers.find((register) => register.id === id)?.labels[language(locale)].name ?? id;
    case 'kind':
      return (kind) => kindLabels(kind, among, locale);
    case 'stage':
      return (stage) => asBeginning(stageLabel(stage, among, locale));
    case 'region':
      return (code) => regionName(code, locale);
    case 'unit':
      return (id) => parties.get(id) ?? id;
    case 'year':
      return (year) => fill(labels(locale).search.yearOf, { year });
  }
}
