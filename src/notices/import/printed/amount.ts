import { differsInWords, isPlaceholder, parseMoney, powerOf, type Money } from '../../../values/money.ts';

/** An amount as a source prints it, and what we are not sure of. */
export interface PrintedAmount {
  money: Money;
  /**
   * `amountUnit`: no unit is printed, so there is no sum. `amountZero`: 0 or 1 is printed, which mostly means “not filled
   * in”. `amountWords`: the capital numerals beside it say another sum.
   */
  remark?: { code: 'amountUnit' | 'amountZero' | 'amountWords'; found: string };
}

/**
 * Reads an amount with the unit its label prints (`预算金额(万元)`). Without a unit anywhere the text is kept and
 * the sum stays open: `179.3` may be yuan or ten thousand yuan. Undefined when no number stands there at all.
 */
export function printedAmount(text: string | undefined, label: string = ''): PrintedAmount | undefined {
  const value = plainPart(text ?? '');
  if (value === '' || !/[\d壹贰叁肆伍陆柒捌玖]/.test(value) || value.length > 120) return undefined;
  const unit = unitOf(label);
  const isRate = /费率|下浮率|折扣率|优惠率|百分比|\(%\)|（%）/.test(label) && !/[价额][/／(（]/.test(label);
  // With the unit in the label, nothing but a number stands here: words may count anything.
  if (unit && !/[元圆¥￥$]|[%％‰]/.test(value) && !BARE.test(value.replace(FILLERS, ''))) return undefined;
  const own = unit && !/[元圆¥￥$]|[%％‰]/.test(value) ? `${value}（${unit}）` : value;
  const money = parseMoney(isRate && /^[\d.]+$/.test(value) ? `${value}%` : own, unit === undefined ? {} : { unit });
  if (money) {
    if (differsInWords(money)) return { money, remark: { code: 'amountWords', found: money.printed } };
    if (isPlaceholder(money))
      return { money: { ...money, fen: null }, remark: { code: 'amountZero', found: money.printed } };
    return { money };
  }
  if (!/^[\d.,，\s]+$/.test(value)) return undefined;
  return {
    money: { fen: null, currency: 'CNY', basis: 'total', printed: value },
    remark: { code: 'amountUnit', found: value },
  };
}

/**
 * `施工部分为评审价的97%；设计部分为国家标准的58%`: what is priced by several rates has no sum, nor one rate; it stays as it is
 * printed. Undefined where a sum stands beside them, or where what they are of is no price.
 */
export function severalRates(text: string | undefined): PrintedAmount | undefined {
  const printed = (text ?? '').trim();
  const outside = printed.normalize('NFKC').replace(/\([^()]*\)/g, ' ');
  const rates = outside.match(/\d\s*[%‰]/g) ?? [];
  if (rates.length < 2 || printed.length > 300 || /[元圆¥$]|税|占|暂列|支付|保证金|自筹|其中/.test(outside))
    return undefined;
  return { money: { fen: null, currency: 'CNY', basis: 'rate', printed } };
}

/** 万元 of `金额（万元）`, `（单位：万元）`, `宗地面积(㎡/亩)` has none. */
function unitOf(label: string): string | undefined {
  const bracketed = /[（(](?:单位[：:])?(?:人民币)?\s*([^（）()]{0,4}(?:元|币|圆))[)）]/.exec(label)?.[1];
  return bracketed !== undefined && powerOf(bracketed) !== undefined ? bracketed : undefined;
}

/** `本项目预算金额为 480000.0 元，其中：…` → the sum; `1800000元（国库资金：…` → what stands before the bracket. */
function plainPart(text: string): string {
  text = text.replace(/[，,;；]\s*其中.*$/s, '');
  const stated = /(?:金额|报价|价)[为:：]\s*((?:人民币)?[¥￥]?[\d.,]+\s*[（(]?(?:亿|百万|万|千)?元[)）]?)/.exec(
    text,
  )?.[1];
  if (stated) return stated;
  const offer = /^报价[：:]\s*(.*)$/.exec(text.trim())?.[1] ?? text.trim();
  return offer
    .replace(/^([¥￥]?\d[\d.,]*\s*(?:亿|万)?元)\s*[（(](?!大写|人民币|(?:亿|万)?元|¥|￥|\d).*$/, '$1')
    .replace(/^([¥￥]?\d[\d.,]*\s*(?:亿|万)?元(?:\/[^\s;；。，,（(]{1,6})?)\s*[;；。，,].*$/, '$1')
    .replace(/[（(;；。，,]$/, '')
    .trim();
}

const FILLERS = /人民币|约|共计?|合计|小写|总价|报价|含税|左右/g;
const BARE = /^[\d.,，\s:：()（）~-]*$/;
