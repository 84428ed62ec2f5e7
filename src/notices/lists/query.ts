import type { Day } from '../../values/date.ts';

/** What a record falls under in the lists of its register (`record_facets`). */
export interface Facet {
  facet: string;
  value: string;
}

/** Falls to records whose stage takes entries, before the deadline and after it. */
export const OPEN: Facet = { facet: 'open', value: 'yes' };

/** Falls to records of which one day nobody waits for more (`quietFrom`), before that day and after it. */
export const WAITED: Facet = { facet: 'waited', value: 'yes' };

/** By the newest notice, by the day of the deal, by what closes soonest, by the sum; what has none comes last. */
export const LIST_ORDERS = ['newest', 'dealt', 'closing', 'amount'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** Which records of a register are asked for. */
export interface RecordFilter {
  register: string;
  region?: string | undefined;
  /** A stage: one that takes entries means those still open, `closed` those that are so no more, and `no-news` those of which
   * nobody waits for more. */
  stage?: string | undefined;
  /** facet → value. */
  facets: Record<string, string>;
  /** Days of the newest notice, both included. */
  from?: Day | undefined;
  to?: Day | undefined;
  /** Fen, both included; a record without a sum is in no such range. */
  min?: number | undefined;
  max?: number | undefined;
  /** Only these ocids: what a question elsewhere has found. */
  among?: readonly string[] | undefined;
}

export interface RecordQuery extends RecordFilter {
  order?: ListOrder;
  /** The key of the last record of the page before. */
  before?: string | undefined;
  limit: number;
  now: number;
}

/** Where a record stands in an order. A page begins behind it: what comes meanwhile is neither repeated nor lost. */
export interface Place {
  /** Which part of the order: those that have what it goes by come first. */
  tier: number;
  /** What the part goes by; null where it goes by the newest notice alone. */
  value: number | string | null;
  /** Order key of the record. */
  key: number;
  /** UTC ms by which the order was begun: what closes between two pages keeps its place. */
  now: number;
}

const PLACE = /^([0-2])\.(\d{0,16}|\d{4}-\d\d-\d\d)\.(\d{1,16})\.(\d{1,16})$/;

/** Null for anything that is none of ours: it comes from an address. */
export function readPlace(text: string | undefined): Place | null {
  const [, tier, value = '', key, now] = PLACE.exec(text ?? '') ?? [];
  if (tier === undefined) return null;
  return {
    tier: Number(tier),
    value: value === '' ? null : value.includes('-') ? value : Number(value),
    key: Number(key),
    now: Number(now),
  };
}

export function writePlace({ tier, value, key, now }: Place): string {
  return `${tier}.${value ?? ''}.${key}.${now}`;
}
