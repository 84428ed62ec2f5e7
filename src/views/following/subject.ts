import type { ListParameters } from '../list/parameters.ts';
import type { SearchParameters } from '../search/parameters.ts';

/**
 * What can be followed. It is kept as JSON in one spelling, so that a thousand who follow the same are one question to each
 * new notice.
 */
export type Subject =
  | { what: 'search'; asked: FollowedSearch }
  | { what: 'list'; register: string; asked: FollowedList }
  | { what: 'record'; ocid: string }
  /** A party or a unit: wherever it stands in a record. */
  | { what: 'party'; id: string }
  | { what: 'owed'; register?: string; region?: string; unit?: string; duty?: string }
  /** What waits for an officer; `whys`: only of these kinds, each the business of one role. */
  | { what: 'desk'; officer: string; whys?: Why[] };

/** 退回待改 and 未能发布 for who writes, 待审核 for who reviews, 待发布 for who issues. */
export const WHYS = ['returned', 'refused', 'review', 'issue'] as const;
export type Why = (typeof WHYS)[number];

/** What a search asks for, as it was understood: neither its order nor its place on the way. */
export type FollowedSearch = Omit<SearchParameters, 'sort' | 'each' | 'as' | 'go' | 'before' | 'limit'>;

export type FollowedList = Omit<ListParameters, 'sort' | 'before' | 'limit'>;

export function followedSearch({
  sort: _sort,
  each: _each,
  as: _as,
  go: _go,
  before: _before,
  limit: _limit,
  ...asked
}: SearchParameters): FollowedSearch {
  return asked;
}

export function followedList({ sort: _sort, before: _before, limit: _limit, ...asked }: ListParameters): FollowedList {
  return asked;
}

/** In one spelling: names in order, nothing that is not said. */
export function spelled(subject: Subject): string {
  return JSON.stringify(inOrder(subject));
}

export function readSubject(text: string): Subject {
  const subject = JSON.parse(text) as Subject;
  if (subject.what === 'search') return { ...subject, asked: { ...NO_SEARCH, ...subject.asked } };
  if (subject.what === 'list') return { ...subject, asked: { ...NO_LIST, ...subject.asked } };
  return subject;
}

/** What is not asked for is left out of what is kept. */
const NO_SEARCH: FollowedSearch = { q: '', register: [], kind: [], stage: [], region: [], unit: [], year: [] };
const NO_LIST: FollowedList = { q: '', facets: {} };

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined && one !== '' && !(Array.isArray(one) && one.length === 0))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, inOrder(one)]),
  );
}
