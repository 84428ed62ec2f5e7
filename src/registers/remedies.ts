import type { Day } from '../values/date.ts';

/** A way to object or to complain, as data: the sentence of the statute is its label, under `remedies.ways`. */
export interface Remedy {
  /** A key of the register's labels: against what. */
  id: string;
  /** Only of a record that names somebody in this role; only of one that names nobody in it. */
  withRole?: string;
  withoutRole?: string;
  /** Only while one can still take part. */
  whileOpen?: true;
  /** The roles of the units that take it; where the record names none, the labels say whose it is. */
  to: readonly string[];
  /** Days before the record's deadline by which it must be raised. */
  daysBefore?: number;
  /** Working days after the end of the period for which the result is announced (政府采购法实施条例 art. 53). */
  daysAfterResult?: number;
  /** The statutory periods of publicity within which it must be raised, as they are judged (`periods`). */
  within?: readonly string[];
  /** Within the publicity that the record says, where no such period is judged. */
  publicity?: true;
  /** '' where the source is not established. */
  law: string;
  article: string;
  /** Page under `/laws`. */
  page?: string;
  /** When it was compared with its source; null: 待核. */
  verifiedOn: Day | null;
}

/** By when whoever is turned to decides and answers, as a statute has it: what is not declared is not known. */
export interface AnswerLimit {
  /** 异议, 质疑, 投诉: its sentence is a label, under `remedies.answers`. */
  way: 'objection' | 'query' | 'complaint';
  /** Until it is decided whether it is taken up, in working days from the day it came. */
  decide?: number;
  /** Until it is answered, from the day it came, or from the day it was taken up. */
  answer: { length: number; unit: 'day' | 'workingDay'; from: 'filed' | 'accepted' };
  /** While its sender is asked to put it right the days do not count, by this article. */
  pauses?: { law: string; article: string };
  /** 答复前暂停招标投标活动. */
  suspends?: true;
  law: string;
  article: string;
  /** Page under `/laws`. */
  page: string;
}

export interface Remedies {
  ways: readonly Remedy[];
  answers?: readonly AnswerLimit[];
  /** The fields in which notices print where to turn. */
  channel: readonly string[];
}

export interface RemedyLabels {
  /** 怎样异议、投诉. */
  title: string;
  /** What else must be known; '' where nothing. */
  note: string;
  /** Each way: what it is about, what the statute says, and whose it is where the record names nobody. */
  ways: Record<string, { name: string; rule: string; to: string }>;
  /** 收到之日起3日内答复: of each way in which it can be put. */
  answers?: Partial<Record<AnswerLimit['way'], string>>;
}
