import type { Database } from '../database/database.ts';
import { type Candidates, everyRow, except, gathered, matching, stretches } from './candidates.ts';
import { Columns } from './columns.ts';
import {
  countOf,
  type Count,
  type SearchEngine,
  type SearchFilters,
  type SearchHit,
  type SearchPage,
  type SearchRequest,
} from './engine.ts';
import { expressions } from './expression.ts';
import { compileFilter, type Filter } from './filter.ts';
import { firstByRank, ranking, readCursor, writeCursor, type Cursor, type Key, type Tier } from './order.ts';
import { nearest } from './nearest.ts';
import { LearntFrequencies, type Frequencies } from './frequencies.ts';
import { isSure, parseQuery, wordsOf, type Query } from './query.ts';
import { recordsOf, releasesWithCode } from './storage.ts';
import { Tally } from './tally.ts';
import { wishesOf } from './wishes.ts';
import { matches, placeOf, read, type SearchedText, type TextOf } from './text.ts';

export type { TextOf };

export interface Limits {
  /** Time for one search, ms. At least the first stretch of rows is always searched. */
  budget?: number;
  /** Matches of words counted before the count becomes a lower bound. */
  most?: number;
  /** Time elapsed, ms. */
  clock?: () => number;
}

export interface EmbeddedEngine extends SearchEngine {
  /**
   * Which of these releases, found elsewhere and in this order, are what a request by `best` or `newest` asks for: they
   * pass its filter, their texts say so, and no newer release of the record does; with the key of their place.
   */
  check(request: SearchRequest, ids: readonly number[]): { hit: SearchHit; key: Key }[];
  /** Which of many searches find this release, without regard to others of its record: those and no others. */
  which(searches: readonly StoredSearch[], id: number, now: number): boolean[];
}

/** A search that somebody keeps. */
export interface StoredSearch {
  query: Query;
  filters: SearchFilters;
}

/**
 * The engine on SQLite FTS5. Filters, counts and orders are answered from columns in memory; words by the token
 * table, newest first; and what is shown is checked against the text, because tokens may stand apart.
 * Takes a read connection; sees what any process has committed.
 */
export function embeddedEngine(database: Database, textOf: TextOf, limits: Limits = {}): EmbeddedEngine {
  const columns = new Columns();
  const learnt = new LearntFrequencies();
  const { budget = 150, most = 10_000, clock = () => performance.now() } = limits;
  const begin = (request: SearchRequest) => {
    // What every search needs is made ready before the time of this one is counted.
    columns.refresh(database);
    const frequencies = learnt.refresh(columns, textOf);
    const end = clock() + budget;
    return new Search(database, columns, textOf, frequencies, request, most, () => clock() > end);
  };
  return {
    search: async (request) => begin(request).page(),
    nearest: async (request) => {
      columns.refresh(database);
      const { rows, unknown, words } = nearest(
        database,
        columns,
        textOf,
        wishesOf(request.words),
        compileFilter(columns, request.filters, request.now),
        Object.entries(request.preferences).map(([name, filters]) => {
          const { passes, shown } = compileFilter(columns, filters, request.now);
          return {
            name,
            passes: (position) => position >= shown.low && position <= shown.high && passes(position),
          };
        }),
        releasesWithCode(database, request.words, request.limit),
        request.limit,
      );
      const { id } = columns.arrays;
      const records = recordsOf(
        database,
        rows.map(({ position }) => id[position]!),
      );
      const hits = rows.map(({ position, inTitle, lacks, fails }) => {
        const release = id[position]!;
        return { id: release, ocid: records.get(release) ?? '', inTitle, lacks, fails };
      });
      return { hits, unknown, words };
    },
    check: (request, ids) => begin(request).check(ids),
    which(searches, id, now) {
      columns.refresh(database);
      const position = columns.positionFrom(id);
      if (columns.arrays.id[position] !== id) return searches.map(() => false);
      const found = textOf([id]).get(id);
      const text = found && read(found);
      return searches.map(({ query, filters }) => {
        const { shown, passes } = compileFilter(columns, filters, now);
        if (position < shown.low || position > shown.high || !passes(position)) return false;
        return query.wanted.length + query.excluded.length === 0 || (text !== undefined && matches(query, text));
      });
    },
  };
}

