import { dueOf, isBasisDead } from './due.ts';
import { firstDay, itemOn, type FeeItem, type FeeLine, type FeeReduction } from './item-on-day.ts';
import type { FeeStatement } from './item.ts';
import { unitsFolded, type Question } from './question.ts';
import { dueByTiers, isUnder, tierTableOf, type TierTable } from './tiers.ts';
import { fold } from '../../values/script.ts';

/**
 * What can be said of a charge:
 * - `right`: it is what should be charged;
 * - `high`, `low`: more or less than that;
 * - `aboveLower`: within the range of the document and above its lower bound, which the city asks for;
 * - `notCharged`: cancelled, suspended or turned into something else on that day;
 * - `undecided`: and why. `right` says why too where any sum of a range is right.
 */
export type Outcome = 'right' | 'high' | 'aboveLower' | 'low' | 'notCharged' | 'undecided';
export type Undecided =
  'sum' | 'line' | 'text' | 'range' | 'cap' | 'excepted' | 'unit' | 'base' | 'currency' | 'notYet' | 'unrecorded';

export interface Judgement {
  outcome: Outcome;
  why: Undecided | null;
  line: FeeLine | null;
  /** Fen. `due` for the quantity told, or for one. */
  paid: number | null;
  due: number | null;
  difference: number | null;
  /** What `due` was reckoned for; `assumed` when nobody told the quantity. */
  quantity: { count: number; unit: string; assumed: boolean } | null;
  /** Of an undecided `line`: what it would be, line by line. */
  lines: { line: FeeLine; judgement: Judgement }[];
  hints: Hint[];
}

/** What may explain the sum after all, or matters beside it. */
export type Hint =
  | { code: 'extras'; line: FeeLine; count: number; base: number }
  | { code: 'multiple'; count: number; unit: string }
  | { code: 'earlier'; until: string }
  | { code: 'reduction'; reduction: FeeReduction }
  | { code: 'coming'; from: string; act: FeeStatement['act'] }
  | { code: 'basisDead' }
  | { code: 'toVerify' };

/** Units of which one is meant when nothing is said; of square metres or months one never is. */
const COUNTED_ALONE = /^(?:证|本|件|张|副|面|个|人·?次|人|次|台·?次|台|例|人·科|剂次)$/;

/** Judges a charge by an item as it stood on the day. `statements` let it look at what the standard was before. */
export function judge(
  { paid, per, quantity, base }: Omit<Question, 'words' | 'others'>,
  item: FeeItem,
  line: FeeLine | null,
  day: string,
  feeItem?: { code?: string; statements?: readonly FeeStatement[] },
): Judgement {
  const blank: Judgement = {
    outcome: 'undecided',
    why: null,
    line,
    paid,
    due: null,
    difference: null,
    quantity: null,
    lines: [],
    hints: hintsOf(item, line, day),
  };
  if (item.status === 'notYet' || item.status === 'unrecorded') return { ...blank, why: item.status };
  if (item.status !== 'inForce' || line?.ended) return notCharged(blank);

  const table = tierTableOf(item);
  if (table && (line ? isUnder(line, table.number) : base !== null)) return byTiers(blank, table, base);
  const priced = item.lines.filter(
    ({ kind, number }) =>
      (kind !== undefined && !(table && isUnder({ depth: 0, number: number ?? '' }, table.number))) ||
      number === table?.number,
  );
  if (!line) {
    const lines = priced.map((one) => ({
      line: one,
      judgement:
        one.number !== undefined && one.number === table?.number
          ? byTiers(blank, table, base)
          : judge({ paid, per, quantity, base }, item, one, day, feeItem),
    }));
    const [first] = lines;
    const isSame =
      first &&
      paid !== null &&
      lines.every(
        ({ judgement }) => judgement.outcome === first.judgement.outcome && judgement.due === first.judgement.due,
      );
    // One answer for every line chooses none of them.
    if (isSame) return first.judgement.why === 'text' ? { ...first.judgement, line: null } : first.judgement;
    return { ...blank, why: priced.length === 0 ? 'text' : table ? 'base' : 'line', lines };
  }
  if (line.currency !== undefined && line.currency !== 'CNY') return { ...blank, why: 'currency' };
  const { rule, rate, most } = dueOf(line);
  if (rule === 'text') return { ...blank, why: 'text' };
  const isShare = line.kind === 'ratio';
  if (isShare && base === null) return { ...blank, why: 'base' };

  const counted = isShare ? null : countOf(line, { per, quantity });
  if (!counted && !isShare) return { ...blank, why: 'unit' };
  const sum = (figure: number) => Math.round(isShare ? (base! * figure) / 100 : figure * counted!.count * 100);
  const limit = most === null ? null : sum(most);
  const due = rate === null ? null : sum(rate);
  const known = { ...blank, due, quantity: counted };
  // A line of nothing is a line that is not charged: 公租房登记.
  if (due === 0 && rule === 'point') return notCharged(known);
  if (paid === null) return { ...known, why: 'sum' };
  // What comes on top of the range, such as for the property that is divided, is reckoned from a base nobody told.
  if (rule === 'excepted' && limit !== null && paid > limit && line.base !== undefined && !isShare)
    return { ...known, why: 'base' };
  if (rule === 'excepted' && !isShare && line.lower !== undefined && limit !== null && paid <= limit)
    return paid < sum(line.lower)
      ? { ...known, outcome: 'low', due: sum(line.lower), difference: paid - sum(line.lower) }
      : { ...known, outcome: 'right', why: 'range', due: paid, difference: 0 };
  if (limit !== null && paid > limit)
    return { ...known, outcome: 'high', due: due ?? limit, difference: paid - (due ?? limit) };
  if (due === null) return { ...known, why: rule === 'excepted' ? 'excepted' : 'cap', due: limit };
  const difference = paid - due;
  // An exception to the lower bound that was published with its reason is what is charged here.
  if (rule === 'lower' && line.applied !== undefined && line.appliedReason !== undefined && paid === sum(line.applied))
    return { ...known, outcome: 'aboveLower', difference };
  if (difference === 0) return { ...known, outcome: 'right', difference };
  if (difference < 0) return { ...known, outcome: 'low', difference };
  const hints = [
    ...(counted ? explanations(paid, due, item, line, counted) : []),
    ...(counted ? earlier(paid, line, counted.count, day, feeItem) : []),
    ...blank.hints,
  ];
  return { ...known, outcome: rule === 'lower' ? 'aboveLower' : 'high', difference, hints };
}

