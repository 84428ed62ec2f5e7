import { contentLanguage, fill, labels, type Locale } from '../locales/labels.ts';
import { formatFen, isPlaceholder, parseMoney } from '../values/money.ts';

/**
 * What a notice printed, as it is; in other languages than that of notices the same figure stands behind it in the
 * reader's units: 24万元/亩 (CNY 240,000.00 per mu), 18个月 (18 months).
 */
export function printedIn(printed: string, locale: Locale): string {
  if (contentLanguage(locale) === undefined || printed.length > LONGEST || !/\p{Script=Han}/u.test(printed))
    return printed;
  const meant = moneyIn(printed, locale) ?? durationIn(printed, locale);
  return meant === null ? printed : printed + fill(labels(locale).record.bracketed, { text: meant });
}

/** The same in the place of a sum, and why it is none: a figure without a unit, whatever the column counts, or 0元. */
export function printedSum(printed: string, locale: Locale): string {
  const { bracketed, noUnit, hardlyReal } = labels(locale).record;
  const money = printed.length > LONGEST ? null : parseMoney(printed);
  const doubt = /^\d[\d,]*(?:\.\d+)?$/.test(printed) ? noUnit : money && isPlaceholder(money) ? hardlyReal : null;
  return doubt === null ? printedIn(printed, locale) : printed + fill(bracketed, { text: doubt });
}

/** A sentence is not read. */
const LONGEST = 24;

function moneyIn(printed: string, locale: Locale): string | null {
  const money = parseMoney(printed);
  if (!money) return null;
  const { fen, rate, basis, currency } = money;
  if (rate !== undefined) return fill(labels(locale).record.rate, { rate });
  const per = (labels(locale).units as Record<string, string>)[basis] ?? '';
  return fen === null ? null : `${currency} ${formatFen(fen)}${per}`;
}

/** Years, months, days, working days and hours, where the text is nothing else: 2026年 and 12月 are dates. */
function durationIn(printed: string, locale: Locale): string | null {
  const found = /^(\d+(?:\.\d+)?)\s*个?((?<!\d{3})年|(?<=个)月|日历天|工作日|天|日|小时)$/.exec(printed.trim());
  if (!found) return null;
  const [, n = '', unit = ''] = found;
  const words = labels(locale).record.durations as Record<string, string>;
  return words[unit] === undefined ? null : fill(words[unit], { n });
}
