import { numberInWords } from './money.ts';
import { done, refuse, type Result } from './result.ts';

/**
 * The one reading of what is counted and measured: `70年`, `3.245公顷`, `48.68亩`, `3.2万平方米`, `七十年`. Full width
 * counts as half. Sums are read by `money.ts`, days by `date.ts`.
 */

/** How many of the smallest of its row one is, as a fraction: 1 公顷 = 15 亩, the statutory unit of area. */
type Size = readonly [top: bigint, bottom: bigint];
interface Unit {
  pattern: string;
  size: Size;
  /** The key of its label (`locales` `units`), where a field can be counted in it. */
  key?: string;
}

const AREAS: readonly Unit[] = [
  { pattern: '平方公里|平方千米|km2', size: [3_000_000n, 1n], key: 'square-kilometre' },
  { pattern: '公顷|hm2|ha|hectares?', size: [30_000n, 1n], key: 'hectare' },
  { pattern: '亩|mu', size: [2_000n, 1n], key: 'mu' },
  { pattern: '平方米|平米|m2', size: [3n, 1n], key: 'square-metre' },
];
const TIMES: readonly Unit[] = [
  { pattern: '年|years?', size: [12n, 1n], key: 'year' },
  { pattern: '个月|months?', size: [1n, 1n], key: 'month' },
];
const LENGTHS: readonly Unit[] = [
  { pattern: '公里|千米|km', size: [1_000n, 1n], key: 'kilometre' },
  { pattern: '米|m', size: [1n, 1n], key: 'metre' },
];
const SHARES: readonly Unit[] = [
  { pattern: '%', size: [10n, 1n], key: 'percent' },
  { pattern: '‰', size: [1n, 1n] },
];
const ROWS = [AREAS, TIMES, LENGTHS, SHARES];
const SCALES: Record<string, bigint> = { '': 1n, 百: 100n, 千: 1_000n, 万: 10_000n, 亿: 100_000_000n };

const NUMBER = '(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千]+)';
const WHOLE = new RegExp(`^(?<minus>-?)\\s*${NUMBER}\\s*(?<unit>.*)$`, 's');
/** A number of a file carries about fifteen digits; more would be lost without a word. */
const MOST_DIGITS = 15;
const MOST_DECIMALS = 12n;

/** What a field is counted in: a unit by its key, or the measure words that may stand behind a bare number (`家`). */
export interface CountedIn {
  unit?: string | undefined;
  counters?: string | undefined;
}

/**
 * Reads a whole text as a number of the field's unit, as decimal digits; nothing is rounded. Refusals: `not-a-number`;
 * `negative-number`; `unit-unfit` (another thing is counted); `not-exact` (48.68亩 is no decimal of hectares; `expected`
 * is about what it is, with the unit); `number-too-long`.
 */
export function readQuantity(text: string, { unit, counters }: CountedIn): Result<string> {
  const found = text.trim();
  const { minus, number, unit: printed } = WHOLE.exec(plain(found))?.groups ?? {};
  if (number === undefined) return refuse({ code: 'not-a-number', found, ...(unit && { expected: unit }) });
  if (minus) return refuse({ code: 'negative-number', found });
  const digits = digitsOf(number);
  if (digits === null) return refuse({ code: 'not-a-number', found, ...(unit && { expected: unit }) });
  if (digits.replace('.', '').replace(/^0+/, '').length > MOST_DIGITS)
    return refuse({ code: 'number-too-long', found, expected: String(MOST_DIGITS) });
  const size = printed === '' ? ([1n, 1n] as const) : sizeIn(printed!, unit, counters);
  if (size === null) return refuse({ code: 'unit-unfit', found, ...(unit && { expected: unit }) });
  if (size[0] === size[1]) return done(digits);
  const exact = timesExactly(digits, size);
  if (exact !== null) return done(exact);
  const about = (Number(digits) * Number(size[0])) / Number(size[1]);
  return refuse({ code: 'not-exact', found, expected: `${Number(about.toFixed(4))} ${unit}` });
}

/** The first quantity of a kind in a text that says more, in `unit`; as near as a number comes. */
export function quantityIn(text: string, unit: string): number | undefined {
  const row = ROWS.find((units) => units.some(({ key }) => key === unit)) ?? [];
  const units = row.map(({ pattern }) => pattern).join('|');
  const match = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?)\\s*([百千万亿]?(?:${units}))(?![a-z])`, 'i').exec(plain(text));
  const size = match && sizeIn(match[2]!, unit, undefined);
  return size ? (Number(match[1]!.replaceAll(',', '')) * Number(size[0])) / Number(size[1]) : undefined;
}

/** Full width as half, ㎡ and m² as m2, and no blanks that nobody sees. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[−–－]/g, '-')
    .trim();
}

function digitsOf(number: string): string | null {
  if (/^\d/.test(number)) return number.replaceAll(',', '');
  if (number.length > 1 && !/[十百千]/.test(number)) return null;
  const read = numberInWords(number);
  return read === null ? null : String(read);
}

/** What a printed unit is of the field's; null where it counts something else. */
function sizeIn(printed: string, unit: string | undefined, counters: string | undefined): Size | null {
  if (unit === undefined) return counters && new RegExp(`^(?:${counters})$`).test(printed) ? [1n, 1n] : null;
  const row = ROWS.find((units) => units.some(({ key }) => key === unit)) ?? [];
  const own = row.find(({ key }) => key === unit)?.size;
  for (const { pattern, size } of row) {
    const match = new RegExp(`^([百千万亿]?)\\s*(?:${pattern})$`, 'i').exec(printed);
    if (match && own) return [SCALES[match[1]!]! * size[0] * own[1], size[1] * own[0]];
  }
  return null;
}

/** Decimal digits times a fraction, as decimal digits; null where no decimal of reasonable length says it. */
function timesExactly(digits: string, [top, bottom]: Size): string | null {
  const [whole = '0', fraction = ''] = digits.split('.');
  const product = BigInt(whole + fraction) * top * 10n ** MOST_DECIMALS;
  const divisor = bottom * 10n ** BigInt(fraction.length);
  if (product % divisor !== 0n) return null;
  const scaled = String(product / divisor).padStart(Number(MOST_DECIMALS) + 1, '0');
  const decimals = scaled.slice(-Number(MOST_DECIMALS)).replace(/0+$/, '');
  return scaled.slice(0, -Number(MOST_DECIMALS)) + (decimals && `.${decimals}`);
}
