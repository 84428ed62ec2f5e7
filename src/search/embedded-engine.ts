import type { Database } from '../database/database.ts';
import { except, everyRow, matching, stretches, type Candidates } from './candidates.ts';
import { Columns } from './columns.ts';
import type { SearchEngine, SearchHit, SearchPage, SearchRequest } from './engine.ts';
import { expressions } from './expression.ts';
import { compileFilter, type Filter } from './filter.ts';
import { isBefore, keys, readCursor, writeCursor, type Cursor, type Key } from './order.ts';
import { parseQuery, type Query } from './query.ts';
import { recordsOf } from './storage.ts';
import { Tally } from './tally.ts';
import { matches, read, standInTitle, type ReadableText, type SearchedText } from './text.ts';

/** The words of releases, by id, as they were given to the index. A release that is not there is never shown. */
export type TextOf = (ids: number[]) => Map<number, ReadableText>;

export interface Limits {
  /** Time for one search, ms. At least the first stretch of rows is always searched. */
  budget?: number;
  /** Matches of words counted before the count becomes a lower bound. */
  most?: number;
  /** Time elapsed, ms. */
  clock?: () => number;
}

/**
 * The engine on SQLite FTS5. Filters, counts and orders are answered from columns in memory; words by the token
 * table, newest first; and what is shown is checked against the text, because tokens may stand apart.
 * Takes a read connection; sees what any process has committed.
 */
export function embeddedEngine(database: Database, textOf: TextOf, limits: Limits = {}): SearchEngine {
  const columns = new Columns();
  const { budget = 150, most = 50_000, clock = () => performance.now() } = limits;
  return {
    search(request) {
      columns.refresh(database);
      const end = clock() + budget;
      return new Search(database, columns, textOf, request, most, () => clock() > end).page();
    },
  };
}

/** A row on its way to the page. */
interface Candidate {
  position: number;
  key: Key;
}

class Search {
  readonly #database: Database;
  readonly #columns: Columns;
  readonly #textOf: TextOf;
  readonly #request: SearchRequest;
  readonly #most: number;
  readonly #isOver: () => boolean;
  readonly #query: Query;
  readonly #filter: Filter;
  readonly #before: Cursor | null;
  /** The clock of the order, kept from the first page on. */
  readonly #now: number;
  #isCut = false;
  /** Where the page's search stopped when time was over. */
  #reached: Key | null = null;

