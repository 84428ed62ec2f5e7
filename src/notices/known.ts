import { textsOfFiles } from './attachments/storage.ts';
import { whereNow } from './decisions/storage.ts';
import { coversOf, type Covers } from '../clock/coverage.ts';
import { calendarOf } from '../clock/storage.ts';
import type { WorkingDays } from '../clock/working-days.ts';
import type { Database } from '../database/database.ts';
import { dayNumber } from '../values/date.ts';
import { firstKeyOf } from '../values/order-key.ts';
import type { RecordRow, Release } from './release.ts';
import { joinMarks, marksOf, type Marks } from './marks.ts';
import { findBySourceKey, findRelease, findStanding, lastIdOf, lastGivenSeq, releasesOf } from './storage.ts';
import { findHolders, findMarks, type DoubtfulLink, type Linking } from './links/storage.ts';

export type Origin = Pick<Release, 'id' | 'ocid' | 'hash' | 'register'>;
export type Standings = Pick<RecordRow, 'stage' | 'deadline' | 'quietOn' | 'unit' | 'amount'>;

/** What one batch adds to what is known. */
class Layer {
  readonly origins = new Map<string, Release>();
  /** By key, the records that claim it, and (false) those that give it up. */
  readonly keys = new Map<string, Map<string, boolean>>();
  readonly marks = new Map<string, Marks>();
  readonly doubts: DoubtfulLink[] = [];
  readonly lastIds = new Map<number, number>();
  readonly records = new Map<string, { standing: Standings; releases: Release[] }>();
  seq: number | undefined;
}

/**
 * What is known when a batch is planned: the database, and over it the batches that are planned and not written yet.
 * Reads only, so that a thread may plan while another writes. A layer and the database may both hold a batch: they
 * say the same.
 */
export class Known {
  readonly #database: Database;
  #covers: Covers | undefined;
  /** As it was when the batch began: another one makes all plans anew. */
  #calendar: WorkingDays | undefined;
  /** Oldest first. */
  readonly #layers: Layer[] = [];
  /** What the database says while one batch is planned: a notice asks for its few keys and their records again and again. */
  readonly #stored = new Map<string, string[]>();
  readonly #storedMarks = new Map<string, Marks | undefined>();

  readonly #isReplaying: boolean;

  /** While keys are claimed anew, nothing is known of the releases that come later. */
  constructor(database: Database, mode: 'publishing' | 'replaying' = 'publishing') {
    this.#database = database;
    this.#isReplaying = mode === 'replaying';
  }

