import { fill, labels, type Locale } from '../../locales/labels.ts';
import { allowed, headline, partOfWhole, type AmountBasis } from '../../notices/amounts.ts';
import type { RecordRow } from '../../notices/release.ts';
import type { Cell, Register } from '../../registers/register.ts';
import { formatWan } from '../../values/money.ts';
import { allowedIn, wholeCeilingLabel, priceLabel, subjectIn } from '../record/labels.ts';

/** The sum that counts now, and which it is: before the decision what is allowed, then the price, then the contract. */
export interface ListedSum {
  fen: number;
  basis: AmountBasis;
  label: string;
  /** What it is to be compared with: 控制价3,300.00. */
  against: string;
}

export function sumIn(record: RecordRow, register: Register, locale: Locale): ListedSum | null {
  const sum = headline(record.compiled);
  if (sum === null) return null;
  const against = isCeiling(sum.basis) ? null : comparedWith(record.compiled, register, locale);
  return {
    ...sum,
    label: basisLabel(sum.basis, record, register, locale),
    against: against === null ? '' : against.label + gap(locale) + formatWan(against.fen),
  };
}

/** A price of some lots does not compare with what all were allowed. */
function comparedWith(
  record: RecordRow['compiled'],
  register: Register,
  locale: Locale,
): { label: string; fen: number } | null {
  if (partOfWhole(record)) return allowedIn(record, record, register, locale);
  const whole = allowed(record);
  return whole && { label: wholeCeilingLabel(record, register, locale), fen: whole.fen };
}

/** Whether anybody asks for a sum of its records; where nobody does, none is missing. */
export function hasSums({ columns }: Register): boolean {
  return columns.some(({ place }) => place === 'sum');
}

/** What a sum of that basis is called in its register: 控制价, 中标价. */
export function basisLabel(basis: AmountBasis, { compiled }: RecordRow, register: Register, locale: Locale): string {
  if (isCeiling(basis)) return wholeCeilingLabel(compiled, register, locale);
  if (basis === 'contract') return labels(locale).record.contractPrice;
  if (basis === 'candidate') return candidateLabel(compiled, register, locale);
  return priceLabel(compiled, register, locale);
}

/** Land goes to whom it is proposed without a rank. */
function candidateLabel(record: RecordRow['compiled'], register: Register, locale: Locale): string {
  const t = labels(locale).list;
  return subjectIn(record, register)
    ? fill(t.proposedPrice, { price: priceLabel(record, register, locale) })
    : t.candidatePrice;
}

function isCeiling(basis: AmountBasis): boolean {
  return basis === 'ceiling' || basis === 'start' || basis === 'budget';
}

/** Chinese sets figures close to the word before them. */
function gap(locale: Locale): string {
  return labels(locale).list.gap;
}

/**
 * What stands in the place of a sum: a rate or a price by the unit as printed, the newest first; else why there is
 * none.
 */
export function withoutSum(
  { compiled }: Pick<RecordRow, 'compiled'>,
  register: Register,
): { column: string; cell: Cell } | null {
  const cells = register.columns
    .filter(({ place }) => place === 'sum')
    .map(({ id, cell }) => ({ column: id, cell: cell(compiled) }));
  const isMissing = ({ cell }: { cell: Cell }) => cell.type === 'missing';
  return (
    cells.findLast((one) => !isMissing(one)) ??
    cells.find(({ cell }) => cell.type === 'missing' && cell.reason === 'undisclosed') ??
    cells.at(-1) ??
    null
  );
}
