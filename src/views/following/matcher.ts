import { wordTokens, MARK } from '../../search/tokens.ts';
import { parseQuery, type Query } from '../../search/query.ts';
import type { EmbeddedEngine } from '../../search/embedded-engine.ts';
import { textsOfFiles } from '../../notices/attachments/storage.ts';
import { listOcids } from '../../notices/lists/storage.ts';
import type { Release } from '../../notices/release.ts';
import { releaseText } from '../../notices/search-document.ts';
import { findRecord, releasesOf } from '../../notices/storage.ts';
import { partiesOfRecord } from '../../parties/storage.ts';
import { findRegister } from '../../registers/registers.ts';
import { regionsIn } from '../../values/region.ts';
import type { Database } from '../../database/database.ts';
import { filterOf } from '../list/parameters.ts';
import { filtersOf } from '../search/search-page.ts';
import { readSubject, spelled, type Subject } from './subject.ts';

/** A subject as it is looked at, again and again. */
interface Entry {
  text: string;
  subject: Subject;
  /** Of a search, and of a list that is asked for words. */
  query: Query | null;
  keys: readonly string[];
}

/**
 * Tells who follows what a new notice says, among very many: each subject stands under one key that a notice must have to
 * meet it (its rarest token, else its unit, place, kind or register), so that few are looked at; and these are looked at by
 * the very code that answers the search.
 */
export class Matcher {
  readonly #database: Database;
  readonly #engine: EmbeddedEngine;
  readonly #entries = new Map<string, Entry>();
  readonly #byKey = new Map<string, Set<Entry>>();

