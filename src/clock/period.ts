import type { Day } from '../values/date.ts';

/** What every rule says, of days or of numbers: its article, its version, whom it binds. */
export interface Rule {
  /** `T1`; versions of one rule share it. */
  id: string;
  law: string;
  article: string;
  /** Page under `/laws` that tells the provision. */
  page?: string;
  /** The version's days, both included; null where it is not bounded as far as is known here. */
  from: Day | null;
  until: Day | null;
  /** Who must keep it: a key of `locales` `clock.bound`. */
  binds: Bound;
  /** Only where this holds; a condition that the notices leave open never makes a violation. */
  when?: Condition;
  /**
   * The article has exceptions, or time that does not count, of which notices say nothing: to pass it is no violation.
   * `fee`: it is the condition of a fee, and never was one.
   */
  proviso?: true | 'fee';
  /** What it asks for is owed to the public: absent past the limit, it should have been published and was not. */
  publication?: true;
  /** When the rule was compared with its source; null: from memory, 待核. */
  verifiedOn: Day | null;
}

/**
 * A statutory period as data: from what to what, how long, whom it binds, in which version of the law. A record is
 * judged by the version in force on its trigger day. Sources: domain.md §3; each row names its article.
 */
export interface Period extends Rule {
  /**
   * Moments are named by what notices say: `tender.documentsFrom` is that field of that notice; `tender@` is its
   * publication; `bidDeadline` alone is what holds in the end, after all changes of the round. `a|b` is whichever is there.
   */
  trigger: string;
  target: string;
  /** `least`: a window that may not be shorter; `most`: a time limit; `same`: one moment, or just so many days apart. */
  operator: 'least' | 'most' | 'same';
  length: number;
  unit: 'day' | 'workingDay' | 'month' | 'year';
  /** A second limit that runs after the first: 三十日内签订, 二个工作日内公告. */
  then?: { length: number; unit: 'day' | 'workingDay' };
  /** By the law the target comes after the trigger: done before it, it is a violation. Else only the dates conflict. */
  follows?: true;
  /** Notices need not say the trigger: where none does, nothing is asked. */
  ifSaid?: true;
  /** The trigger is itself the last day, which a decision may set or not: what was done before it is in time. */
  lastDay?: true;
  /** The trigger is a day that was agreed: what was done even before it is in time. */
  agreed?: true;
  /** Later notices of its kind say the trigger again, and may move it: only the newest that says it is asked. */
  restated?: true;
}

/** The kind of notice that one reference of a trigger or target names; null where it is what holds in the end. */
export function kindIn(reference: string): string | null {
  return /^(.*?)[.@]/.exec(reference)?.[1] ?? null;
}

export type Bound =
  'procuringEntity' | 'buyer' | 'grantor' | 'transferee' | 'both' | 'unit' | 'authority' | 'respondent';

/** Conditions a register knows how to decide: it says true, false, or null where its notices do not say. */
export type Condition =
  | 'listed'
  | 'realEstate'
  | 'mustTender'
  | 'affectsBids'
  | 'publicTender'
  | 'inPrinciple'
  | 'fined'
  | 'putRight'
  | 'consultationAffected'
  | 'negotiationAffected';

/** A rule that is listed and not computed, and why. */
export interface Unimplemented {
  id: string;
  law: string;
  article: string;
  /** A key of `locales` `clock.reasons`. */
  reason: 'notPublished' | 'notAPeriod' | 'vague' | 'unverified';
}

/** In force on that day. */
export function isInForce({ from, until }: Pick<Rule, 'from' | 'until'>, day: Day): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}
