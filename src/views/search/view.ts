import { fill, labels, type Locale } from '../../locales/labels.ts';
import { SORTS, type Count } from '../../search/engine.ts';
import type { SearchResult } from './search-page.ts';
import type { SearchRow } from './row.ts';

/** 至少1,284个项目. */
export function countText({ total, count, byRecord }: SearchResult, locale: Locale): string {
  const t = labels(locale).search;
  return fill(byRecord ? t.records : t.notices, { n: numberText(total, count, locale) });
}

/** 约1,284, 至少1,284: a number says how it is known. */
export function numberText(total: number, count: Count, locale: Locale): string {
  return fill(labels(locale).search.counts[count], { n: total.toLocaleString('en-US') });
}

/** The orders to choose from; best match only where there are words. */
export function sortsOf(
  { q, sort }: SearchResult,
  at: (change: { sort: string | undefined }) => string,
  locale: Locale,
): { text: string; href: string; current: boolean }[] {
  const usual = q === '' ? 'newest' : 'best';
  return SORTS.filter((one) => one !== 'best' || q !== '').map((one) => ({
    text: labels(locale).search.sorts[one],
    href: at({ sort: one === usual ? undefined : one }),
    current: one === sort,
  }));
}

/** The days of the first and last row: 本页：11-20至10-12. */
export function spanOf(rows: SearchRow[], locale: Locale): string | undefined {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return undefined;
  return fill(labels(locale).search.here, { from: first.publishedAt.slice(0, 10), to: last.publishedAt.slice(0, 10) });
}
