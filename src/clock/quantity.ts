import type { Verdict } from './judge.ts';
import type { Period, Rule } from './period.ts';

/**
 * A rule that counts or compares where others reckon days: a bond of two per cent at most, three bidders at least. It
 * is judged of each notice that says the number, by the version in force when that was published.
 */
export interface Quantity extends Rule {
  /** The kinds of notice that say it. */
  kinds: readonly string[];
  /** What is counted; the register knows how (`periods.measure`). */
  measure: Measure;
  operator: 'least' | 'most';
  bound: number;
  unit: QuantityUnit;
  /** 单数: and the number is odd. */
  odd?: true;
  /** What `measure` may leave open of it. */
  doubts?: readonly Doubt[];
}

/** `percent` of what the article names; `bidder`, `member` by head. */
export type QuantityUnit = 'percent' | 'bidder' | 'member' | 'year' | 'workingDay';

export type Measure =
  | 'bond'
  | 'tenderers'
  | 'panel'
  | 'smallPanel'
  | 'additions'
  | 'noticePeriod'
  | 'deposit'
  | 'firstPayment'
  | 'residentialTerm'
  | 'ordinaryTerm'
  | 'commercialTerm'
  | 'explorationTerm'
  | 'extractionTerm'
  | 'allotted'
  | 'paid'
  | 'promise'
  | 'permitLimit'
  | 'jointLimit';

/** Why a number that would be a violation is none: a key of `locales` `clock.missingReasons`. */
export type Doubt = 'estimate' | 'reserve' | 'partialPanel' | 'partialPayments' | 'partialList' | 'secondRound';

/** What was counted; with a doubt it may show that a rule was kept and never that it was broken. */
export interface Measured {
  value: number;
  doubt?: Doubt;
}

export type AnyRule = Period | Quantity;

export function isQuantity(rule: AnyRule): rule is Quantity {
  return 'measure' in rule;
}

/** Kept or broken; what is open, or has an exception, is no violation. */
export function judgeQuantity(
  { operator, bound, odd, proviso }: Pick<Quantity, 'operator' | 'bound' | 'odd' | 'proviso'>,
  { value, doubt }: Measured,
): { verdict: Verdict; reason: Doubt | 'proviso' | null } {
  const isWithin = operator === 'most' ? value <= bound : value >= bound;
  if (isWithin && (!odd || value % 2 === 1)) return { verdict: 'kept', reason: null };
  if (doubt) return { verdict: 'missing', reason: doubt };
  return proviso ? { verdict: 'missing', reason: 'proviso' } : { verdict: 'broken', reason: null };
}

/** Per cent to be compared with a bound: exact where the share itself is. */
export function percentOf(part: number, whole: number): number {
  return (part * 100) / whole;
}
