import { CATALOGUE_PARAMETERS } from '../../registers/fees/pages.ts';
import { language, type Locale } from '../../locales/labels.ts';
import { firstDay, isEnded, type FeeItem } from '../../registers/fees/item-on-day.ts';
import { FAMILIES, type Family, type Payer } from '../../registers/fees/item.ts';
import { fees } from '../../registers/fees/register.ts';
import { dayOf } from '../../values/date.ts';
import type { Query } from '../address.ts';
import type { Portal } from '../portal.ts';
import type { Dropped } from '../search/parameters.ts';
import { departmentName, feeRow, type FeeRow } from './fee-row.ts';
import { itemsOn, type KeptItem } from './kept-items.ts';
import { FEES_VALUES } from './values.ts';

/** What the catalogue may be asked. */
export interface FeesParameters {
  family?: Family;
  payer?: Payer;
  department?: string;
  /** `yyyy-mm-dd`; today when absent. */
  on?: string;
  /** Only what changed on this day or later. */
  since?: string;
  /** `hide`: without what was cancelled. */
  ended?: 'hide';
}

/** An item's page asks for less than the catalogue: `names`. */
export function readFeesParameters(
  search: URLSearchParams,
  names: readonly (keyof typeof FEES_VALUES)[] = CATALOGUE_PARAMETERS,
): { parameters: FeesParameters; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const entries = names.flatMap((name) => {
    const text = search.get(name)?.trim();
    if (!text) return [];
    const parsed = FEES_VALUES[name].safeParse(text);
    if (!parsed.success) dropped.push({ name, found: text.slice(0, 40) });
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { parameters: Object.fromEntries(entries) as FeesParameters, dropped };
}

export function feesQuery(parameters: FeesParameters, change: Query = {}): Query {
  return { ...parameters, ...change };
}

export interface FeesPage {
  on: string;
  isToday: boolean;
  family: Family;
  families: { id: Family; label: string; count: number }[];
  departments: { name: string; rows: FeeRow[] }[];
  /** Of all rows shown, how many are no longer charged, and of how many nobody here knows. */
  ended: number;
  unrecorded: number;
}

/** The catalogue as its page shows it: one family, by department. */
export function feesPage(portal: Portal, parameters: FeesParameters, locale: Locale): FeesPage {
  const today = dayOf(portal.now());
  const { on = today, family = 'administrative' } = parameters;
  const all = itemsOn(portal, on);
  const shown = selected(all, { ...parameters, family }, on);
  const groups = Map.groupBy(
    shown.map(({ item }) => item),
    ({ department }) => department,
  );
  const { choices } = fees.labels[language(locale)];
  return {
    on,
    isToday: on === today,
    family,
    families: FAMILIES.map((id) => ({
      id,
      label: choices['family']![id]!,
      count: all.filter(({ item }) => item.family === id).length,
    })),
    departments: [...groups]
      .toSorted(([a, one], [b, other]) => other.length - one.length || a.localeCompare(b, 'zh'))
      .map(([name, items]) => ({
        name: departmentName(name, locale),
        rows: items.toSorted(byCode).map((item) => feeRow(item, on, locale)),
      })),
    ended: shown.filter(({ item }) => isEnded(item)).length,
    unrecorded: shown.filter(({ item }) => item.status === 'unrecorded').length,
  };
}

/** What the parameters leave of the catalogue; without a family, of all of them. */
export function selected(
  all: readonly KeptItem[],
  { family, payer, department, since, ended }: FeesParameters,
  on: string,
): KeptItem[] {
  return all.filter(({ item, record }) => {
    if (family && item.family !== family) return false;
    if (department && item.department !== department) return false;
    if (payer && item.payer !== payer && item.payer !== 'both') return false;
    if (ended === 'hide' && isEnded(item)) return false;
    // A change is seen when it is published and when it comes into effect.
    const changed = (record.compiled.feeItem?.statements ?? []).flatMap((statement) => [
      statement.publishedOn,
      firstDay(statement),
    ]);
    return since === undefined || changed.some((moment) => moment >= since && moment <= (on > since ? on : since));
  });
}

/** In the order of the catalogue: department, then number. */
export function byCode(a: FeeItem, b: FeeItem): number {
  return a.code.localeCompare(b.code, 'en', { numeric: true });
}