/** Nothing was charged, as it should be; else all of it is too much. */
function notCharged(judgement: Judgement): Judgement {
  const { paid } = judgement;
  return { ...judgement, outcome: paid === 0 ? 'right' : 'notCharged', due: 0, difference: paid };
}

/** By the whole table; without the base nothing can be said of any of its lines. */
function byTiers(blank: Judgement, table: TierTable, base: number | null): Judgement {
  const { paid } = blank;
  const tiers = table.tiers.map(({ line }) => line);
  if (base === null) return { ...blank, line: null, why: 'base' };
  const due = dueByTiers(table, base);
  const line = table.tiers.findLast(({ above }) => base > above * 100)?.line ?? tiers[0]!;
  const known = { ...blank, line, due };
  if (paid === null) return { ...known, why: 'sum' };
  const difference = paid - due;
  return { ...known, difference, outcome: difference === 0 ? 'right' : difference > 0 ? 'high' : 'low' };
}

function countOf({ unit = '' }: FeeLine, { per, quantity }: Pick<Question, 'per' | 'quantity'>): Judgement['quantity'] {
  const own = unitsFolded(fold(unit));
  if (quantity && isSameUnit(quantity.unit, own)) return { count: quantity.count, unit, assumed: false };
  if (per && isSameUnit(per, own)) return { count: 1, unit, assumed: false };
  if (per && own !== '') return null;
  return own === '' || COUNTED_ALONE.test(own) ? { count: 1, unit, assumed: true } : null;
}

/** 件 and 个 count the same things; 平方米·次 is counted in 平方米. */
function isSameUnit(told: string, own: string): boolean {
  const general = ['证', '本', '件', '张', '个'];
  // Papers are issued one a person.
  if (told === '人' && ['证', '本', '张'].includes(own)) return true;
  return (
    own.split('·').includes(told) || own.replace('·', '') === told || (general.includes(told) && general.includes(own))
  );
}

/** 80 + 10 × 2 is no overcharge; nor is three times the price of one, for three. */
function explanations(
  paid: number,
  due: number,
  item: FeeItem,
  line: FeeLine,
  counted: NonNullable<Judgement['quantity']>,
): Hint[] {
  const hints: Hint[] = [];
  for (const extra of item.lines) {
    const rate = Math.round((dueOf(extra).rate ?? 0) * 100);
    if (extra.extra && extra !== line && rate > 0 && (paid - due) % rate === 0)
      hints.push({ code: 'extras', line: extra, count: (paid - due) / rate, base: due });
  }
  if (counted.assumed && due > 0 && paid % due === 0 && paid / due <= 20)
    hints.push({ code: 'multiple', count: paid / due, unit: line.unit ?? '' });
  return hints;
}

/** The sum was the standard once: until when. */
function earlier(
  paid: number,
  line: FeeLine,
  count: number,
  day: string,
  feeItem?: { code?: string; statements?: readonly FeeStatement[] },
): Hint[] {
  const changes = (feeItem?.statements ?? [])
    .filter(({ act }) => act === 'entry' || act === 'revision')
    .map(firstDay)
    .filter((from) => from <= day)
    .toSorted()
    .toReversed();
  for (const from of changes) {
    const eve = dayBefore(from);
    const before = itemOn(feeItem, eve)?.lines.find(({ number, name }) =>
      line.number === undefined ? name === line.name : number === line.number,
    );
    if (before && Math.round((dueOf(before).rate ?? -1) * count * 100) === paid)
      return [{ code: 'earlier', until: eve }];
  }
  return [];
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function hintsOf(item: FeeItem, line: FeeLine | null, day: string): Hint[] {
  const reductions = item.reductions.filter(
    ({ part }) => part === undefined || line === null || line.number === part || line.number?.startsWith(`${part}.`),
  );
  return [
    ...reductions.map((reduction): Hint => ({ code: 'reduction', reduction })),
    ...(item.next ? [{ code: 'coming', from: item.next.from, act: item.next.act } as const] : []),
    ...(isBasisDead(item, day) ? [{ code: 'basisDead' } as const] : []),
    ...(item.verifiedOn === null && item.toVerify.length > 0 ? [{ code: 'toVerify' } as const] : []),
  ];
}
