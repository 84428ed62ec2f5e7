import type { Locale } from '../../locales/labels.ts';
import { findRecords, releasesIn, releasesInPublicity } from '../../notices/storage.ts';
import { owedBefore } from '../../clock/owed/storage.ts';
import { rulesOwed } from '../clock/owed/duties.ts';
import { partyNames } from '../../parties/storage.ts';
import type { Count, SearchFilters, SearchPage, SearchRequest, Sort } from '../../search/engine.ts';
import { parseQuery, type Limit } from '../../search/query.ts';
import type { Fact, Understanding } from '../../search/understanding.ts';
import { dayOf } from '../../values/date.ts';
import { feeHint, type FeeHint } from '../fees/search-hint.ts';
import { regionsIn } from '../../values/region.ts';
import type { Portal } from '../portal.ts';
import { adviceOf, nearestOf, type Advice, type Counting, type Nearest } from './advice.ts';
import { answerOf, type Answer } from './answer.ts';
import { forgive, understoodAs, type Understood } from './forgive.ts';
import { conditionsOf, facetsOf, type Condition, type FacetGroup } from './facets.ts';
import { namedBy, type Named } from './named.ts';
import { FEN_A_WAN } from '../typed.ts';
import type { SearchParameters } from './parameters.ts';
import type { SearchRow } from './row.ts';
import { rowsOf } from './rows.ts';

/** What the search page shows, and what `/search.json` answers. */
export interface SearchResult {
  q: string;
  sort: Sort;
  /** True when a row stands for a record, by its newest notice that matches. */
  byRecord: boolean;
  total: number;
  /** How `total` is known. */
  count: Count;
  /** What was searched for besides, meaning the same; quotes turn it off. */
  also: string[];
  /** What of the words was not used: beyond a hundred characters, or beyond eight words. `signs`: they are no words at all. */
  limits: (Limit | 'signs')[];
  /** True when the time budget ended the search early. */
  cut: boolean;
  /** True when the main engine failed and the embedded one answered. */
  fallback: boolean;
  milliseconds: number;
  rows: SearchRow[];
  /** `before` of the next page. */
  next: string | null;
  facets: FacetGroup[];
  conditions: Condition[];
  /** What the page and its links ask: the parameters as typed, or as they were understood. */
  asked: SearchParameters;
  /** What was typed, when it found nothing and was understood otherwise. */
  understood: Understood | null;
  /** What the first row says to the question that was typed. */
  answer: Answer | null;
  /** What comes nearest to words that nothing, or little, holds all of: not counted in `total`. */
  nearest: Nearest | null;
  advice: Advice | null;
  /** The page of what a whole code or name names. */
  named: Named | null;
  /** What the fee catalogue has to say to the words. */
  fee: FeeHint | null;
}

export const PAGE = 20;
/** A filter on more than this says what everybody sees anyway. */
const MOST_OWED = 5_000;

