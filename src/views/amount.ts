import { sumOf, type OcdsValue } from '../registers/ocds.ts';
import { formatFen } from '../values/money.ts';

/** An amount as the reader is to see it: a sum in yuan, else as printed (费率1.85%); null where none is disclosed. */
export function amountText(value: OcdsValue | undefined): string | null {
  const fen = sumOf(value);
  return fen === null ? printedText(value) : yuanText(fen);
}

/** `¥32,145,000.00`. */
export function yuanText(fen: number): string {
  return `¥${formatFen(fen)}`;
}

/** What is printed where there is no sum. */
export function printedText(value: OcdsValue | undefined): string | null {
  if (!value) return null;
  if (value.printed) return value.printed;
  if (value.rate !== undefined) return `${value.rate}%`;
  return typeof value.amount === 'number'
    ? `${value.currency ?? ''} ${formatFen(Math.round(value.amount * 100))}`.trim()
    : null;
}

/** One decimal: 2.6%. Null where it cannot be said, and for what would round to nothing. */
export function shareText(part: number, whole: number): string | null {
  const share = whole > 0 ? Math.round((part / whole) * 1_000) / 10 : 0;
  return share > 0 ? `${share.toFixed(1)}%` : null;
}
