import type { Day } from '../values/date.ts';

/** A way to object or to complain, as data: the sentence of the statute is its label, under `remedies.ways`. */
export interface Remedy {
  /** A key of the register's labels: against what. */
  id: string;
  /** Only while one can still take part. */
  whileOpen?: true;
  /** The roles of the units that take it; where the record names none, the labels say whose it is. */
  to: readonly string[];
  /** Days before the record's deadline by which it must be raised. */
  daysBefore?: number;
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

export interface Remedies {
  ways: readonly Remedy[];
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
}
