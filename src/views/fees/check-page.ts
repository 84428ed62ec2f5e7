import type { CHECK_PARAMETERS } from '../../registers/fees/pages.ts';
import * as z from 'zod';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { documentsOf } from '../../registers/fees/catalogue.ts';
import { figure, priceOf } from '../../registers/fees/due.ts';
import { otherFamilyOf } from '../../registers/fees/families.ts';
import type { FeeItem } from '../../registers/fees/item-on-day.ts';
import { judge, type Hint, type Judgement, type Outcome } from '../../registers/fees/judge.ts';
import { lineMeant, matchItem } from '../../registers/fees/match.ts';
import { readQuestion, type Question } from '../../registers/fees/question.ts';
import { dayOf, parseDay } from '../../values/date.ts';
import { formatFen } from '../../values/money.ts';
import { href, withQuery } from '../address.ts';
import { fullDay } from '../long-day.ts';
import type { Portal } from '../portal.ts';
import { choice, feePrice, feeRow, lineName, type FeeRow } from './fee-row.ts';
import { itemsOn } from './kept-items.ts';

/** What was asked: in one box, or in several. */
export interface CheckParameters {
  fee: string;
  /** Code of the item, once it was chosen. */
  item?: string;
  /** Number or name of the line. */
  kind?: string;
  paid: string;
  /** `yyyy-mm-dd`; today when absent. */
  on?: string;
}

const MOST_WORDS = 100;
const code = z.string().regex(/^[a-z0-9.-]{1,40}$/i);

export function readCheckParameters(search: URLSearchParams): CheckParameters {
  const text = (name: (typeof CHECK_PARAMETERS)[number]) => (search.get(name) ?? '').trim().slice(0, MOST_WORDS);
  const on = parseDay(text('on'));
  const item = code.safeParse(text('item'));
  return {
    fee: text('fee'),
    paid: text('paid'),
    ...(item.success && { item: item.data }),
    ...(text('kind') && { kind: text('kind') }),
    ...(on && { on }),
  };
}

export type CheckOutcome = Outcome | 'unlisted' | 'which' | 'family' | 'free';

/** A charge judged: what the page shows and `/fees/check.json` answers. Sums are in yuan, as printed. */
export interface CheckPage {
  asked: CheckParameters & { words: string; paidYuan: string | null };
  on: string;
  /** Null while nothing was asked. */
  outcome: CheckOutcome | null;
  /** What the page says first: 偏高，多收20元. */
  word: string;
  rest: string;
  tone: 'kept' | 'broken' | 'border' | 'unknown';
  /** Why it cannot be decided. */
  why: string | null;
  item:
    | (FeeRow & {
        family: string;
        verifiedOn: string | null;
        reductions: string[];
        basisText: string;
        charging: string;
        standards: string;
      })
    | null;
  line: { value: string; name: string; unit: string } | null;
  lineChoices: { value: string; name: string }[];
  sums: { label: string; text: string; note?: string }[];
  /** Line by line, when nobody said which. */
  byLine: { name: string; due: string; word: string; tone: CheckPage['tone']; path: string }[];
  hints: { title: string; text: string }[];
  advice: { lead: string; text: string; articles: string[] } | null;
  nearest: { name: string; path: string; row: FeeRow }[];
  family: { word: string; label: string } | null;
}

const TONES: Record<CheckOutcome, CheckPage['tone']> = {
  right: 'kept',
  high: 'broken',
  aboveLower: 'border',
  low: 'border',
  notCharged: 'broken',
  undecided: 'unknown',
  unlisted: 'unknown',
  which: 'unknown',
  family: 'unknown',
  free: 'broken',
};

export function checkPage(portal: Portal, parameters: CheckParameters, locale: Locale): CheckPage {
  const on = parameters.on ?? dayOf(portal.now());
  const kept = itemsOn(portal, on);
  const question = readQuestion(parameters.fee, parameters.paid);
  const blank = blankPage(parameters, question, on);
  if (question.words === '' && !parameters.item) return blank;

  const items = kept.map(({ item }) => item);
  const chosen = items.find((item) => item.code === parameters.item);
  const match = chosen
    ? { item: chosen, line: lineMeant(question.words, chosen), nearest: [] }
    : matchItem(question.words, items);
  const nearest = match.nearest.map((item) => ({
    name: item.name,
    path: checkPath({ ...parameters, item: item.code }, locale),
    row: feeRow(item, on, locale),
  }));
  if (!match.item) return unlisted({ ...blank, nearest }, question, locale);

  const { item } = match;
  const priced = item.lines.filter(({ kind }) => kind !== undefined);
  const line =
    priced.find(
      (one) => parameters.kind !== undefined && (one.number === parameters.kind || one.name === parameters.kind),
    ) ?? match.line;
  const { record } = kept.find((one) => one.item === item)!;
  return judged(
    { ...blank, nearest },
    item,
    judge(question, item, line, on, record.compiled.feeItem),
    parameters,
    locale,
  );
}

function blankPage(parameters: CheckParameters, { words, paid }: Question, on: string): CheckPage {
  return {
    asked: { ...parameters, words, paidYuan: paid === null ? null : yuan(paid) },
    on,
    outcome: null,
    word: '',
    rest: '',
    tone: 'unknown',
    why: null,
    item: null,
    line: null,
    lineChoices: [],
    sums: [],
    byLine: [],
    hints: [],
    advice: null,
    nearest: [],
    family: null,
  };
}

