import { fold } from '../../values/script.ts';

/** A charge as told: `不动产登记 100元`, `办护照收了160`, `污水处理费每立方米1.2元`. */
export interface Question {
  /** The words for the thing, without figures and verbs; folded. */
  words: string;
  /** Fen; null when no sum was told. */
  paid: number | null;
  /** The sum is for one of these: 每平方米2元. */
  per: string | null;
  /** How many: 3本, 100平方米. */
  quantity: { count: number; unit: string } | null;
}

/** Reads what was typed in one box, and the sum from a second one when it was typed there. */
export function readQuestion(text: string, sum = ''): Question {
  let rest = unitsFolded(fold(text)).replace(
    CHINESE_NUMBER,
    (numeral, before: string) => before + String(numberOf(numeral.slice(before.length))),
  );
  let per: string | null = null;
  let quantity: Question['quantity'] = null;
  let paid = yuanToFen(fold(sum).replace(/[,\s元块¥]/g, ''));

  rest = rest.replace(PER_BEFORE, (_, unit: string, amount: string) => take(amount, unit));
  rest = rest.replace(PER_AFTER, (_, amount: string, unit: string) => take(amount, unit));
  rest = rest.replace(MONEY, (_, amount: string, scale = '') => take(amount + scale, null));
  rest = rest.replace(COUNTED, (_, count: string, unit: string) => {
    quantity ??= { count: Number(count.replaceAll(',', '')), unit };
    return ' ';
  });
  // A figure that stands alone is a sum; one that is part of a document number (2559号) is not.
  if (paid === null) rest = rest.replace(BARE, (_, amount: string, scale = '') => take(amount + scale, null));
  return { words: rest.replace(NOISE, ' ').replace(/[^\p{L}\p{N}]+/gu, ''), paid, per, quantity };

  function take(amount: string, unit: string | null): string {
    if (paid !== null) return ' ';
    paid = yuanToFen(amount);
    per = unit;
    return ' ';
  }
}

/** What units are counted in, each under one name: 平米, ㎡ and 平方米 are one. */
export function unitsFolded(folded: string): string {
  return UNIT_NAMES.reduce((text, [pattern, name]) => text.replace(pattern, name), folded);
}

const UNIT_NAMES: [RegExp, string][] = [
  [/立方米|立方|m³|m3|㎥|(?<=[每一\d])方(?=\D|$)/g, '立方米'],
  [/平方米|平米|平方(?!公里|千米)|m²|m2|㎡/g, '平方米'],
];

const UNIT = '(平方米|立方米|吨|本|证|件|张|副|面|个|人次|人|次|台|户|月|年|学期|例|科|剂次|针|米|处)';
const FIGURE = '(\\d[\\d,]*(?:\\.\\d+)?)';
const PER_BEFORE = new RegExp(`每一?${UNIT}[^\\d]{0,4}?${FIGURE}(?:元|块)?`);
const PER_AFTER = new RegExp(`${FIGURE}(?:元|块)(?:钱)?(?:/|每|一)${UNIT}`);
const MONEY = new RegExp(`[¥￥]?${FIGURE}\\s*(万|千|百)?(?:元|块钱?|圆)`);
const COUNTED = new RegExp(`${FIGURE}\\s*个?${UNIT}(?!费|工)`);
const BARE = new RegExp(`(?<![\\d.])[¥￥]?${FIGURE}(万)?(?!\\d|号|年|月|日|%|\\.)`);
/** What is said around a charge and names nothing. */
const NOISE =
  /应该|合理吗|对不对|对吗|多少钱|是不是|收取|收了|收我|交了|交|付了|花了|要了|要我|办理|办个|办|缴纳|缴|被|一共|总共|共|我的?|请问|了$/g;

/** `100`, `1.5万`, as fen. */
function yuanToFen(amount: string): number | null {
  const match = /^(\d[\d,]*(?:\.\d+)?)(万|千|百)?$/.exec(amount);
  if (!match) return null;
  const fen = Math.round(
    Number(match[1]!.replaceAll(',', '')) * ({ 万: 1e6, 千: 1e5, 百: 1e4 }[match[2] ?? ''] ?? 100),
  );
  return Number.isSafeInteger(fen) ? fen : null;
}

/** 一百二十元, 两百块: a numeral before a word of money or of count. */
const CHINESE_NUMBER =
  /(^|[^\d一二两三四五六七八九十百千万零〇第])[一二两三四五六七八九十百千万零〇]{1,9}(?=元|块|本|件|张|平方米)/g;

function numberOf(numeral: string): number {
  let total = 0;
  let part = 0;
  let last = 0;
  for (const sign of numeral) {
    const digit = '〇一二三四五六七八九'.indexOf(sign === '两' ? '二' : sign === '零' ? '〇' : sign);
    if (digit >= 0) last = digit;
    else if (sign === '万') [total, part, last] = [(total + part + last) * 10_000, 0, 0];
    else [part, last] = [part + (last || 1) * ({ 十: 10, 百: 100, 千: 1_000 }[sign] ?? 1), 0];
  }
  return total + part + last;
}
