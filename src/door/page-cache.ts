import type { Database } from '../database/database.ts';
import { FileAnswer } from './file-answer.ts';
import { publicStamp } from '../notices/storage.ts';
import type { Answer } from './answer.ts';

interface Entry {
  answer: Answer;
  /** UTC ms; Infinity where the page changes only with the database. */
  until: number;
  bytes: number;
  /** Asked for since it was last passed over when room was needed. */
  used: boolean;
}

/** How long a page that speaks of time left may be kept, ms. */
const CLOCK_AGE = 30_000;

/**
 * Pages of anonymous readers, in memory; those nobody asks for go first. Everything is dropped as soon as anybody, in
 * whichever process, commits what readers can see: the next request sees it. An officer who saves a draft or signs in
 * leaves the pages alone.
 *
 * Who asks decides nothing here. The caller keeps readers with a session away and names in the key all that may make
 * a difference; see `server.ts`.
 */
export class PageCache {
  readonly #database: Database;
  readonly #maxBytes: number;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();
  /** Pages being made: readers who ask meanwhile wait for the same one. */
  readonly #pending = new Map<string, Promise<Answer>>();
  #version = -1;
  #stamp = '';
  #checked = false;
  #bytes = 0;
  /** How often a page was sent as it had been kept. */
  hits = 0;

  /** The connection must be read-only and the cache's own: `data_version` sees only what other connections commit. */
  constructor(
    database: Database,
    { maxBytes = 24 * 1024 * 1024, now = Date.now }: { maxBytes?: number; now?: () => number } = {},
  ) {
    this.#database = database;
    this.#maxBytes = maxBytes;
    this.#now = now;
  }

  get size(): number {
    return this.#entries.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  find(key: string): Answer | undefined {
    this.#dropWhenChanged();
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry.until !== Infinity && entry.until <= this.#now()) {
      this.#forget(key);
      return undefined;
    }
    entry.used = true;
    this.hits++;
    return entry.answer;
  }

  /** Makes the page and keeps it if it may be kept. Call after `find` found nothing. */
  async make(key: string, render: () => Promise<Answer>): Promise<Answer> {
    const awaited = this.#pending.get(key);
    if (awaited) {
      const answer = await awaited.catch(() => undefined);
      if (answer && mayBeKept(answer)) return answer;
      return render();
    }
    const stamp = this.#stamp;
    const rendering = render();
    this.#pending.set(key, rendering);
    try {
      const answer = await rendering;
      this.#dropWhenChanged();
      // Rendered before a commit that came meanwhile: good for who asked before it, not for the next reader.
      if (stamp === this.#stamp && mayBeKept(answer)) this.#keep(key, answer);
      return answer;
    } finally {
      if (this.#pending.get(key) === rendering) this.#pending.delete(key);
    }
  }

  /**
   * Once a turn of the event loop: the requests of one turn had all been sent when it began, so none of them may expect
   * to see a commit that came later.
   */
  #dropWhenChanged(): void {
    if (this.#checked) return;
    this.#checked = true;
    setImmediate(() => (this.#checked = false));
    const version = this.#database.othersVersion();
    if (version === this.#version) return;
    this.#version = version;
    const stamp = publicStamp(this.#database);
    if (stamp === this.#stamp) return;
    this.#stamp = stamp;
    this.#entries.clear();
    this.#pending.clear();
    this.#bytes = 0;
  }

  #keep(key: string, answer: Answer): void {
    // Both compressed forms may come to stand beside the body; together they are smaller than it.
    const bytes = 2 * (answer.body.length + key.length) + 1_024;
    if (bytes > this.#maxBytes / 8) return;
    this.#forget(key);
    this.#entries.set(key, { answer, bytes, used: false, until: answer.clock ? this.#now() + CLOCK_AGE : Infinity });
    this.#bytes += bytes;
    this.#makeRoom();
  }

  /** The oldest goes, unless it was asked for since its last turn: then it goes to the end of the queue. */
  #makeRoom(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#entries.delete(key);
      if (entry.used) this.#entries.set(key, { ...entry, used: false });
      else this.#bytes -= entry.bytes;
    }
  }

  #forget(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
  }
}

/** Pages found, and nothing that was made for one reader. */
function mayBeKept(answer: Answer): boolean {
  return (
    answer.status === 200 &&
    !(answer instanceof FileAnswer) &&
    answer.header('set-cookie') === undefined &&
    !/\b(?:private|no-store)\b/.test(answer.header('cache-control') ?? '')
  );
}
