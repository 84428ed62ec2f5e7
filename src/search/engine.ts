/**
 * Search: one interface, so that a second engine can stand behind it. All times are UTC ms, amounts fen.
 */

/** What the index holds of a release. Built by `notices`, stored by `search/storage.ts`. */
export interface SearchDocument {
  /** The release's order key: newest first is descending. */
  id: number;
  ocid: string;
  register: string;
  kind: string;
  region: string;
  /** Party id of the unit in charge, or ''. */
  unit: string;
  /** Stage of the record the release belongs to; `withdrawn` or `amended` when the release itself is no longer in force. */
  stage: string;
  /** Until when one can take part; null where one cannot, or no deadline was published. */
  deadline: number | null;
  /** The number of the day (`dayNumber`) from which nobody waits any more for what comes next; null where it never comes. */
  quietOn: number | null;
  amount: number | null;
  title: string;
  /** Names of the publishing unit, buyer, agency. */
  units: string[];
  suppliers: string[];
  /** Project code, notice number, deal code, parcel number, social credit codes. */
  codes: string[];
  /** Where it was published first. */
  media: string[];
  /** Everything else that can be read in the notice: fields and body. */
  text: string;
}

/** What a row's stage is from its deadline on, and from the day on which nobody waits for it any more. */
export const CLOSED = 'closed';
export const NO_NEWS = 'no-news';

export const SORTS = ['best', 'newest', 'closing', 'amount'] as const;
export type Sort = (typeof SORTS)[number];

export interface SearchFilters {
  /** Several values of one facet are alternatives. */
  register?: string[];
  kind?: string[];
  /** Stages as they are now: `closed` and `no-news` in the place of those that they follow. */
  stage?: string[];
  region?: string[];
  unit?: string[];
  year?: string[];
  /** Publication days `yyyy-mm-dd` in Shanghai, both included. */
  from?: string;
  to?: string;
  /** Fen, both included. */
  min?: number;
  max?: number;
  /** `soon`: closing within seven days; `open`: deadline not passed. */
  due?: 'soon' | 'open';
  /** Only these releases: what a question outside the index has found. */
  among?: ReadonlySet<number>;
}

export interface SearchRequest {
  /** As typed: words, `"…"`, `-词`, `单位:`, `供应商:`, `编号:`. Any text is a query; none is an error. */
  q: string;
  filters: SearchFilters;
  sort: Sort;
  /** Key of the last row of the page before, as `SearchPage.next` gave it. */
  before?: string;
  limit: number;
  /** Count facets; off for bulk. */
  facets: boolean;
  /** One row a record: its newest matching release. */
  collapse?: boolean;
  now: number;
}

export interface SearchHit {
  id: number;
  ocid: string;
  /** True when the words stand in the title. */
  inTitle: boolean;
}

/**
 * How a number of matches is known: as it is; at least; about, because the pairs of a word of three characters or more may
 * stand apart in a row that was counted and will not be shown; or about so many and more.
 */
export const COUNTS = ['exact', 'least', 'about', 'about-or-more'] as const;
export type Count = (typeof COUNTS)[number];

/** Whether all of it was seen, and whether every row that was counted is one. */
export function countOf(isWhole: boolean, isSure: boolean): Count {
  if (isSure) return isWhole ? 'exact' : 'least';
  return isWhole ? 'about' : 'about-or-more';
}

export interface SearchPage {
  hits: SearchHit[];
  /** Matches counted. */
  total: number;
  count: Count;
  /** Key of the next page, or null at the end. */
  next: string | null;
  /** facet → value → matches, each counted without its own filter. */
  facets: Record<string, Record<string, number>>;
  /** The words to mark: those typed, and what was searched for in their place. */
  words: string[];
  /** True when the time budget ended the search early. */
  cut: boolean;
  /** True when the first engine failed and another answered. */
  fallback?: boolean;
}

/** What comes nearest to words, when nothing holds all of them. */
export interface NearestRequest {
  /** Words apart by spaces; no signs of search. */
  words: string;
  /** What every row must meet. */
  filters: SearchFilters;
  /** What a row had better meet, by names of the caller's. */
  preferences: Record<string, SearchFilters>;
  limit: number;
  now: number;
}

export interface NearestHit extends SearchHit {
  /** The words of which it holds less than half, as typed; of words found by their sound, the characters it has not. */
  lacks: string[];
  /** Names of the preferences it does not meet. */
  fails: string[];
}

/** Best first, one row a record; there are no further pages. */
export interface NearestPage {
  hits: NearestHit[];
  /** Words that stand nowhere, in no spelling. */
  unknown: string[];
  /** The words to mark. */
  words: string[];
}

export interface SearchEngine {
  search(request: SearchRequest): Promise<SearchPage>;
  nearest(request: NearestRequest): Promise<NearestPage>;
}
