import { fill, labels, type Locale } from '../../locales/labels.ts';
import { documentsOf } from '../../registers/fees/catalogue.ts';
import { figure } from '../../registers/fees/due.ts';
import type { OtherFamily } from '../../registers/fees/families.ts';
import type { FeeItem } from '../../registers/fees/item-on-day.ts';
import type { Hint, Judgement, Outcome } from '../../registers/fees/judge.ts';
import { formatFen } from '../../values/money.ts';
import { fullDay } from '../long-day.ts';
import { unitIn } from './price-in.ts';

/** What the fee check says: its headline, sums, hints and advice. */

export type CheckOutcome = Outcome | 'unlisted' | 'which' | 'family' | 'free';

export interface Sum {
  label: string;
  text: string;
  note?: string;
}

export interface Advice {
  lead: string;
  text: string;
  articles: string[];
}

export function restOf(
  outcome: CheckOutcome,
  item: FeeItem,
  line: Judgement['line'],
  difference: number | null,
  family: string,
  locale: Locale,
): string {
  const t = labels(locale).fees.judge;
  if (outcome === 'notCharged') {
    const ended = line?.ended
      ? line.ended.act === 'suspension'
        ? 'suspended'
        : 'cancelled'
      : (item.status as 'cancelled' | 'suspended' | 'converted');
    // A line of nothing, or somebody who is exempt.
    if (item.status === 'inForce' && !line?.ended) return t.ended.zero;
    const day = line?.ended?.from ?? item.since ?? '';
    return fill(t.ended[ended], { day: day && fullDay(day, locale), name: item.became ?? '' });
  }
  if (outcome === 'undecided') return '';
  return fill(t.headlines[outcome as 'high'], { n: difference === null ? '' : yuan(Math.abs(difference)), family });
}

export function sumsOf(
  { paid, due, difference, quantity, outcome, why }: Judgement,
  verified: boolean,
  locale: Locale,
): Sum[] {
  const { table: t } = labels(locale).fees.judge;
  const reckoned =
    quantity && quantity.unit !== ''
      ? {
          note: quantity.assumed
            ? fill(t.assumed, { unit: unitIn(quantity.unit, locale) })
            : fill(t.reckoned, { count: figure(quantity.count), unit: unitIn(quantity.unit, locale) }),
        }
      : {};
  const sums: Sum[] = [];
  if (paid !== null) sums.push({ label: t.paid, text: money(paid, locale) });
  if (due !== null && why !== 'range')
    sums.push({ label: why === 'cap' || why === 'excepted' ? t.most : t.due, text: money(due, locale), ...reckoned });
  if (paid !== null && difference !== null && outcome !== 'undecided')
    sums.push({
      label: difference > 0 ? (verified ? t.over : t.beyond) : difference < 0 ? t.under : t.same,
      text: money(Math.abs(difference), locale),
    });
  return sums;
}

export function hintText(hint: Hint, locale: Locale): { title: string; text: string } {
  const t = labels(locale).fees.judge.hints;
  switch (hint.code) {
    case 'extras': {
      const rate = hint.line.amount ?? 0;
      const base = yuan(hint.base);
      return {
        title: t.extrasTitle,
        text: fill(t.extras, {
          line: hint.line.name ?? '',
          rate: figure(rate),
          count: hint.count,
          base,
          sum: yuan(hint.base + Math.round(rate * 100) * hint.count),
        }),
      };
    }
    case 'multiple':
      return {
        title: fill(t.multipleTitle, { unit: hint.unit }),
        text: fill(t.multiple, { count: hint.count, unit: hint.unit }),
      };
    case 'earlier':
      return { title: t.earlierTitle, text: fill(t.earlier, { day: hint.until }) };
    case 'reduction': {
      const { who, rule, reduction, basis } = hint.reduction;
      return {
        title: t.reductionTitle,
        text: fill(reduction === 'exempt' ? t.exempt : t.reduced, { who, rule, basis: documentsOf(basis).join('、') }),
      };
    }
    case 'coming':
      return { title: '', text: fill(t.coming, { day: hint.from }) };
    case 'basisDead':
    case 'toVerify':
      return { title: '', text: t[hint.code] };
  }
}

export function adviceOf(outcome: CheckOutcome, difference: number | null, locale: Locale): Advice {
  const { advice, articles } = labels(locale).fees.judge;
  const [lead, text] = advice[outcome] as [string, string];
  const cited: Record<CheckOutcome, string[]> = {
    high: [articles.price, articles.business],
    notCharged: [articles.price7, articles.business],
    aboveLower: [articles.seed],
    unlisted: [articles.business],
    family: [articles.business],
    free: [articles.seed],
    right: [],
    low: [],
    undecided: [],
    which: [],
  };
  return {
    lead: fill(lead, { n: difference === null ? '' : yuan(Math.abs(difference)) }),
    text,
    articles: cited[outcome],
  };
}

/** 目录记载为……（待核），请先问. */
export function unverifiedAdvice(
  outcome: 'high' | 'notCharged',
  item: FeeItem,
  due: number | null,
  locale: Locale,
): Advice {
  const t = labels(locale).fees.judge;
  const [lead, text] = t.unverified.advice[outcome] as [string, string];
  const basis = documentsOf(item.endedBy.length > 0 ? item.endedBy : item.basis).join('、');
  return {
    lead: fill(lead, { due: due === null ? '' : yuan(due), basis }),
    text: fill(text, { basis }),
    articles: [],
  };
}

/** Who sets the price of such money, and whom to ask. */
export function familyAdvice(family: OtherFamily, locale: Locale): Advice {
  const { families, articles } = labels(locale).fees.judge;
  const [lead, text] = families.advice[family] as [string, string];
  return { lead, text, articles: family === 'fund' || family === 'deposit' ? [articles.business] : [] };
}

export function paidSum(paid: number | null, locale: Locale): Sum[] {
  return paid === null ? [] : [{ label: labels(locale).fees.judge.table.paid, text: money(paid, locale) }];
}

/** `20`, `1,234.50`: whole yuan without decimals. */
export function yuan(fen: number): string {
  return formatFen(fen).replace(/\.00$/, '');
}

export function money(fen: number, locale: Locale): string {
  return fill(labels(locale).fees.yuan, { sum: formatFen(fen) });
}