  constructor(database: Database, columns: Columns, textOf: TextOf, request: SearchRequest, most: number, isOver: () => boolean) {
    this.#database = database;
    this.#columns = columns;
    this.#textOf = textOf;
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
    const tally = new Tally(this.#columns, this.#filter, { facets: this.#request.facets, collapse: this.#request.collapse ?? false });
    const isWhole = this.#count(tally);
    // All of it on one page: every row was checked, so this is the truth.
    const isAllShown = !this.#before && !hasMore && !this.#isCut;
    return {
      hits: this.#named(hits),
      total: isAllShown ? hits.length : Math.max(tally.total, hits.length),
      exact: isAllShown || isWhole,
      next,
      facets: tally.facets(),
      words: this.#query.wanted.map(({ text }) => text),
      cut: this.#isCut,
    };
  }

  /** Takes rows in order, checks them in batches, and one more than asked for, to know whether more follow. */
  #take(limit: number): { hits: { position: number; inTitle: boolean }[]; last: Key | null; hasMore: boolean } {
    const hits: { position: number; inTitle: boolean }[] = [];
    let last: Key | null = null;
    let batch: Candidate[] = [];
    /** True when the page is full and another row follows. */
    const settle = () => {
      for (const { position, key, inTitle } of this.#checked(batch)) {
        if (hits.length === limit) return true;
        hits.push({ position, inTitle });
        last = key;
      }
      return false;
    };
    for (const candidate of this.#ordered()) {
      batch.push(candidate);
      if (batch.length < Math.max(8, limit + 1 - hits.length)) continue;
      if (settle()) return { hits, last, hasMore: true };
      batch = [];
      if (this.#isOver()) {
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
  #ordered(): Generator<Candidate> {
    const { sort } = this.#request;
    const { all, title, rest, excluded } = expressions(this.#query, true);
    if (sort === 'closing' || sort === 'amount') return this.#byValue(sort, this.#candidates(all, excluded));
    if (sort === 'best' && title && rest) return this.#byTitle(this.#candidates(title, null), this.#candidates(rest, null));
    return this.#byNewest(this.#candidates(all, excluded), 0);
  }

  *#byTitle(title: Candidates, rest: Candidates): Generator<Candidate> {
    if (this.#before?.tier !== 1) yield* this.#byNewest(title, 0);
    if (!this.#isCut) yield* this.#byNewest(rest, 1);
  }

  *#byNewest(candidates: Candidates, tier: 0 | 1): Generator<Candidate> {
    const { id } = this.#columns.arrays;
    const { low, high, misses, narrows } = this.#filter;
    const start = this.#before?.tier === tier ? Math.min(high, this.#columns.positionFrom(this.#before.id) - 1) : high;
    for (let [from, to] of stretches(low, start)) {
      const end = from;
      if (narrows) {
        while (from <= to && misses(to) !== 0) to--;
        while (from <= to && misses(from) !== 0) from++;
      }
      for (const position of candidates(from, to)) {
        if (misses(position) === 0) yield { position, key: { tier, value: 0, id: id[position]! } };
      }
      if (end > low && this.#isOver()) return this.#stop({ tier, value: 0, id: id[end]! });
    }
  }

  /** All rows must be seen before the first is known; the best few are kept at a time. */
  *#byValue(sort: 'closing' | 'amount', candidates: Candidates): Generator<Candidate> {
    const keyOf = keys(this.#columns, sort, this.#now);
    const found: number[] = [];
    for (const [from, to] of stretches(this.#filter.low, this.#filter.high)) {
      for (const position of candidates(from, to)) if (this.#filter.misses(position) === 0) found.push(position);
      if (from > this.#filter.low && this.#isOver()) {
        this.#stop(null);
        break;
      }
    }
    let after: Key | null = this.#before;
    for (let some = first(found, keyOf, after, this.#request.limit + 64); some.length > 0; some = first(found, keyOf, after, 512)) {
      yield* some;
      after = some.at(-1)!.key;
    }
  }

  #candidates(all: string | null, excluded: string | null): Candidates {
    if (all) return matching(this.#database, this.#columns, all);
    return excluded ? except(matching(this.#database, this.#columns, excluded)) : everyRow;
  }

  /** The candidates that are what was asked for: their texts say so, and no newer release of the record does. */
  #checked(batch: Candidate[]): (Candidate & { inTitle: boolean })[] {
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
      .map((candidate) => ({ ...candidate, inTitle: texts !== null && standInTitle(this.#query, texts.get(candidate.position)!) }));
  }

  /** Newer releases of the same record that pass the filter, when only one is to be shown. */
  #newer(position: number): number[] {
    if (!this.#request.collapse) return [];
    const links = this.#columns.newer();
    const found: number[] = [];
    for (let other = links[position]!; other >= 0; other = links[other]!) {
      if (other <= this.#filter.high && this.#filter.misses(other) === 0) found.push(other);
    }
    return found;
  }

  #texts(positions: number[]): Map<number, SearchedText> {
    const { id } = this.#columns.arrays;
    const texts = this.#textOf([...new Set(positions)].map((position) => id[position]!));
    return new Map(positions.flatMap((position) => {
      const text = texts.get(id[position]!);
      return text ? [[position, read(text)] as const] : [];
    }));
  }

  /** Counts from the newest down; false when it ended before the last row. */
  #count(tally: Tally): boolean {
    const { all, excluded } = expressions(this.#query, false);
    const candidates = this.#candidates(all, excluded);
    const { low, high } = this.#filter;
    let counted = 0;
    for (const [from, to] of stretches(low, high)) {
      if (candidates === everyRow) for (let position = to; position >= from; position--) tally.add(position);
      else {
        const found = candidates(from, to);
        for (const position of found) tally.add(position);
        counted += found.length;
      }
      if (from === low) break;
      if (counted >= this.#most) return false;
      if (this.#isOver()) {
        this.#isCut = true;
        return false;
      }
    }
    return true;
  }

  #named(hits: { position: number; inTitle: boolean }[]): SearchHit[] {
    const ids = hits.map(({ position }) => this.#columns.arrays.id[position]!);
    const records = recordsOf(this.#database, ids);
    return hits.map(({ inTitle }, index) => ({ id: ids[index]!, ocid: records.get(ids[index]!) ?? '', inTitle }));
  }
}

/** The first few of these rows after a key, in order. */
function first(positions: number[], keyOf: (position: number) => Key, after: Key | null, count: number): Candidate[] {
  let kept: Candidate[] = [];
  let bound: Key | null = null;
  const inOrder = (a: Candidate, b: Candidate) => (isBefore(a.key, b.key) ? -1 : 1);
  for (const position of positions) {
    const key = keyOf(position);
    if ((after && !isBefore(after, key)) || (bound && !isBefore(key, bound))) continue;
    kept.push({ position, key });
    if (kept.length < count * 4) continue;
    kept = kept.sort(inOrder).slice(0, count);
    bound = kept.at(-1)!.key;
  }
  return kept.sort(inOrder).slice(0, count);
}