/** So many rows are checked whatever the time: the first search of a process is slow, and a short answer is whole. */
const UNTIMED = 64;

/** A row on its way to the page. */
interface Candidate {
  position: number;
  key: Key;
}

class Search {
  readonly #database: Database;
  readonly #columns: Columns;
  readonly #textOf: TextOf;
  readonly #frequencies: Frequencies;
  readonly #request: SearchRequest;
  readonly #most: number;
  readonly #isOver: () => boolean;
  readonly #query: Query;
  readonly #filter: Filter;
  readonly #before: Cursor | null;
  /** The clock of the order, kept from the first page on. */
  readonly #now: number;
  readonly #asked = new Map<string, Candidates>();
  #isCut = false;
  /** Where the page's search stopped when time was over. */
  #reached: Key | null = null;

  constructor(
    database: Database,
    columns: Columns,
    textOf: TextOf,
    frequencies: Frequencies,
    request: SearchRequest,
    most: number,
    isOver: () => boolean,
  ) {
    this.#database = database;
    this.#columns = columns;
    this.#textOf = textOf;
    this.#frequencies = frequencies;
    this.#request = request;
    this.#most = most;
    this.#isOver = isOver;
    this.#query = parseQuery(request.q);
    this.#filter = compileFilter(columns, request.filters, request.now);
    this.#before = readCursor(request.before);
    this.#now = this.#before?.now ?? request.now;
  }

