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

/** The largest sum that is taken for one: ten trillion, in fen. Beyond it a digit too many was typed. */
export const MOST_FEN = 1e15;

/**
 * Reads an amount as Chinese notices print it: `0元 人民币`, `480.000000（万元）`, `1,234.5 元/年`, `费率 2.3%`,
 * `¥1,268,000`, `98.5万美元`, `人民币壹佰贰拾万元整（¥1200000.00）`. A unit is that of its own number, or the one printed
 * in brackets, or that of `options`; capital numerals are compared with the digits, and where they say another sum
 * there is none (`fen: null`). Null when there is no number, more than one sum, or no unit: a bare `179.3` may be yuan
 * or ten thousand yuan, and we do not guess. What is negative or beyond `MOST_FEN` is no amount.
 */
export function parseMoney(text: string, options: PrintedBeside = {}): Money | null {
  const read = readMoney(text, options);
  return typeof read === 'string' ? null : read.money;
}

/** What is printed beside an amount: the unit of its column, the currency of its notice. */
interface PrintedBeside {
  unit?: string;
  currency?: string;
}

/** Why a text is no amount. */
type NoMoney = 'not-money' | 'money-negative' | 'money-large';

/** `parseMoney`, with what its reader may want to refuse: why it is no amount, and whether less than a 分 was printed. */
export function readMoney(text: string, options: PrintedBeside = {}): { money: Money; isRounded: boolean } | NoMoney {
  const printed = text.trim();
  const normal = printed
    .normalize('NFKC')
    .replace(/(?<![a-z])m2/gi, '平方米')
    .replace(/(?<![a-z])m3/gi, '立方米')
    .replace(/[−–－]/g, '-');
  const words = [...normal.matchAll(WORDS)].map(([word]) => word);
  const digits = words.reduce((rest, word) => rest.replace(word, ' '), normal).replace(OTHER_NUMBERS, ' ');
  const found = amountsIn(digits);
  const currency = options.currency ?? currencyIn(digits + (options.unit ?? '')) ?? 'CNY';
  const only = found.length === 2 && isRepeated(found, digits) ? found[0]! : found.length === 1 ? found[0]! : undefined;
  const basis = BASES.find(([pattern]) => pattern.test(digits))?.[1] ?? 'total';
  const inWords = [...new Set(words.map(fenOfWords))];

  const amount = (fen: number | null, isRounded = false) => ({ money: { fen, currency, basis, printed }, isRounded });

  if (/^\s*(?:人民币|[¥$€£])?\s*负/.test(normal)) return 'money-negative';
  if (!only) {
    const [fen = null] = inWords;
    return found.length === 0 && inWords.length === 1 && fen !== null ? amount(fen) : 'not-money';
  }
  const rest = digits.slice(0, only.at) + ' ' + digits.slice(only.at + only.length);
  if (/[%‰]/.test(rest)) {
    const rate = Number(only.number) / (rest.includes('‰') ? 10 : 1);
    if (/-\s*$/.test(rest.slice(0, only.at))) return 'money-negative';
    return { money: { fen: null, currency, basis: 'rate', rate, printed }, isRounded: false };
  }
  // A minus, where it is no dash between two words.
  if (/(?:^|[^\p{L}\d])-\s*$/u.test(digits.slice(0, only.at)) || /^-/.test(digits)) return 'money-negative';
  const power =
    only.power ??
    bracketedPower(rest) ??
    powerOf(options.unit) ??
    (/[¥$€£]|(?:USD|EUR|HKD|JPY|GBP|RMB|CNY)\s*$/i.test(digits.slice(0, only.at)) || /[¥$€£]/.test(rest)
      ? 0
      : undefined);
  if (power === undefined) return 'not-money';
  const fen = decimalToFen(only.number, power);
  if (fen === null) return 'money-large';
  if (inWords.length > 0 && !inWords.every((one) => one === fen)) return amount(null);
  const decimals = only.number.split('.')[1]?.replace(/0+$/, '') ?? '';
  return amount(fen, decimals.length > power + 2);
}

