import { fenOfWords, MOST_FEN } from '../values/money.ts';

/** A sum as a person types it beside words, in fen, with where it stands. */
export interface TypedSum {
  min?: number;
  max?: number;
  at: number;
  length: number;
}

const POWERS: Record<string, number> = { 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6, 千万: 1e7, 亿: 1e8 };
const SCALE = '千万|百万|十万|万|亿|千';
const NUMBER = `(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)`;
const WORDS = '(?<words>[一二三四五六七八九十百千万亿零〇两]{2,})';
const SIDE = '(?<side>以上|以下|以内|左右|上下|多)';
const SUM = new RegExp(
  `(?<before>超过|大于|不低于|低于|少于|不超过|小于|约|大约)?\\s*[¥￥]?\\s*(?:(?<![\\d.a-z])${NUMBER}\\s*(?<scale>${SCALE})?\\s*(?<coin>元|块钱|块|人民币)?|${WORDS}(?<coin2>元|块钱|块)?)\\s*${SIDE}?(?![\\d.a-z年月日号人个包次间台套米平亩吨公度辆户所座条])`,
  'g',
);

/** 30万到50万, 300到500万, 30-50万元: the unit behind the second is that of the first too. */
const RANGE = new RegExp(
  `(?<![\\d.a-z-])(?<from>\\d+(?:\\.\\d+)?)\\s*(?<scale1>${SCALE})?元?\\s*(?:到|至|[-~—–])\\s*(?<to>\\d+(?:\\.\\d+)?)\\s*(?:(?<scale>${SCALE})元?|元)(?:之间|以内)?(?![\\d.a-z年月日号平亩吨])`,
);

function readRange(folded: string): TypedSum | null {
  const match = RANGE.exec(folded);
  if (!match) return null;
  const { from, to, scale, scale1 = scale } = match.groups!;
  const fen = (number: string, unit: string | undefined) =>
    Math.round(Number(number) * (POWERS[unit ?? ''] ?? 1) * 100);
  const [min, max] = [fen(from!, scale1), fen(to!, scale)];
  return min > 0 && min <= max && max <= MOST_FEN ? { min, max, at: match.index, length: match[0].length } : null;
}

/**
 * The first sum in a folded text: `480万`, `299.9万元`, `2,999,000`, `四百八十万`, `500万以上`; or the first range: `30万到50万`. What was typed with few
 * digits stands for what rounds to it. Null when there is none: a bare `2026` or `480` is a word.
 */
export function readSum(folded: string): TypedSum | null {
  const range = readRange(folded);
  if (range) return range;
  for (const match of folded.matchAll(SUM)) {
    const read = yuanOf(match.groups!);
    if (!read) continue;
    const fen = Math.round(read.yuan * 100);
    if (fen <= 0 || fen > MOST_FEN) continue;
    const { before = '', side = '' } = match.groups!;
    const place = { at: match.index, length: match[0].length };
    if (/以上|多/.test(side) || /^(?:超过|大于|不低于)/.test(before)) return { min: fen, ...place };
    if (/以下|以内/.test(side) || /低于|少于|不超过|小于/.test(before)) return { max: fen, ...place };
    // 480万 is what is printed as 4,796,800 too; who types four digits means them.
    const spread = Math.round(Math.max(read.last * 50, fen * (read.digits > 3 ? 0.0005 : 0.01)));
    return { min: Math.max(0, fen - spread), max: fen + spread, ...place };
  }
  return null;
}

/** Yuan, what one of its last digit is worth, and how many digits were typed that are no zeros at an end. */
function yuanOf(groups: Record<string, string | undefined>): { yuan: number; last: number; digits: number } | null {
  const { number, scale, coin, words, coin2 } = groups;
  if (words !== undefined) {
    if (!/[万亿]/.test(words) && !coin2) return null;
    const fen = fenOfWords(`${words}元`);
    return fen === null ? null : { yuan: fen / 100, last: 1, digits: words.replace(/[十百千万亿零〇]/g, '').length };
  }
  const plain = number!.replaceAll(',', '');
  // Without a unit only what is grouped by commas is a sum; long numbers are codes.
  if (!scale && !coin && !number!.includes(',')) return null;
  const power = POWERS[scale ?? ''] ?? 1;
  const decimals = plain.split('.')[1]?.length ?? 0;
  return {
    yuan: Number(plain) * power,
    last: power / 10 ** decimals,
    digits: plain.replace('.', '').replace(/^0+|0+$/g, '').length,
  };
}
