/**
 * Sums as people say and write them: 两百, 1块2, 两毛, 三块零五分, 一千二, 2.3千, 十块, 壹佰贰拾元, ￥1,200.50. Texts are
 * folded before (full width, traditional).
 */
export interface SpokenSum {
  fen: number;
  start: number;
  end: number;
  /** Said with a word of money; without one it is a bare figure. */
  isMoney: boolean;
}

const CAPITALS = '壹贰叁肆伍陆柒捌玖拾佰仟萬圆';
const PLAIN = '一二三四五六七八九十百千万元';

/** Capital numerals in plain ones, where they stand in a numeral: 陆 in a name stays. */
export function withoutCapitals(text: string): string {
  return text.replace(/[壹贰叁肆伍陆柒捌玖拾佰仟萬零整]{2,}|[壹贰叁肆伍陆柒捌玖拾](?=[元圆块角])|圆/g, (run) =>
    [...run].map((sign) => PLAIN[CAPITALS.indexOf(sign)] ?? sign).join(''),
  );
}

const DIGITS = '一二两三四五六七八九';
const NUMERAL = `(?:\\d[\\d,]*(?:\\.\\d+)?(?:[百千万]\\d{0,3}(?![\\d.]))?|[${DIGITS}十百千万零〇]+)`;
const SMALL = `[\\d${DIGITS}]`;
const MONEY = new RegExp(
  // 3块零5分, 1块2, 100元: never 5元一本 read as 5.1.
  `[¥￥]?(${NUMERAL})个?(?:元|块钱?)(?:[零又]?(?:(${SMALL})[角毛](?:[零]?(${SMALL})分?)?|(?:零)?(${SMALL})分|(\\d{1,2}|[${DIGITS}])(?![\\d${DIGITS}十百千万.,]|个|${unitsAhead()})))?` +
    `|(${SMALL})[毛角](?:钱)?(?:(${SMALL})分?(?![\\d元块]))?|(${SMALL})分钱`,
  'g',
);
/** A figure alone: no part of a document's number, a date, a count, a share. */
const BARE = new RegExp(
  `(?<![\\d.第〔])[¥￥]?(?:(\\d[\\d,]*(?:\\.\\d+)?(?:[百千万]\\d{0,3})?)(?!\\d|[号年月日%.岁楼栋层点条]|${unitsAhead()})` +
    `|((?:[${DIGITS}]*十|[${DIGITS}][百千万])[${DIGITS}十百千万零〇]*)(?![号年月日岁楼层点条多几]|${unitsAhead()}))`,
  'g',
);

function unitsAhead(): string {
  return '平方米|立方米|吨|[本证件张副面个台户科例针米处次人天份]|公里|小时|学期|剂次';
}

export function sumsIn(text: string): SpokenSum[] {
  const sums: SpokenSum[] = [];
  for (const match of text.matchAll(MONEY)) {
    const [whole, yuan, tenths, hundredths, cents, tail, jiao, jiaoFen, fen] = match;
    const value =
      yuan === undefined
        ? (jiao ? numberOf(jiao) * 10 : 0) + (jiaoFen ? numberOf(jiaoFen) : 0) + (fen ? numberOf(fen) : 0)
        : numberOf(yuan) * 100 +
          (tenths ? numberOf(tenths) * 10 : 0) +
          (hundredths ? numberOf(hundredths) : 0) +
          (cents ? numberOf(cents) : 0) +
          (tail ? (tail.length === 1 ? numberOf(tail) * 10 : Number(tail)) : 0);
    add(value, match.index, whole.length, true);
  }
  for (const match of text.matchAll(BARE)) {
    const end = match.index + match[0].length;
    if (!sums.some((sum) => match.index < sum.end && end > sum.start))
      add(numberOf((match[1] ?? match[2])!) * 100, match.index, match[0].length, false);
  }
  return sums.toSorted((a, b) => a.start - b.start);

  function add(value: number, start: number, length: number, isMoney: boolean): void {
    const fen = Math.round(value);
    if (Number.isSafeInteger(fen)) sums.push({ fen, start, end: start + length, isMoney });
  }
}

const SCALE: Record<string, number> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 };

/** 一千二 is 1200, 一百零二 is 102, 2.3千 is 2300, 1万2 is 12000. */
export function numberOf(numeral: string): number {
  const mixed = /^(\d[\d,]*(?:\.\d+)?)([百千万])?(\d*)$/.exec(numeral);
  if (mixed) {
    const scale = SCALE[mixed[2] ?? ''] ?? 1;
    const rest = mixed[3] ?? '';
    return (
      Number(mixed[1]!.replaceAll(',', '')) * scale + (rest.length === 1 ? (Number(rest) * scale) / 10 : Number(rest))
    );
  }
  let total = 0;
  let part = 0;
  let last = 0;
  let scale = 1;
  for (const sign of numeral) {
    const digit = '〇一二三四五六七八九'.indexOf(sign === '两' ? '二' : sign === '零' ? '〇' : sign);
    if (digit >= 0) {
      last = digit;
      if (digit === 0) scale = 1;
    } else if (sign === '万') [total, part, last, scale] = [(total + part + last) * 10_000, 0, 0, 10_000];
    else [part, last, scale] = [part + (last || 1) * SCALE[sign]!, 0, SCALE[sign]!];
  }
  return total + part + last * (scale > 10 && last > 0 ? scale / 10 : 1);
}
