import type { Locale } from '../../locales/labels.ts';
import { textsOfFiles } from '../../notices/attachments/storage.ts';
import { findRecords, findReleases, releasesIn, releasesInPublicity } from '../../notices/storage.ts';
import { partyId, partyPath } from '../../parties/party.ts';
import { owedBefore, verdictsOfRecords } from '../../clock/storage.ts';
import { findParty, findPartyByIdentifier, partyNames } from '../../parties/storage.ts';
import type { Count, SearchFilters, SearchPage, SearchRequest, Sort } from '../../search/engine.ts';
import { parseQuery, type Limit } from '../../search/query.ts';
import type { Fact } from '../../search/understanding.ts';
import { findCode } from '../../search/storage.ts';
import { checkUscc } from '../../values/identifier.ts';
import { dayOf } from '../../values/date.ts';
import { everydayIn } from '../../values/everyday.ts';
import { fold } from '../../values/script.ts';
import { pathOf } from '../address.ts';
import { feeHint, type FeeHint } from '../fees/search-hint.ts';
import { regionsIn } from '../../values/region.ts';
import type { Portal } from '../portal.ts';
import { answerOf, type Answer } from './answer.ts';
import { forgive, readingsWithout, type Forgiven, type Understood } from './forgive.ts';
import { conditionsOf, facetsOf, type Condition, type FacetGroup } from './facets.ts';
import { searchRow, type SearchRow } from './row.ts';
import type { SearchParameters } from './parameters.ts';

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

/** Rows that hold most of the words. */
export interface Nearest {
  rows: (SearchRow & {
    /** What was typed and does not hold of it. */
    differs: string[];
  })[];
  /** Words that stand nowhere. */
  unknown: string[];
  /** One condition less, and each word as it was typed, where that finds something; with how much. Where nothing holds all of the words. */
  drops: Tried[];
  words: Tried[];
}

interface Tried {
  text: string;
  total: number;
  count: Count;
  parameters: SearchParameters;
}

/** When nothing was found: what else was tried and what would find more. */
export interface Advice {
  /** The words as they were compared, when that is not how they were typed. */
  folded: string | null;
  /** Fewer conditions: how much each would find. */
  without: (Condition & Counted)[];
  /** One word alone. */
  words: ({ word: string } & Counted)[];
}

interface Counted {
  total: number;
  count: Count;
}

export const PAGE = 20;
const MOST_ADVICE = 4;
/** A filter on more than this says what everybody sees anyway. */
const MOST_OWED = 5_000;
const FEN_A_WAN = 1_000_000;

export async function searchPage(portal: Portal, typed: SearchParameters, locale: Locale): Promise<SearchResult> {
  const now = portal.now();
  const started = performance.now();
  const ask = async (asked: SearchParameters) =>
    isOnlySigns(asked.q) ? NOTHING : portal.search.search(requestOf(portal.database, asked, now));
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
  const nearest = await nearestOf(portal, forgiven, typed, conditions, ask, locale, now);
  const [first] = [...rows, ...(nearest?.rows ?? [])];
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
    answer: understanding?.fact && first ? answerFor(portal, first.ocid, understanding.fact, locale) : null,
    nearest,
    named: namedBy(portal, typed),
    fee: parameters.before ? null : feeHint(portal, parameters.q, locale),
    advice:
      page.total === 0 && !parameters.before && !nearest?.rows.length
        ? await adviceOf(
            portal,
            parameters,
            parseQuery(parameters.q).wanted.map(({ text }) => text),
            conditions,
            now,
          )
        : null,
  };
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

export interface Named {
  text: string;
  path: string;
}

/** Whether to go there at once: it was asked for, or nothing else matches. */
export function goesTo({ named, rows, total }: SearchResult, { go, as }: SearchParameters): string | null {
  if (!named || as === 'typed') return null;
  const isOnly = total === 0 || (total === 1 && rows[0]?.recordPath === named.path);
  return go || isOnly ? named.path : null;
}

/**
 * What a code or a name typed whole names, when it names one thing and nothing narrows the search: a party by its
 * 统一社会信用代码 or its whole name, else the record.
 */
export function namedBy(portal: Portal, parameters: SearchParameters): Named | null {
  const { q, before, as: _as, go: _go, ...rest } = parameters;
  const isNarrowed = Object.values(rest).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  );
  if (q === '' || before !== undefined || isNarrowed) return null;
  const credit = checkUscc(q);
  const party = credit.shape
    ? findPartyByIdentifier(portal.database, credit.code)
    : findParty(portal.database, partyId(q));
  if (party) return { text: party.name, path: partyPath(party.id, party.isUnit) };
  const ocids = new Set(findCode(portal.database, q).map(({ ocid }) => ocid));
  const [only] = ocids.size === 1 ? findRecords(portal.database, [...ocids]) : [];
  return only ? { text: only.title, path: pathOf(only) } : null;
}