  page(): SearchPage {
    const { hits, last, hasMore } = this.#take(this.#request.limit);
    const rest = hasMore ? last : this.#reached;
    const next = rest && writeCursor(rest, this.#now);
    const tally = new Tally(this.#columns, this.#filter, {
      facets: this.#request.facets,
      collapse: this.#request.collapse ?? false,
    });
    const count = this.#count(tally);
    // All of it on one page: every row was checked, so this is the truth.
    const isAllShown = !this.#before && !hasMore && !this.#isCut;
    return {
      hits: this.#named(hits),
      total: isAllShown ? hits.length : Math.max(tally.total, hits.length),
      count: isAllShown ? 'exact' : count,
      next,
      facets: tally.facets(),
      words: wordsOf(this.#query),
      cut: this.#isCut,
    };
  }

  check(ids: readonly number[]): { hit: SearchHit; key: Key }[] {
    const { id: known } = this.#columns.arrays;
    const candidates = ids.flatMap((id): Candidate[] => {
      const position = this.#columns.positionFrom(id);
      const { low, high } = this.#filter.shown;
      if (position < low || position > high || known[position] !== id || !this.#filter.passes(position)) return [];
      return [{ position, key: { tier: 0, value: 0, id } }];
    });
    const checked = this.#checked(candidates).map((candidate) => ({
      ...candidate,
      inTitle: candidate.place === 0,
      tier: this.#request.sort === 'best' ? candidate.place : (0 as const),
    }));
    const inOrder = checked.toSorted((a, b) => a.tier - b.tier || b.key.id - a.key.id);
    const hits = this.#named(inOrder);
    return inOrder.map(({ key, tier }, index) => ({ hit: hits[index]!, key: { ...key, tier } }));
  }

  /** Takes rows in order, checks them in batches, and one more than asked for, to know whether more follow. */
  #take(limit: number): { hits: { position: number; inTitle: boolean }[]; last: Key | null; hasMore: boolean } {
    const hits: { position: number; inTitle: boolean }[] = [];
    let last: Key | null = null;
    let batch: Candidate[] = [];
    let checked = 0;
    /** True when the page is full and another row follows. */
    const settle = () => {
      for (const { position, key, place } of this.#checked(batch)) {
        if (hits.length === limit) return true;
        hits.push({ position, inTitle: place === 0 });
        last = key;
      }
      return false;
    };
    for (const candidate of this.#ordered()) {
      batch.push(candidate);
      if (batch.length < Math.max(8, limit + 1 - hits.length)) continue;
      if (settle()) return { hits, last, hasMore: true };
      checked += batch.length;
      batch = [];
      if (checked >= UNTIMED && this.#isOver()) {
        this.#stop(candidate.key);
        break;
      }
    }
    const hasMore = settle();
    return { hits, last, hasMore };
  }

  #stop(reached: Key | null): void {
    this.#isCut = true;
    this.#reached = reached;
  }

  /** Rows that pass the filter, in the order asked for, from the cursor on. */
  *#ordered(): Generator<Candidate> {
    const { sort } = this.#request;
    const { all, title, fields, rest, excluded } = expressions(this.#query, true, this.#frequencies);
    const { passes } = this.#filter;
    if (sort === 'closing' || sort === 'amount') {
      const rank = ranking(this.#columns, sort, this.#now);
      const candidates = this.#candidates(all, excluded);
      yield* this.#byRank(candidates, rank, (position) => !Number.isNaN(rank(position)) && passes(position));
      yield* this.#byNewest(candidates, 1, (position) => Number.isNaN(rank(position)) && passes(position));
    } else if (sort === 'best' && title && rest) {
      yield* this.#byNewest(this.#candidates(title, null), 0, passes);
      yield* this.#byNewest(this.#candidates(fields, null), 1, passes);
      yield* this.#byNewest(this.#candidates(rest, null), 2, passes);
    } else yield* this.#byNewest(this.#candidates(all, excluded), 0, passes);
  }

  *#byNewest(candidates: Candidates, tier: Tier, passes: (position: number) => boolean): Generator<Candidate> {
    if (this.#isCut || (this.#before && this.#before.tier > tier)) return;
    const { id } = this.#columns.arrays;
    const key = (position: number): Key => ({ tier, value: 0, id: id[position]! });
    const { high: newest } = this.#filter.shown;
    const high =
      this.#before?.tier === tier ? Math.min(newest, this.#columns.positionFrom(this.#before.id) - 1) : newest;
    for (const position of this.#passing(candidates, high, passes, key)) yield { position, key: key(position) };
  }

  /** All rows must be seen before the first is known; the best few are sorted out at a time. */
  *#byRank(
    candidates: Candidates,
    rank: (position: number) => number,
    passes: (position: number) => boolean,
  ): Generator<Candidate> {
    if (this.#before?.tier === 1) return;
    const { id } = this.#columns.arrays;
    const found = gathered(this.#passing(candidates, this.#filter.shown.high, passes, () => null));
    let after = this.#before && { value: this.#before.value, position: this.#columns.positionFrom(this.#before.id) };
    for (let count = this.#request.limit + 64; ; count = 512) {
      const some = firstByRank(found, rank, after, count);
      if (some.length === 0) return;
      for (const position of some) yield { position, key: { tier: 0, value: rank(position), id: id[position]! } };
      const last = some.at(-1)!;
      after = { value: rank(last), position: last };
    }
  }

  /** Rows that pass, newest first. Ends early when time is over, and says where the next search may go on. */
  *#passing(
    candidates: Candidates,
    high: number,
    passes: (position: number) => boolean,
    keyOf: (position: number) => Key | null,
  ): Generator<number> {
    const { low: oldest } = this.#filter.shown;
    for (const [low, top] of stretches(oldest, high)) {
      let [from, to] = [low, top];
      // The words are only looked up between the first and the last row that could be shown.
      while (from <= to && !passes(to)) to--;
      while (from <= to && !passes(from)) from++;
      for (const position of candidates(from, to)) if (passes(position)) yield position;
      if (low > oldest && this.#isOver()) return this.#stop(keyOf(low));
    }
  }

  #candidates(all: string | null, excluded: string | null): Candidates {
    if (all) return this.#matching(all);
    return excluded ? except(this.#matching(excluded)) : everyRow;
  }

  /** The page and the count ask the same of the index: it answers once. */
  #matching(expression: string): Candidates {
    const known = this.#asked.get(expression) ?? matching(this.#database, this.#columns, expression);
    this.#asked.set(expression, known);
    return known;
  }

  /** The candidates that are what was asked for: their texts say so, and no newer release of the record does. */
  #checked(batch: Candidate[]): (Candidate & { place: Tier })[] {
    const newer = batch.map(({ position }) => this.#newer(position));
    const hasWords = this.#query.wanted.length + this.#query.excluded.length > 0;
    const texts = hasWords ? this.#texts([...batch.map(({ position }) => position), ...newer.flat()]) : null;
    const isMatch = (position: number) => {
      if (!texts) return true;
      const text = texts.get(position);
      return text !== undefined && matches(this.#query, text);
    };
    return batch
      .filter(({ position }, index) => isMatch(position) && !newer[index]!.some(isMatch))
      .map((candidate) => ({
        ...candidate,
        place: texts === null ? 2 : placeOf(this.#query, texts.get(candidate.position)!),
      }));
  }

  /** Newer releases of the same record that pass the filter, when only one is to be shown. */
  #newer(position: number): number[] {
    if (!this.#request.collapse) return [];
    const links = this.#columns.newer();
    const found: number[] = [];
    for (let other = links[position]!; other >= 0; other = links[other]!) {
      if (other <= this.#filter.shown.high && this.#filter.passes(other)) found.push(other);
    }
    return found;
  }

  #texts(positions: number[]): Map<number, SearchedText> {
    const { id } = this.#columns.arrays;
    const texts = this.#textOf([...new Set(positions)].map((position) => id[position]!));
    return new Map(
      positions.flatMap((position) => {
        const text = texts.get(id[position]!);
        return text ? [[position, read(text)] as const] : [];
      }),
    );
  }

  /** Counts from the newest down. A few are read, as those of the page are: tokens may stand apart. */
  #count(tally: Tally): Count {
    const { all, excluded } = expressions(this.#query, false, this.#frequencies);
    const candidates = this.#candidates(all, excluded);
    const { low, high } = this.#filter.days;
    const isProved = isSure(this.#query);
    let few: Int32Array | null = isProved ? null : new Int32Array();
    let counted = 0;
    let isWhole = false;
    for (const [from, to] of stretches(low, high)) {
      const found = candidates(from, to);
      if (few && few.length + found.length <= UNTIMED) few = Int32Array.of(...few, ...found);
      else {
        if (few) tally.add(few);
        few = null;
        tally.add(found);
      }
      if (candidates !== everyRow) counted += found.length;
      if ((isWhole = from === low) || counted >= this.#most) break;
      if (this.#isOver()) {
        this.#isCut = true;
        break;
      }
    }
    if (few) tally.add(this.#saying(few));
    return countOf(isWhole, isProved || few !== null);
  }

  /** Those whose texts say what was asked for. */
  #saying(positions: Int32Array): Int32Array {
    const texts = this.#texts([...positions]);
    return positions.filter((position) => {
      const text = texts.get(position);
      return text !== undefined && matches(this.#query, text);
    });
  }

  #named(hits: { position: number; inTitle: boolean }[]): SearchHit[] {
    const ids = hits.map(({ position }) => this.#columns.arrays.id[position]!);
    const records = recordsOf(this.#database, ids);
    return hits.map(({ inTitle }, index) => ({ id: ids[index]!, ocid: records.get(ids[index]!) ?? '', inTitle }));
  }
}