/** 0 or 1 yuan, which mostly means “not filled in”. */
export function isPlaceholder({ basis, fen }: Pick<Money, 'basis' | 'fen'>): boolean {
  return basis === 'total' && (fen === 0 || fen === 100);
}

/** Whether the capital numerals beside the digits say another sum. */
export function differsInWords({ fen, basis, printed }: Money): boolean {
  return fen === null && basis !== 'rate' && new RegExp(WORDS.source).test(printed) && /\d/.test(printed);
}

const BASES: [RegExp, MoneyBasis][] = [
  [/\/\s*亩|每亩/, 'per-mu'],
  [/\/\s*(?:平方米|平米)|每平方米/, 'per-square-metre'],
  [/\/\s*公顷|每公顷/, 'per-hectare'],
  [/\/\s*(?:[二三四五六七八九十两\d]+)\s*年/, 'total'],
  [/\/\s*(?:年|annum|year)|每年|年租金/i, 'per-year'],
  [/\/\s*\p{L}|每(?!股)\p{Script=Han}|单价/u, 'per-unit'],
];

const CURRENCIES: [RegExp, string][] = [
  [/美元|美金|USD|US\$/i, 'USD'],
  [/欧元|EUR|€/i, 'EUR'],
  [/日元|日圆|JPY/i, 'JPY'],
  [/港元|港币|HKD|HK\$/i, 'HKD'],
  [/澳门元|MOP/i, 'MOP'],
  [/新?台币|TWD|NT\$/i, 'TWD'],
  [/英镑|GBP|£/i, 'GBP'],
  [/澳元|AUD/i, 'AUD'],
  [/加元|CAD/i, 'CAD'],
  [/瑞士法郎|瑞郎|CHF/i, 'CHF'],
  [/新加坡元|新币|SGD/i, 'SGD'],
  [/韩元|韩圆|KRW/i, 'KRW'],
  [/卢布|RUB/i, 'RUB'],
  [/\$/, 'USD'],
];

function currencyIn(text: string): string | undefined {
  return CURRENCIES.find(([pattern]) => pattern.test(text))?.[1];
}

/** Powers of ten of what stands between a number and 元. */
const POWERS: Record<string, number> = { '': 0, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };
const SCALE = '(?:万亿|千万|百万|十万|亿|万|千)';
const COIN =
  '(?:美元|美金|欧元|日元|日圆|港元|港币|澳门元|新?台币|英镑|澳元|加元|瑞士法郎|瑞郎|新加坡元|新币|韩元|韩圆|卢布|人民币|元|圆|USD|EUR|JPY|HKD|GBP|CNY|RMB)';
const UNIT = new RegExp(`^\\s*\\(?\\s*(?:单位:\\s*)?(?:人民币)?\\s*(${SCALE})?\\s*(${COIN})?`, 'i');
/** Numbers that count something else: 3年, 第2包, 120天. */
const OTHER_NUMBERS = /第\s*\d+\s*(?:标段|合同段|包|标|名)|(?<![\d.,])\d+\s*(?:个月|年|月|日历天|天)(?!\s*\d)/g;

interface Amount {
  number: string;
  at: number;
  length: number;
  /** Of the unit printed behind it. */
  power: number | undefined;
}

