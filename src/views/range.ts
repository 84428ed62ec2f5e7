import { fill, labels, type Locale } from '../locales/labels.ts';

type Words = Record<'since' | 'until' | 'between', string>;

/** 2026-01-01起, 2026-01-01至2026-03-31; '' where neither end is set. */
export function dayRange(from: string | undefined, to: string | undefined, locale: Locale): string {
  return rangeText(from, to, labels(locale).search);
}

/** 100万元以上, 100万元至500万元: between which sums, given in 万元. */
export function sumRange(min: number | undefined, max: number | undefined, locale: Locale): string {
  const { list, search } = labels(locale);
  const wan = (n: number | undefined) =>
    n === undefined ? undefined : fill(list.wanOf, { n: n.toLocaleString('en-US', { maximumFractionDigits: 6 }) });
  return rangeText(wan(min), wan(max), search.sums);
}

function rangeText(from: string | undefined, to: string | undefined, { since, until, between }: Words): string {
  if (from === undefined) return to === undefined ? '' : fill(until, { to });
  return to === undefined ? fill(since, { from }) : fill(between, { from, to });
}