function requestOf(database: Portal['database'], parameters: SearchParameters, now: number): SearchRequest {
  const { q, before, limit = PAGE, sort = q === '' ? 'newest' : 'best', each } = parameters;
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

function filtersOf(database: Portal['database'], parameters: SearchParameters, now: number): SearchFilters {
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
        owedBefore(database, dayOf(now), { limit: MOST_OWED }).rows.map(({ ocid }) => ocid),
      ),
    }),
    ...(min !== undefined && { min: Math.round(min * FEN_A_WAN) }),
    ...(max !== undefined && { max: Math.round(max * FEN_A_WAN) }),
  };
}

async function nearestOf(
  portal: Portal,
  { nearest, page, understanding }: Forgiven,
  typed: SearchParameters,
  conditions: Condition[],
  ask: (asked: SearchParameters) => Promise<SearchPage>,
  locale: Locale,
  now: number,
): Promise<SearchResult['nearest']> {
  if (!nearest || (nearest.hits.length === 0 && page.total > 0)) return null;
  const rows = new Map(rowsOf(portal, nearest, locale, now).map((row) => [row.id, row]));
  return {
    rows: nearest.hits.flatMap(({ id, lacks, fails }) => {
      const row = rows.get(id);
      return row ? [{ ...row, differs: [...lacks, ...fails] }] : [];
    }),
    unknown: nearest.unknown,
    drops: page.total === 0 ? await finding(withoutOne(typed, conditions, understanding), ask) : [],
    words: page.total === 0 ? await finding(wordsAlone(typed), ask) : [],
  };
}

async function finding(
  ways: { text: string; parameters: SearchParameters }[],
  ask: (asked: SearchParameters) => Promise<SearchPage>,
): Promise<Tried[]> {
  const all = ways.slice(0, MOST_ADVICE).map(async (way) => {
    const { total, count } = await ask(way.parameters);
    return { ...way, total, count };
  });
  return (await Promise.all(all)).filter(({ total }) => total > 0);
}

/** Null when nothing was understood but the words themselves. */
function understoodAs(
  typed: SearchParameters,
  understanding: NonNullable<Forgiven['understanding']>,
  isNearest: boolean,
): Understood | null {
  const { words, fact } = understanding;
  const conditions = readingsWithout(typed, understanding);
  const said = isNearest ? everydayIn(words) : [];
  return fact || conditions.length + said.length > 0 ? { words, conditions, said } : null;
}

/** Without one of the conditions that the reader set, or that were understood. */
function withoutOne(
  typed: SearchParameters,
  conditions: Condition[],
  understanding: Forgiven['understanding'],
): { text: string; parameters: SearchParameters }[] {
  return [
    ...conditions.map(({ text, without }) => ({ text, parameters: { ...typed, ...without } })),
    ...(understanding
      ? readingsWithout(typed, understanding).map(({ text, without }) => ({ text, parameters: without }))
      : []),
  ];
}

/** Each word in quotes, where there are several. */
function wordsAlone(typed: SearchParameters): { text: string; parameters: SearchParameters }[] {
  const words = parseQuery(typed.q).wanted.map(({ text }) => text);
  return words.length < 2 ? [] : words.map((text) => ({ text, parameters: { ...typed, q: `"${text}"` } }));
}

function answerFor(portal: Portal, ocid: string, fact: Fact, locale: Locale): Answer | null {
  const [record] = findRecords(portal.database, [ocid]);
  return record ? answerOf(portal, record, fact, locale) : null;
}

function rowsOf(
  { database }: Portal,
  page: Pick<SearchPage, 'hits' | 'words'>,
  locale: Locale,
  now: number,
): SearchRow[] {
  const releases = findReleases(
    database,
    page.hits.map(({ id }) => id),
  );
  const records = new Map(
    findRecords(
      database,
      page.hits.map(({ ocid }) => ocid),
    ).map((record) => [record.ocid, record]),
  );
  const names = partyNames(
    database,
    [...records.values()].map(({ unit }) => unit),
  );
  const verdicts = Map.groupBy(verdictsOfRecords(database, [...records.keys()]), ({ ocid }) => ocid);
  return releases.flatMap((release) => {
    const record = records.get(release.ocid);
    return record
      ? [
          searchRow(
            release,
            record,
            names.get(record.unit),
            page.words,
            locale,
            now,
            textsOfFiles(database, release),
            verdicts.get(record.ocid),
          ),
        ]
      : [];
  });
}

async function adviceOf(
  portal: Portal,
  parameters: SearchParameters,
  words: string[],
  conditions: Condition[],
  now: number,
): Promise<Advice> {
  const counted = <Tried extends object>(tried: Tried, asked: SearchParameters) =>
    portal.search
      .search({ ...requestOf(portal.database, asked, now), limit: 1, facets: false })
      .then(({ total, count }) => ({ ...tried, total, count }));
  const finding = <Tried extends { total: number }>(all: Tried[]) => all.filter(({ total }) => total > 0);
  const folded = fold(parameters.q);
  return {
    folded: folded === parameters.q ? null : folded,
    without: finding(
      await Promise.all(
        conditions
          .slice(0, MOST_ADVICE)
          .map((condition) => counted(condition, { ...parameters, ...condition.without })),
      ),
    ),
    words:
      words.length < 2
        ? []
        : finding(
            await Promise.all(words.slice(0, MOST_ADVICE).map((word) => counted({ word }, { ...parameters, q: word }))),
          ),
  };
}