  /** Of what the portal takes every notice. */
  get covers(): Covers {
    return (this.#covers ??= coversOf(this.#database));
  }

  get calendar(): WorkingDays {
    return (this.#calendar ??= calendarOf(this.#database));
  }

  /** A batch begins: what is taken from now on is its own. */
  begin(): void {
    this.#calendar = undefined;
    this.#stored.clear();
    this.#storedMarks.clear();
    this.#layers.push(new Layer());
  }

  /** The oldest batch is written. */
  written(): void {
    this.#layers.shift();
  }

  /** Nothing that was planned will be written. */
  forget(): void {
    this.#layers.length = 0;
  }

  origin(sourceKey: string): Origin | undefined {
    return this.#newest(({ origins }) => origins.get(sourceKey)) ?? findBySourceKey(this.#database, sourceKey);
  }

  /** The release with this id at its source, whole. */
  said(sourceKey: string): Release | undefined {
    const planned = this.#newest(({ origins }) => origins.get(sourceKey));
    if (planned) return planned;
    const origin = findBySourceKey(this.#database, sourceKey);
    return origin && findRelease(this.#database, origin.id);
  }

  /** The records that have a key, in the order of their ocids. */
  holders(key: string): string[] {
    const stored = this.#storedHolders(key);
    const layers = this.#layers.flatMap(({ keys }) => keys.get(key) ?? []);
    if (layers.length === 0) return stored;
    const holders = new Set(stored);
    for (const layer of layers)
      for (const [ocid, isClaimed] of layer)
        if (isClaimed) holders.add(ocid);
        else holders.delete(ocid);
    return [...holders].sort();
  }

  #storedHolders(key: string): string[] {
    // Before a batch nothing says how long an answer holds.
    if (this.#layers.length === 0) return findHolders(this.#database, key);
    let holders = this.#stored.get(key);
    if (!holders) this.#stored.set(key, (holders = findHolders(this.#database, key)));
    return holders;
  }

  claimKey(key: string, ocid: string): void {
    this.#decide(key, ocid, true);
  }

  releaseKey(key: string, ocid: string): void {
    if (this.holders(key).includes(ocid)) this.#decide(key, ocid, false);
  }

  #decide(key: string, ocid: string, isClaimed: boolean): void {
    const { keys } = this.#layers.at(-1)!;
    let decided = keys.get(key);
    if (!decided) keys.set(key, (decided = new Map()));
    decided.set(ocid, isClaimed);
  }

  /** By what a record is told apart from another of the same code or title; undefined for one that is not here. */
  marks(ocid: string): Marks | undefined {
    const stored = this.#newest(({ marks }) => marks.get(ocid)) ?? this.#marksStored(ocid);
    if (stored || this.#isReplaying) return stored;
    // A portal that has not been rebuilt since marks are kept.
    return this.record(ocid)?.releases.reduce<Marks | undefined>(
      (marks, { amends, content }) => (amends === null ? joinMarks(marks, marksOf(content)) : marks),
      undefined,
    );
  }

  #marksStored(ocid: string): Marks | undefined {
    if (this.#layers.length === 0) return findMarks(this.#database, ocid);
    if (!this.#storedMarks.has(ocid)) this.#storedMarks.set(ocid, findMarks(this.#database, ocid));
    return this.#storedMarks.get(ocid);
  }

  /** The record that has the notices of this one now (`decisions/storage.ts`). */
  whereNow(ocid: string): string {
    return whereNow(this.#database, ocid);
  }

  mark(ocid: string, marks: Marks): void {
    this.#layers.at(-1)!.marks.set(ocid, marks);
  }

  doubt(link: DoubtfulLink): void {
    this.#layers.at(-1)!.doubts.push(link);
  }

  /** What the batch that was begun last does to keys and marks, and whom it did not join. */
  get linking(): Linking {
    const { keys, marks, doubts } = this.#layers.at(-1)!;
    return {
      claims: [...keys].flatMap(([key, decided]) => [...decided].map(([ocid, claimed]) => ({ key, ocid, claimed }))),
      marks: [...marks].map(([ocid, one]) => ({ ocid, marks: one })),
      doubts,
    };
  }

  get lastSeq(): number {
    return this.#newest(({ seq }) => seq) ?? lastGivenSeq(this.#database);
  }

  /** The next free order key of the Shanghai day of publication; null when the day is full. */
  nextId(publishedAt: number): number | null {
    const day = dayNumber(publishedAt);
    const last = this.#newest(({ lastIds }) => lastIds.get(day)) ?? lastIdOf(this.#database, day);
    const id = last === null ? firstKeyOf(day) : last + 1;
    return id < firstKeyOf(day + 1) ? id : null;
  }

  take(release: Release): void {
    const layer = this.#layers.at(-1)!;
    layer.origins.set(release.sourceKey, release);
    layer.lastIds.set(dayNumber(release.publishedAt), release.id);
    layer.seq = release.seq;
  }

  /** How a record stands and all its releases, by moment of publication. */
  record(ocid: string): { standing: Standings; releases: Release[] } | undefined {
    const planned = this.#newest(({ records }) => records.get(ocid));
    if (planned) return planned;
    const standing = findStanding(this.#database, ocid);
    return standing && { standing, releases: releasesOf(this.#database, ocid) };
  }

  keep(record: RecordRow, releases: Release[]): void {
    this.#layers.at(-1)!.records.set(record.ocid, { standing: record, releases });
  }

  textsOfFiles(release: Release): { name: string; text: string }[] {
    return textsOfFiles(this.#database, release);
  }

  #newest<Value>(find: (layer: Layer) => Value | undefined): Value | undefined {
    for (let index = this.#layers.length - 1; index >= 0; index--) {
      const value = find(this.#layers[index]!);
      if (value !== undefined) return value;
    }
    return undefined;
  }
}
