import { contentLanguage, fill, labels, type Locale } from '../../locales/labels.ts';

/**
 * What a line of the catalogue costs, in the reader's words: 50—300元/件 is CNY 50 to 300 per case. A unit that has no word
 * here stays as the catalogue has it.
 */
export function priceIn(price: string, locale: Locale): string {
  if (contentLanguage(locale) === undefined) return price;
  const t = labels(locale).fees.prices;
  const [, first = '', rates] = /^(.+?)(?:等(\d{1,3})档)?$/u.exec(price) ?? [];
  const said = first.startsWith(MOST)
    ? fill(t.most, { price: sumIn(first.slice(MOST.length), locale) })
    : sumIn(first, locale);
  return rates === undefined ? said : fill(t.several, { price: said, n: rates });
}

/** 证, of which a price is one. */
export function unitIn(unit: string, locale: Locale): string {
  const { units } = labels(locale).fees.prices;
  return contentLanguage(locale) === undefined ? unit : ((units as Record<string, string>)[unit] ?? unit);
}

const MOST = '不超过';

function sumIn(price: string, locale: Locale): string {
  const t = labels(locale).fees.prices;
  const word = (t.words as Record<string, string>)[price];
  if (word !== undefined) return word;
  const [, from, to, unit] = /^(\d[\d.]*)(?:—(\d[\d.]*))?元(?:\/(.+))?$/u.exec(price) ?? [];
  if (from === undefined) return price;
  const sum = fill(t.sum, { sum: to === undefined ? from : fill(t.range, { from, to }) });
  return unit === undefined ? sum : fill(t.per, { sum, unit: unitIn(unit, locale) });
}
