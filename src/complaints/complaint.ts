import type { Day } from '../values/date.ts';

/**
 * 异议, 质疑, 投诉: ways that a statute orders, with limits of its own. 举报: of what is against the law. 反映: of how a unit
 * does its work.
 */
export const WAYS = ['objection', 'query', 'complaint', 'report', 'tell'] as const;
export type Way = (typeof WAYS)[number];

/** Of these the statute wants to know who it is. */
export const NAMED: readonly Way[] = ['objection', 'query', 'complaint'];

/** 十大突出问题 (the city's opinion of 2012): what a unit may be told of. */
export const CATEGORIES = [
  ...['discipline', 'style', 'conduct', 'orders', 'requests'],
  ...['projects', 'leadership', 'neglect', 'openness', 'abuse'],
] as const;

/** `asked`: the unit wants to know more. `joined`: it is answered with another. */
export const STATES = ['filed', 'asked', 'accepted', 'refused', 'answered', 'withdrawn', 'joined'] as const;
export type State = (typeof STATES)[number];

export const OPEN: readonly State[] = ['filed', 'asked', 'accepted'];

/** What somebody put to a unit. All times are UTC ms. */
export interface Complaint {
  id: string;
  way: Way;
  /** `construction.objection`: which limit holds (`limits.ts`); '' where none does. */
  rule: string;
  category: string;
  /** Of `accounts`. */
  unit: string;
  /** '' where it is about no record. */
  ocid: string;
  path: string;
  /** Sealed. */
  words: string;
  contact: string | null;
  /** Who filed it agrees that a summary of the answer is shown. */
  mayPublish: boolean;
  state: State;
  filedAt: number;
  acceptedAt: number | null;
  closedAt: number | null;
  /** The last day on which it may be answered, or decided upon; null where nobody set one. */
  dueOn: Day | null;
  handler: string | null;
  joinedTo: string | null;
}

/** What it says: sealed as JSON. */
export interface Words {
  /** The project, fee or unit it is about, as the page called it. */
  about: string;
  matter: string;
  why: string;
  want: string;
}

export interface Contact {
  organisation: string;
  code: string;
  name: string;
  telephone: string;
}

export type StepAct =
  | 'file'
  | 'add'
  | 'withdraw'
  | 'accept'
  | 'refuse'
  | 'ask'
  | 'answer'
  | 'handOver'
  | 'join'
  /** Within the unit: not for who filed it. */
  | 'standAside'
  | 'remark';

/** What stays within the unit. */
export const INWARD: readonly StepAct[] = ['standAside', 'remark'];

export interface Step {
  at: number;
  /** Null: who filed it. */
  officer: string | null;
  act: StepAct;
  /** Sealed. */
  said: string | null;
}
