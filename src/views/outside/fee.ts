import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { FeePage } from '../fees/fee-page.ts';
import { choice, type FeePrice } from '../fees/fee-row.ts';
import type { FeesPage, FeesParameters } from '../fees/fees-page.ts';
import { dataset } from './structured.ts';
import { datedTitle, described, type Outside } from './outside.ts';

/** What is charged by what; of an item that ended, since when. */
export function feeOutside(page: FeePage, origin: string, locale: Locale): Outside {
  const { record: t, fees } = labels(locale);
  const { row, statusText, facts, coming, isToday, on } = page;
  const [first] = row.prices;
  // Whoever reads no more than a line in a search engine reads it too.
  const mark = page.toVerify.length > 0 ? fees.judge.unverified.mark : '';
  const department = facts.find(({ label }) => label === fees.item.department)?.text;
  const description = described(
    [
      ...row.prices.map((price) => priceText(price, locale)),
      coming && fill(fees.coming, { day: coming.from }),
      department,
      row.documents.join(t.list),
      page.family,
    ],
    locale,
  );
  return {
    title: datedTitle(
      row.name,
      [first ? priceText(first, locale) + mark : '', statusText].filter(Boolean),
      isToday ? null : on,
      locale,
    ),
    description,
    data: dataset(
      { name: row.name, description, path: page.path, identifier: page.code },
      [{ href: `${page.path}.json`, type: 'application/json' }],
      origin,
      locale,
    ),
  };
}

function priceText({ name, text, isGone }: FeePrice, locale: Locale): string {
  const { space } = labels(locale).record;
  return isGone ? '' : [name, text].filter(Boolean).join(space);
}

/** What narrows the catalogue, in words. */
export function catalogueConditions(page: FeesPage, parameters: FeesParameters, locale: Locale): string[] {
  const { filters } = labels(locale).fees;
  const { family, payer, department, on, since, ended } = parameters;
  const named = (label: string, text: string | undefined) =>
    text === undefined ? null : fill(labels(locale).record.labelled, { label, text });
  return [
    family && page.families.find(({ id }) => id === family)?.label,
    payer && choice('payer', payer, locale),
    department,
    named(filters.on, on),
    named(filters.since, since),
    ended && filters.hide,
  ].filter((one) => typeof one === 'string');
}
