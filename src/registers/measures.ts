import { percentOf, type Measured } from '../clock/quantity.ts';
import type { Money } from '../values/money.ts';
import type { Refusal } from '../values/result.ts';
import type { Party } from './fields.ts';
import { lotId } from './fragments.ts';
import type { Notice } from './notice.ts';

/** How registers count what their rules compare (`clock/quantity.ts`). Null: the notice does not say it. */

/** Fen of a whole sum in yuan; null for rates, unit prices, other currencies and what was not disclosed. */
export function fenOf(money: unknown): number | null {
  const { fen, currency, basis } = (money ?? {}) as Partial<Money>;
  return typeof fen === 'number' && currency === 'CNY' && basis === 'total' ? fen : null;
}

export function shareOf(part: unknown, whole: unknown): number | null {
  const [a, b] = [fenOf(part), fenOf(whole)];
  return a === null || b === null || b === 0 ? null : percentOf(a, b);
}

/** A bond is for one section; where there are several, which sum it goes by is not said. */
export function hasSections({ fields }: Notice): boolean {
  return Array.isArray(fields['sections']) && fields['sections'].length > 1;
}

/** Bidders of the section that has fewest. A list that others printed may have been read in part. */
export function fewestBidders({ section, fields, firstPublished }: Notice, isRepeated: boolean): Measured | null {
  const bids = fields['bids'] as { section?: string; tenderer: Party }[] | undefined;
  if (!bids) return null;
  const bySection = Map.groupBy(bids, (bid) => lotId(bid.section ?? section?.id ?? ''));
  const value = Math.min(...[...bySection.values()].map((rows) => new Set(rows.map((row) => row.tenderer.name)).size));
  return { value, ...(firstPublished ? { doubt: 'partialList' } : isRepeated && { doubt: 'secondRound' }) };
}

/** `自公告发布之日起5个工作日`, as units write it themselves. */
export function workingDaysIn(text: unknown): Measured | null {
  const found = /([\d一二两三四五六七八九十]+)个工作日/.exec(
    String(text ?? '')
      .normalize('NFKC')
      .replace(/\s/g, ''),
  );
  if (!found) return null;
  const value = /^\d+$/.test(found[1]!) ? Number(found[1]) : Number(lotId(found[1]!.replace('两', '二')));
  return Number.isInteger(value) ? { value } : null;
}

/** The largest of several numbers: of the terms of rights, the longest. */
export function largest(values: readonly (number | undefined)[]): Measured | null {
  const said = values.filter((value) => value !== undefined);
  return said.length === 0 ? null : { value: Math.max(...said) };
}

/** Terms in years beyond the maximum of their row, in a list of rows or in the notice itself. Refusal: `term-too-long`. */
export function termRefusals<Row extends { term?: number }>(
  { fields, firstPublished }: Notice,
  list: string,
  maximumOf: (row: Row) => number | undefined,
): Refusal[] {
  if (firstPublished) return [];
  const refusal = (row: Row, path: string): Refusal[] => {
    const maximum = maximumOf(row);
    return row.term !== undefined && maximum !== undefined && row.term > maximum
      ? [{ code: 'term-too-long', path: `${path}.term`, found: String(row.term), expected: String(maximum) }]
      : [];
  };
  const rows = fields[list] as Row[] | undefined;
  return rows
    ? rows.flatMap((row, index) => refusal(row, `fields.${list}.${index}`))
    : refusal(fields as Row, 'fields');
}
