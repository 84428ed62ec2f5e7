import { dueOf, isBasisDead } from './due.ts';
import { firstDay, itemOn, type FeeItem, type FeeLine, type FeeReduction } from './item-on-day.ts';
import type { FeeStatement } from './item.ts';
import { unitsFolded, type Question } from './question.ts';
import { fold } from '../../values/script.ts';

/**
 * What can be said of a charge:
 * - `right`: it is what should be charged;
 * - `high`, `low`: more or less than that;
 * - `aboveLower`: within the range of the document and above its lower bound, which the city asks for;
 * - `notCharged`: cancelled, suspended or turned into something else on that day;
 * - `undecided`: and why.
 */
export type Outcome = 'right' | 'high' | 'aboveLower' | 'low' | 'notCharged' | 'undecided';
export type Undecided =
  'sum' | 'line' | 'text' | 'cap' | 'excepted' | 'unit' | 'base' | 'currency' | 'notYet' | 'unrecorded';

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
  { paid, per, quantity }: Question,
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
  if (item.status !== 'inForce' || line?.ended) return { ...blank, outcome: 'notCharged', due: 0, difference: paid };

  const priced = item.lines.filter(({ kind }) => kind !== undefined);
  if (!line) {
    const lines = priced.map((one) => ({
      line: one,
      judgement: judge({ words: '', paid, per, quantity }, item, one, day, feeItem),
    }));
    const [first] = lines;
    const isSame =
      first &&
      paid !== null &&
      lines.every(
        ({ judgement }) => judgement.outcome === first.judgement.outcome && judgement.due === first.judgement.due,
      );
    if (isSame) return first.judgement;
    return { ...blank, why: priced.length === 0 ? 'text' : 'line', lines };
  }
  if (line.currency !== undefined && line.currency !== 'CNY') return { ...blank, why: 'currency' };
  const { rule, rate, most } = dueOf(line);
  if (rule === 'text') return { ...blank, why: 'text' };
  if (line.kind === 'ratio') return { ...blank, why: 'base' };

  const counted = countOf(line, { per, quantity });
  if (!counted) return { ...blank, why: 'unit' };
  const sum = (yuan: number) => Math.round(yuan * counted.count * 100);
  const limit = most === null ? null : sum(most);
  const due = rate === null ? null : sum(rate);
  const known = { ...blank, due, quantity: counted };
  if (paid === null) return { ...known, why: 'sum' };
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
    ...explanations(paid, due, item, line, counted),
    ...earlier(paid, line, counted.count, day, feeItem),
    ...blank.hints,
  ];
  return { ...known, outcome: rule === 'lower' ? 'aboveLower' : 'high', difference, hints };
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
  return own.split('·').includes(told) || (general.includes(told) && general.includes(own));
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
    ...(item.toVerify.length > 0 ? [{ code: 'toVerify' } as const] : []),
  ];
}
