import { parseMoney, type Money } from '../../../values/money.ts';

/** An amount as a source prints it, and what we are not sure of. */
export interface PrintedAmount {
  money: Money;
  /** `amountUnit`: no unit is printed, so there is no sum. `amountZero`: 0 is printed, which often means “not filled in”. */
  remark?: { code: 'amountUnit' | 'amountZero'; found: string };
}

/**
 * Reads an amount with the unit its label prints (`预算金额(万元)`). Without a unit anywhere the text is kept and
 * the sum stays open: `179.3` may be yuan or ten thousand yuan. Undefined when no number stands there at all.
 */
export function printedAmount(text: string | undefined, label: string = ''): PrintedAmount | undefined {
  const value = plainPart(text ?? '');
  if (value === '' || !/\d/.test(value)) return undefined;
  const unit = /亿元/.test(label) ? '亿元' : /万元/.test(label) ? '万元' : /元/.test(label) ? '元' : undefined;
  const labelled = unit && !/[元圆¥]|%/.test(value) ? `${value}（${unit}）` : value;
  const money = parseMoney(labelled, unit && { unit });
  if (money) return money.fen === 0 ? { money, remark: { code: 'amountZero', found: money.printed } } : { money };
  if (!/^[\d.,，\s]+$/.test(value)) return undefined;
  return {
    money: { fen: null, currency: 'CNY', basis: 'total', printed: value },
    remark: { code: 'amountUnit', found: value },
  };
}

/** `本项目预算金额为 480000.0 元，其中：…` → the sum; `1800000元（国库资金：…` → what stands before the bracket. */
function plainPart(text: string): string {
  const stated = /金额为\s*([\d.,]+\s*(?:万元|元))/.exec(text)?.[1];
  if (stated) return stated;
  const offer = /^报价[：:]\s*(.*)$/.exec(text.trim())?.[1] ?? text.trim();
  return offer
    .replace(/^(\d[\d.,]*\s*(?:万元|元))\s*[（(](?!万?元|人民币).*$/, '$1')
    .replace(/[（(]$/, '')
    .trim();
}
