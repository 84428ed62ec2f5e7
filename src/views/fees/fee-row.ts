import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { documentsOf } from '../../registers/fees/catalogue.ts';
import type { OtherFamily } from '../../registers/fees/families.ts';
import { dueOf, isBasisDead, priceOf, rangeOf, withUnit } from '../../registers/fees/due.ts';
import { isEnded, type FeeItem, type FeeLine } from '../../registers/fees/item-on-day.ts';
import { lineName } from '../../registers/fees/lines.ts';
import { fees } from '../../registers/fees/register.ts';
import type { State } from '../record/state.ts';
import { priceIn } from './price-in.ts';

/** One line of an item in words: what should be charged, and why that much. */
export interface FeePrice {
  /** With the heads it stands under: 财产案件·不超过1万元. */
  name: string;
  text: string;
  /** 按下限应收, and what else must be said of the figure. */
  notes: string[];
  range: string | null;
  isGone: boolean;
}

/** An item as a line of the catalogue. */
export interface FeeRow {
  code: string;
  path: string;
  name: string;
  /** The tax or service charge it is now. */
  became: string | null;
  status: FeeItem['status'];
  isGone: boolean;
  /** 2017-04-01起取消; what changes next. */
  marks: { tone: State['tone']; text: string }[];
  prices: FeePrice[];
  documents: string[];
  payer: string;
  fund: string;
}

/** A family of the catalogue, or one that stands in no catalogue. */
export function familyName(family: OtherFamily, locale: Locale): string {
  const { names } = labels(locale).fees.judge.families;
  return family in names ? names[family as keyof typeof names] : choice('family', family, locale);
}

/** A department in the reader's language where it is known, else as the catalogue names it. */
export function departmentName(department: string, locale: Locale): string {
  const names: Record<string, string> = labels(locale).fees.departmentNames;
  return Object.hasOwn(names, department) ? names[department]! : department;
}

export function feePath(code: string): string {
  return `/fees/${encodeURIComponent(code)}`;
}

export function feeRow(item: FeeItem, day: string, locale: Locale): FeeRow {
  const t = labels(locale).fees;
  const isGone = isEnded(item);
  const marks: FeeRow['marks'] = [];
  const status = statusText(item, locale);
  if (item.status !== 'inForce') marks.push({ tone: 'ended', text: status });
  // What this portal has no record of did not change on the day from which it has one.
  if (item.next && item.status !== 'notYet' && item.status !== 'unrecorded')
    marks.push({ tone: 'closing', text: fill(t.coming, { day: item.next.from }) });
  if (!isGone && isBasisDead(item, day)) marks.push({ tone: 'alert', text: t.item.dead });
  if (item.toVerify.length > 0) marks.push({ tone: 'ended', text: t.toVerify });
  return {
    code: item.code,
    path: feePath(item.code),
    name: item.name,
    became: item.became,
    status: item.status,
    isGone,
    marks,
    prices: isGone ? [] : pricesOf(item, locale),
    documents: documentsOf(isGone ? item.endedBy : item.basis),
    payer: choice('payer', item.payer, locale),
    fund: isGone ? '' : choice('fund', item.fund, locale),
  };
}

/** 2017-04-01起取消, 2024-12-01起改征水资源税, 执行中. */
export function statusText({ status, since, until, became }: FeeItem, locale: Locale): string {
  const t = labels(locale).fees;
  const what = status === 'converted' && became ? fill(t.became, { name: became }) : t.statuses[status];
  const from = since ? fill(t.since, { day: since, what }) : what;
  return until ? `${from}${labels(locale).record.comma}${fill(t.untilDay, { day: until })}` : from;
}

function pricesOf(item: FeeItem, locale: Locale): FeePrice[] {
  return item.lines.filter(({ kind }) => kind !== undefined).map((line) => feePrice(line, item, locale));
}

export function feePrice(line: FeeLine, item: FeeItem, locale: Locale): FeePrice {
  const t = labels(locale).fees;
  const notes: string[] = [];
  const { rule, rate, applied } = dueOf(line);
  if (!line.ended) {
    if (rule === 'lower') notes.push(t.byLower);
    if (rule === 'cap' && rate === null) notes.push(t.cap);
    if (rule === 'excepted') notes.push(t.excepted, line.appliedReason ?? '');
    if (applied !== null && applied !== rate)
      notes.push(fill(t.applied, { price: priceIn(withUnit(line, applied), locale) }), line.appliedReason ?? '');
  } else
    notes.push(
      fill(t.since, {
        day: line.ended.from,
        what: t.statuses[line.ended.act === 'suspension' ? 'suspended' : 'cancelled'],
      }),
      ...documentsOf(line.ended.basis),
    );
  return {
    name: lineName(line, item.lines),
    text: priceIn(priceOf(line), locale) ?? t.perText,
    notes: notes.filter(Boolean),
    range: line.ended ? null : priceIn(rangeOf(line), locale),
    isGone: line.ended !== undefined,
  };
}

/** The word for a code of the register; '' for none. */
export function choice(
  list: 'payer' | 'fund' | 'family' | 'level',
  code: string | null | undefined,
  locale: Locale,
): string {
  return code == null ? '' : (fees.labels[language(locale)].choices[list]![code] ?? code);
}
