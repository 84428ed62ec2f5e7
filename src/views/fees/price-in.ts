import { fill, labels, type Locale } from '../../locales/labels.ts';

/**
 * What a line of the catalogue costs, in the reader's words: 50—300元/件 is CNY 50 to 300 per case. A unit that has no word
 * here stays as the catalogue has it. Null where none is said.
 */
export function priceIn<Price extends string | null>(price: Price, locale: Locale): Price | string {
  if (price === null) return price;
  const t = labels(locale).fees.prices;
  const [, first = price, rates] = /^(.+?)(?:等(\d{1,3})档)?$/u.exec(price) ?? [];
  const said = first.startsWith(MOST)
    ? fill(t.most, { price: sumIn(first.slice(MOST.length), locale) })
    : sumIn(first, locale);
  return rates === undefined ? said : fill(t.several, { price: said, n: rates });
}

/** 证, of which a price is one. */
export function unitIn(unit: string, locale: Locale): string {
  return wordFor(unit, labels(locale).fees.prices.units) ?? unit;
}

const MOST = '不超过';

function sumIn(price: string, locale: Locale): string {
  const t = labels(locale).fees.prices;
  const word = wordFor(price, t.words);
  if (word !== undefined) return word;
  const [, from, to, unit] = /^(\d[\d.]*)(?:—(\d[\d.]*))?元(?:\/(.+))?$/u.exec(price) ?? [];
  if (from === undefined) return price;
  const sum = fill(t.sum, { sum: to === undefined ? from : fill(t.range, { from, to }) });
  return unit === undefined ? sum : fill(t.per, { sum, unit: unitIn(unit, locale) });
}

/** Units are others' words: only one that is declared is found. */
function wordFor(text: string, words: Record<string, string>): string | undefined {
  return Object.hasOwn(words, text) ? words[text] : undefined;
}
