import * as z from 'zod';

/** What an amount is counted by. `rate` has no sum: it is a percentage. */
export const MONEY_BASES = [
  'total',
  'per-mu',
  'per-square-metre',
  'per-hectare',
  'per-year',
  'per-unit',
  'rate',
] as const;
export type MoneyBasis = (typeof MONEY_BASES)[number];

/**
 * An amount of money as published. `fen` is an integer (分, or the hundredth of another currency) of one
 * basis unit; null when the amount is a rate or was not disclosed. `printed` is the text of the source.
 */
export interface Money {
  fen: number | null;
  currency: string;
  basis: MoneyBasis;
  /** Percent, for `basis: 'rate'`. */
  rate?: number;
  printed: string;
}

const BASIS_TEXT: [RegExp, MoneyBasis][] = [
  [/\/\s*亩|每亩/, 'per-mu'],
  [/\/\s*(?:平方米|平米)|每平方米/, 'per-square-metre'],
  [/\/\s*公顷|每公顷/, 'per-hectare'],
  [/\/\s*(?:年|annum|year)|每年/i, 'per-year'],
  [/\/\s*\p{L}/u, 'per-unit'],
];

/**
 * Reads an amount as Chinese notices print it: `0元 人民币`, `480.000000（万元）`, `1,234.5 元/年`, `费率 2.3%`,
 * `¥1,268,000`, `103.000000万元`. Null when there is no number, more than one, or no unit (printed or in `options`):
 * a bare `179.3` may be yuan or ten thousand yuan, and we do not guess.
 */
export function parseMoney(
  text: string,
  options: { unit?: '元' | '万元' | '亿元'; currency?: string } = {},
): Money | null {
  const printed = text.trim();
  const normal = printed.normalize('NFKC').replace(/m2/gi, '平方米').replace(/m3/gi, '立方米');
  const numbers = normal.match(/\d[\d,]*(?:\.\d+)?/g);
  if (!numbers || numbers.length !== 1) return null;
  const number = numbers[0].replaceAll(',', '');
  const rest = normal.replace(numbers[0], ' ');
  const currency = options.currency ?? 'CNY';
  if (rest.includes('%')) return { fen: null, currency, basis: 'rate', rate: Number(number), printed };
  const unit = /亿/.test(rest)
    ? 1e8
    : /万/.test(rest)
      ? 1e4
      : /元|¥|圆/.test(rest)
        ? 1
        : options.unit && UNIT_VALUE[options.unit];
  if (!unit) return null;
  const fen = decimalToFen(number, unit);
  if (fen === null) return null;
  const basis = BASIS_TEXT.find(([pattern]) => pattern.test(rest))?.[1] ?? 'total';
  return { fen, currency, basis, printed };
}

const UNIT_VALUE = { 元: 1, 万元: 1e4, 亿元: 1e8 };

/** Decimal digits times a power of ten, in fen, without floating-point drift; beyond 分 it is rounded. */
function decimalToFen(number: string, unit: number): number | null {
  const [whole = '0', fraction = ''] = number.split('.');
  const scale = Math.log10(unit) + 2;
  const digits = (fraction + '0'.repeat(12)).slice(0, 12);
  const fen =
    BigInt(whole) * 10n ** BigInt(scale) + (BigInt(digits) * 10n ** BigInt(scale) + 500_000_000_000n) / 10n ** 12n;
  return fen <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(fen) : null;
}

/** `4,824,000.00`. */
export function formatFen(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const text = Math.abs(fen).toString().padStart(3, '0');
  return `${sign}${text.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${text.slice(-2)}`;
}

/** In ten thousand yuan, two decimals: `482.40`. */
export function formatWan(fen: number): string {
  return formatFen(Math.round(fen / 1e4));
}

const moneyObject = z.object({
  fen: z.int().nonnegative().nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('CNY'),
  basis: z.enum(MONEY_BASES).default('total'),
  rate: z.number().nonnegative().optional(),
  printed: z.string(),
});

/** At the edge money is the printed text, or an object with integer fen. */
export const moneySchema = z
  .union([z.string().min(1), moneyObject])
  .transform((value, context): Money => {
    if (typeof value !== 'string') return value;
    const money = parseMoney(value);
    if (money) return money;
    context.issues.push({ code: 'custom', input: value, message: 'money', params: { refusal: 'not-money' } });
    return z.NEVER;
  })
  .meta({ field: 'money' });