  constructor(database: Database, engine: EmbeddedEngine) {
    this.#database = database;
    this.#engine = engine;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Takes the subjects there are now; those that were known are kept. */
  take(subjects: readonly string[]): void {
    const now = new Set(subjects);
    for (const entry of this.#entries.values()) if (!now.has(entry.text)) this.#drop(entry);
    for (const text of now) if (!this.#entries.has(text)) this.#add(text);
  }

  /** The subjects that a notice meets, as it stands at `now`. */
  meet(release: Release, now: number): string[] {
    const candidates = this.#candidates(release);
    const met = candidates.filter(({ subject }) => subject.what === 'record' || subject.what === 'party');
    const searches = candidates.flatMap((entry) =>
      entry.subject.what === 'search' ? [{ entry, asked: entry.subject.asked }] : [],
    );
    const found = this.#engine.which(
      searches.map(({ entry, asked }) => ({ query: entry.query!, filters: filtersOf(this.#database, asked, now) })),
      release.id,
      now,
    );
    const lists = candidates.filter((entry) => this.#isListed(entry, release, now));
    return [...met, ...searches.flatMap(({ entry }, index) => (found[index] ? [entry] : [])), ...lists].map(
      ({ text }) => text,
    );
  }

  #candidates(release: Release): Entry[] {
    const found = new Set<Entry>();
    const look = (key: string, held?: ReadonlySet<string>) => {
      for (const entry of this.#byKey.get(key) ?? []) if (!held || holdsAll(held, entry.query!)) found.add(entry);
    };
    for (const key of keysOfRelease(this.#database, release)) look(key);
    const held = new Set(tokensOf(this.#database, release));
    for (const token of held) look(token, held);
    // A list holds a record by whatever was said of it.
    if (this.#byKey.has(`words ${release.register}`))
      for (const one of releasesOf(this.#database, release.ocid))
        for (const token of tokensOf(this.#database, one)) look(`list ${token}`);
    return [...found];
  }

  #isListed({ subject, query }: Entry, release: Release, now: number): boolean {
    if (subject.what !== 'list') return false;
    const register = findRegister(subject.register)!;
    const filter = { ...filterOf(register, subject.asked), among: [release.ocid] };
    if (listOcids(this.#database, { ...filter, limit: 1, now }).ocids.length === 0) return false;
    if (query === null) return true;
    const search = { query, filters: { register: [register.id] } };
    return releasesOf(this.#database, release.ocid).some(({ id }) => this.#engine.which([search], id, now)[0]);
  }

  #add(text: string): void {
    const subject = readSubject(text);
    const query = 'asked' in subject && subject.asked.q ? parseQuery(subject.asked.q) : null;
    const entry: Entry = {
      text,
      subject,
      query: subject.what === 'search' ? (query ?? parseQuery('')) : query,
      keys: this.#keysOf(subject, query),
    };
    this.#entries.set(text, entry);
    for (const key of entry.keys) {
      const others = this.#byKey.get(key);
      if (others) others.add(entry);
      else this.#byKey.set(key, new Set([entry]));
    }
  }

  #drop(entry: Entry): void {
    this.#entries.delete(entry.text);
    for (const key of entry.keys) {
      const others = this.#byKey.get(key)!;
      others.delete(entry);
      if (others.size === 0) this.#byKey.delete(key);
    }
  }

  /** Any one of these a notice must have. */
  #keysOf(subject: Subject, query: Query | null): string[] {
    switch (subject.what) {
      case 'record':
        return [`record ${subject.ocid}`];
      case 'party':
        return [`party ${subject.id}`];
      case 'search':
        return (query && this.#tellingTokens(query)) ?? facetKeys(subject.asked);
      case 'list': {
        const words = query && this.#tellingTokens(query)?.map((token) => `list ${token}`);
        return words
          ? [...words, `words ${subject.register}`]
          : facetKeys({ register: [subject.register], region: subject.asked.region ? [subject.asked.region] : [] });
      }
      default:
        // What is owed and what waits are no notices.
        return [];
    }
  }

  /** Of the word that the fewest ask for: one token of each way in which it may be put. Null where nothing is wanted. */
  #tellingTokens({ wanted }: Query): string[] | null {
    const ways = wanted.map(({ field, tokens, others }) =>
      [tokens, ...others.map((other) => other.tokens)].map((way) =>
        this.#rarest(way.map((one) => (field ? MARK[field] : '') + one)),
      ),
    );
    const weight = (keys: string[]) => keys.reduce((sum, key) => sum + (this.#byKey.get(key)?.size ?? 0), keys.length);
    return ways.toSorted((a, b) => weight(a) - weight(b))[0] ?? null;
  }

  /** Long ones are rare; of these the one under which the fewest stand. */
  #rarest(tokens: string[]): string {
    const held = (token: string) => this.#byKey.get(token)?.size ?? 0;
    return tokens.toSorted((a, b) => Math.min(3, b.length) - Math.min(3, a.length) || held(a) - held(b))[0] ?? '';
  }
}

/** As the index does: every word has a way of being put of which all tokens are there. Whether they stand together the text says. */
function holdsAll(held: ReadonlySet<string>, { wanted }: Query): boolean {
  return wanted.every(({ field, tokens, others }) => {
    const mark = field ? MARK[field] : '';
    const isThere = (way: readonly string[]) => way.every((token) => held.has(mark + token));
    return isThere(tokens) || others.some((other) => isThere(other.tokens));
  });
}

interface FacetValues {
  register?: string[];
  kind?: string[];
  region?: string[];
  unit?: string[];
}

/** Under the narrowest of its conditions. */
function facetKeys({ register, kind, region, unit }: FacetValues): string[] {
  if (unit?.length) return unit.map((id) => `unit ${id}`);
  if (region?.length) return region.flatMap(regionsIn).map((code) => `region ${code}`);
  if (kind?.length) return kind.map((id) => `kind ${id}`);
  if (register?.length) return register.map((id) => `register ${id}`);
  return ['every'];
}

function keysOfRelease(database: Database, { ocid, register, kind, content }: Release): string[] {
  const record = findRecord(database, ocid);
  return [
    'every',
    `record ${ocid}`,
    `register ${register}`,
    `kind ${kind}`,
    `region ${content.region}`,
    ...(record ? [`unit ${record.unit}`, `region ${record.region}`] : []),
    ...partiesOfRecord(database, ocid).map((id) => `party ${id}`),
  ];
}

function tokensOf(database: Database, release: Release): string[] {
  return wordTokens(releaseText(release, textsOfFiles(database, release))).split(' ');
}

/** The subject by which a record is followed. */
export const recordSubject = (ocid: string) => spelled({ what: 'record', ocid });