/** Nothing of that name: another family, something near, or nothing at all. */
function unlisted(page: CheckPage, { words, paid }: Question, locale: Locale): CheckPage {
  const t = labels(locale).fees.judge;
  const other = otherFamilyOf(words);
  // 宣传咨询零收费 (市委、市政府2012年6月18日实施意见).
  const isFree = /咨询|宣传/.test(words);
  const outcome: CheckOutcome = other ? 'family' : isFree ? 'free' : page.nearest.length > 0 ? 'which' : 'unlisted';
  const family = other && { word: other.word, label: choice('family', other.family, locale) };
  return {
    ...page,
    outcome,
    family,
    word: t.outcomes[outcome],
    tone: TONES[outcome],
    rest: fill(t.headlines[outcome as 'which'], { words, family: family?.label ?? '' }),
    sums: paid === null ? [] : [{ label: t.table.paid, text: money(paid, locale) }],
    why: family ? fill(t.familyWord, { word: family.word, family: family.label }) : null,
    advice: adviceOf(outcome, null, locale),
  };
}

function judged(
  page: CheckPage,
  item: FeeItem,
  judgement: Judgement,
  parameters: CheckParameters,
  locale: Locale,
): CheckPage {
  const t = labels(locale).fees.judge;
  const { line, due, difference, paid } = judgement;
  const priced = item.lines.filter(({ kind }) => kind !== undefined);
  // Another family than the catalogue of administrative fees is said, whatever the sum.
  const isOther = item.family !== 'administrative' && judgement.outcome !== 'notCharged';
  const outcome: CheckOutcome = isOther ? 'family' : judgement.outcome;
  const family = choice('family', item.family, locale);
  return {
    ...page,
    outcome,
    word: judgement.why === 'line' ? t.whichLine : t.outcomes[outcome],
    rest: restOf(outcome, item, line, difference, family, locale),
    tone: TONES[outcome],
    why:
      judgement.why === null
        ? null
        : fill(t.why[judgement.why], {
            most: due === null ? '' : yuan(due),
            unit: line?.unit ?? '',
            base: line?.base ?? '',
          }),
    item: {
      ...feeRow(item, page.on, locale),
      family,
      verifiedOn: item.verifiedOn,
      reductions: item.reductions.map(({ who, rule, basis }) => `${who}：${rule}（${documentsOf(basis).join('、')}）`),
      basisText: documentsOf(item.basis.length > 0 ? item.basis : item.endedBy).join('；'),
      charging: item.chargingUnit ?? '',
      standards: priced.map((one) => [lineName(one, item), priceOf(one)].filter(Boolean).join(' ')).join('；'),
    },
    line: line && { value: line.number ?? line.name ?? '', name: lineName(line, item), unit: line.unit ?? '' },
    lineChoices:
      priced.length > 1
        ? priced.map((one) => ({ value: one.number ?? one.name ?? '', name: lineName(one, item) }))
        : [],
    sums: sumsOf(judgement, locale),
    byLine: judgement.lines.map(({ line: one, judgement: its }) => ({
      name: lineName(one, item),
      due: feePrice(one, item, locale).text,
      word: t.outcomes[its.outcome],
      tone: TONES[its.outcome],
      path: checkPath({ ...parameters, item: item.code, kind: one.number ?? one.name ?? '' }, locale),
    })),
    hints: judgement.hints.map((hint) => hintText(hint, locale)),
    advice: adviceOf(outcome, difference, locale),
    family: isOther ? { word: item.name, label: family } : null,
    nearest: [],
    asked: { ...page.asked, paidYuan: paid === null ? null : yuan(paid), item: item.code },
  };
}

function restOf(
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
    const day = line?.ended?.from ?? item.since ?? '';
    return fill(t.ended[ended], { day: day && fullDay(day, locale), name: item.became ?? '' });
  }
  if (outcome === 'undecided') return '';
  return fill(t.headlines[outcome as 'high'], { n: difference === null ? '' : yuan(Math.abs(difference)), family });
}

function sumsOf({ paid, due, difference, quantity, outcome, why }: Judgement, locale: Locale): CheckPage['sums'] {
  const { table: t } = labels(locale).fees.judge;
  const reckoned =
    quantity && quantity.unit !== ''
      ? {
          note: quantity.assumed
            ? fill(t.assumed, { unit: quantity.unit })
            : fill(t.reckoned, { count: figure(quantity.count), unit: quantity.unit }),
        }
      : {};
  const sums: CheckPage['sums'] = [];
  if (paid !== null) sums.push({ label: t.paid, text: money(paid, locale) });
  if (due !== null)
    sums.push({ label: why === 'cap' || why === 'excepted' ? t.most : t.due, text: money(due, locale), ...reckoned });
  if (paid !== null && difference !== null && outcome !== 'undecided')
    sums.push({
      label: difference > 0 ? t.over : difference < 0 ? t.under : t.same,
      text: money(Math.abs(difference), locale),
    });
  return sums;
}

function hintText(hint: Hint, locale: Locale): { title: string; text: string } {
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

function adviceOf(outcome: CheckOutcome, difference: number | null, locale: Locale): CheckPage['advice'] {
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

export function checkPath(parameters: CheckParameters, locale: Locale): string {
  const { fee, item, kind, paid, on } = parameters;
  return withQuery(href(locale, '/fees/check'), { fee, item, kind, paid, on });
}

/** `20`, `1,234.50`: whole yuan without decimals. */
function yuan(fen: number): string {
  return formatFen(fen).replace(/\.00$/, '');
}

function money(fen: number, locale: Locale): string {
  return fill(labels(locale).fees.yuan, { sum: formatFen(fen) });
}