function amountsIn(text: string): Amount[] {
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map((match) => {
    const behind = text.slice(match.index + match[0].length);
    const [, scale, coin] = UNIT.exec(behind) ?? [];
    // 12万平方米 is no money, and 万 behind a stroke belongs to what is counted.
    const isUnit = coin !== undefined || (scale !== undefined && /^\s*\(?\s*[万亿]\s*(?:$|[^\p{L}])/u.test(behind));
    return {
      number: match[0].replaceAll(',', ''),
      at: match.index,
      length: match[0].length,
      power: isUnit ? POWERS[scale ?? ''] : undefined,
    };
  });
}

/** `1,200,000元（120万元）` says one sum twice. */
function isRepeated([first, second]: Amount[], text: string): boolean {
  const isBracketed = /\(\s*(?:即|合|折合|人民币|:|¥|\s)*$/.test(text.slice(0, second!.at));
  const fen = (amount: Amount) => amount.power !== undefined && decimalToFen(amount.number, amount.power);
  return isBracketed && fen(first!) !== false && fen(first!) === fen(second!);
}

/** `（万元）` before the number or apart from it. */
function bracketedPower(text: string): number | undefined {
  return powerOf(new RegExp(`\\(\\s*(?:单位:\\s*)?(?:人民币)?\\s*(${SCALE}?${COIN})\\s*\\)`, 'i').exec(text)?.[1]);
}

/** The power of ten of a unit as it is printed in a column's head: 元, 万元, 万美元. */
export function powerOf(unit: string | undefined): number | undefined {
  const match = unit === undefined ? null : new RegExp(`(${SCALE})?${COIN}`, 'i').exec(unit.normalize('NFKC'));
  return match ? POWERS[match[1] ?? ''] : undefined;
}

/** `叁佰贰拾壹万肆仟伍佰元整`, `壹佰贰拾万元整`, with 角 and 分. */
const WORDS =
  /(?<![\d.]\s*)[零〇壹贰叁肆伍陆柒捌玖拾貳參陸两兩一二三四五六七八九十][零〇壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸两兩一二三四五六七八九十百千万亿]+\s*[元圆圓](?:[零〇壹贰叁肆伍陆柒捌玖]角)?(?:零?[壹贰叁肆伍陆柒捌玖]分)?[整正]?/g;
const NUMERALS: Record<string, number> = Object.fromEntries(
  ['零〇', '壹一', '贰貳二两兩', '叁參三', '肆四', '伍五', '陆陸六', '柒七', '捌八', '玖九'].flatMap((same, value) =>
    [...same].map((numeral) => [numeral, value]),
  ),
);
const TENS: Record<string, number> = { 拾: 10, 十: 10, 佰: 100, 百: 100, 仟: 1000, 千: 1000 };

/** 四十四 → 44, 一百零五 → 105; null where it is no number. */
export function numberInWords(words: string): number | null {
  const fen = fenOfWords(`${words}元`);
  return fen === null ? null : fen / 100;
}

/** Fen of a sum in numerals, `四百八十万元`, `叁佰贰拾壹万肆仟伍佰元整`; null when they are out of order. */
export function fenOfWords(words: string): number | null {
  const [, whole = '', rest = ''] = /^(.*?)[元圆圓](.*)$/.exec(words.replace(/\s/g, '')) ?? [];
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const numeral of whole) {
    if (numeral in NUMERALS) digit = NUMERALS[numeral]!;
    else if (numeral in TENS) {
      section += (digit ?? 1) * TENS[numeral]!;
      digit = null;
    } else {
      const big = '万萬'.includes(numeral) ? 1e4 : 1e8;
      const before = section + (digit ?? 0);
      // 壹万亿: what stands before 亿 is counted by it too.
      total = big === 1e8 ? (total + before) * big : total + before * big;
      section = 0;
      digit = null;
    }
  }
  const jiao = /(.)角/.exec(rest)?.[1];
  const cents = /(.)分/.exec(rest)?.[1];
  const fen =
    (total + section + (digit ?? 0)) * 100 + (jiao ? NUMERALS[jiao]! * 10 : 0) + (cents ? NUMERALS[cents]! : 0);
  return Number.isSafeInteger(fen) && fen <= MOST_FEN ? fen : null;
}

/** Decimal digits times a power of ten, in fen, without floating-point drift; beyond 分 it is rounded. */
function decimalToFen(number: string, power: number): number | null {
  const [whole = '0', fraction = ''] = number.split('.');
  const scale = 10n ** BigInt(power + 2);
  const digits = (fraction + '0'.repeat(14)).slice(0, 14);
  const fen = BigInt(whole) * scale + (BigInt(digits) * scale + 50_000_000_000_000n) / 10n ** 14n;
  return fen <= BigInt(MOST_FEN) ? Number(fen) : null;
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