export async function searchPage(portal: Portal, typed: SearchParameters, locale: Locale): Promise<SearchResult> {
  const now = portal.now();
  const started = performance.now();
  const ask = async (asked: SearchParameters, how: Partial<SearchRequest> = {}) =>
    isOnlySigns(asked.q) ? NOTHING : portal.search.search({ ...requestOf(portal.database, asked, now), ...how });
  const counting: Counting = (asked) => ask(asked, { facets: false });
  const forgiven = await forgive(
    portal.search,
    typed,
    await ask(typed),
    ask,
    (asked) => filtersOf(portal.database, asked, now),
    now,
  );
  const { asked: parameters, page, understanding } = forgiven;
  const request = requestOf(portal.database, parameters, now);
  const milliseconds = Math.max(1, Math.round(performance.now() - started));
  const conditions = conditionsOf(parameters, locale, (ids) => partyNames(portal.database, ids));
  const rows = rowsOf(portal, page, locale, now);
  const nearest = await nearestOf(portal, forgiven, typed, conditions, counting, locale, now);
  // What came nearest may be another parcel, another school: it is no answer.
  const [first] = rows;
  return {
    q: typed.q,
    sort: request.sort,
    byRecord: request.collapse === true,
    total: page.total,
    count: page.count,
    also: parseQuery(parameters.q).wanted.flatMap(({ others }) => others.map(({ text }) => text)),
    limits: limitsOf(typed.q),
    cut: page.cut,
    fallback: page.fallback === true,
    milliseconds,
    rows,
    next: page.next,
    facets: facetsOf(page.facets, parameters, locale, (ids) => partyNames(portal.database, ids)),
    conditions,
    asked: parameters,
    understood: understanding && understoodAs(typed, understanding, nearest !== null),
    answer:
      understanding && first && hasAnswer(understanding)
        ? answerFor(portal, first.ocid, understanding.fact, locale)
        : null,
    nearest,
    named: namedBy(portal, typed),
    fee: parameters.before ? null : feeHint(portal, parameters.q, locale),
    advice:
      page.total === 0 && !parameters.before && !nearest?.rows.length
        ? await adviceOf(parameters, conditions, counting)
        : null,
  };
}

/** One lot of several is asked for: the record answers for all of them. */
const ONE_LOT =
  /(?:标段|标包|采购包|包)\s*[一二三四五六七八九十\da-z]|第?[一二三四五六七八九十\d]+(?:标段|标包|包)(?!括|含)/i;

function hasAnswer(understanding: Understanding): understanding is Understanding & { fact: Fact } {
  const { fact, words } = understanding;
  return fact !== null && words !== '' && !ONE_LOT.test(words);
}

function limitsOf(q: string): SearchResult['limits'] {
  const { limits } = parseQuery(q);
  return isOnlySigns(q) ? ['signs'] : limits;
}

/** ！？ ask for nothing, which is not everything. */
function isOnlySigns(q: string): boolean {
  const { wanted, excluded } = parseQuery(q);
  return q !== '' && wanted.length + excluded.length === 0;
}

const NOTHING: SearchPage = {
  hits: [],
  total: 0,
  count: 'exact',
  next: null,
  facets: {},
  words: [],
  cut: false,
};

/** A page of it as the engine is asked. */
export function requestOf(database: Portal['database'], parameters: SearchParameters, now: number): SearchRequest {
  const { q, before, limit = PAGE, due, each } = parameters;
  // Who asks for what is still open wants to know what closes first.
  const { sort = q !== '' ? 'best' : due === 'open' || due === 'soon' ? 'closing' : 'newest' } = parameters;
  return {
    q,
    filters: filtersOf(database, parameters, now),
    sort,
    before,
    limit,
    facets: true,
    collapse: each !== 'notice',
    now,
  };
}

/** The same as the engine understands them; what is spoken of as now is at `now`. */
export function filtersOf(
  database: Portal['database'],
  parameters: Omit<SearchParameters, 'sort'>,
  now: number,
): SearchFilters {
  const { register, kind, stage, region, unit, year, from, to, min, max, due } = parameters;
  return {
    register,
    kind,
    stage,
    region: region.flatMap(regionsIn),
    unit,
    year,
    from,
    to,
    ...((due === 'open' || due === 'soon') && { due }),
    ...(due === 'publicity' && { among: releasesInPublicity(database, now) }),
    ...(due === 'overdue' && {
      among: releasesIn(
        database,
        owedBefore(database, dayOf(now), { rules: rulesOwed('verified'), limit: MOST_OWED }).rows.map(
          ({ ocid }) => ocid,
        ),
      ),
    }),
    ...(min !== undefined && { min: Math.round(min * FEN_A_WAN) }),
    ...(max !== undefined && { max: Math.round(max * FEN_A_WAN) }),
  };
}

function answerFor(portal: Portal, ocid: string, fact: Fact, locale: Locale): Answer | null {
  const [record] = findRecords(portal.database, [ocid]);
  return record ? answerOf(portal, record, fact, locale) : null;
}
