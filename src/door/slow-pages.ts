import type { IncomingHttpHeaders } from 'node:http';
import { Worker } from 'node:worker_threads';
import type { Captured } from './page-handler.ts';

/** What a thread is asked, and what it answers. */
export interface Asked {
  number: number;
  url: string;
  headers: IncomingHttpHeaders;
  /** What was posted, where something was. */
  body?: Uint8Array | undefined;
}
export type Made = { number: number; page: Captured } | { number: number; error: string };

/** More than any page takes: what is not made by then never will be, ms. */
const PATIENCE = 20_000;
/** The first page of a process reads what searches hold in memory: of a million notices, on a disk that nobody has read, more than that. */
const PATIENCE_AT_FIRST = 600_000;

interface Waiting {
  /** ms. */
  patience: number;
  resolve(page: Captured): void;
  reject(error: Error): void;
}

/** MB. Without a bound the engine lets garbage stand as long as the machine has room. */
const OLD = 384;
const YOUNG = 12;

/**
 * Pages that search, count or export much, made on a thread with connections and indexes of its own, so that a record
 * page never waits for them: `node:sqlite` holds its thread until a query ends, and cannot be interrupted. A search ends
 * by its own budget; a page that does not end takes its thread with it, and the next one gets a new thread.
 */
export class SlowPages {
  readonly #entry: string;
  readonly #patience: number;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | null = null;
  #count = 0;
  /** Looks after what is being made; set while there is any. */
  #watch: NodeJS.Timeout | null = null;

  /** `entry`: the module of the thread; it calls `makePages`. */
  constructor(entry: string, patience = PATIENCE) {
    this.#entry = entry;
    this.#patience = patience;
  }

  /** Rejects when the page fails or its thread ends. */
  ask(url: string, headers: IncomingHttpHeaders, body?: Uint8Array): Promise<Captured> {
    return this.#ask({ url, headers, body }, this.#patience);
  }

  /** The same before anybody is let in, however long it takes. */
  warm(url: string, headers: IncomingHttpHeaders): Promise<Captured> {
    return this.#ask({ url, headers }, PATIENCE_AT_FIRST);
  }

  #ask(what: Omit<Asked, 'number'>, patience: number): Promise<Captured> {
    const thread = (this.#thread ??= this.#start());
    const number = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { patience, resolve, reject });
      thread.postMessage({ number, ...what } satisfies Asked);
      this.#watch ??= this.#expect(number);
    });
  }

  /** Ends the thread; what is being made is not. */
  async close(): Promise<void> {
    await this.#thread?.terminate();
  }

  #start(): Worker {
    const thread = new Worker(this.#entry, {
      resourceLimits: { maxOldGenerationSizeMb: OLD, maxYoungGenerationSizeMb: YOUNG },
    });
    thread.on('message', (made: Made) => this.#settle(made));
    thread.on('error', (error) => this.#end(thread, error));
    thread.on('exit', () => this.#end(thread, new Error('the thread that makes slow pages ended')));
    thread.unref();
    return thread;
  }

  #settle(made: Made): void {
    const waiting = this.#waiting.get(made.number);
    this.#waiting.delete(made.number);
    this.#rest();
    if ('page' in made) waiting?.resolve(made.page);
    else waiting?.reject(new Error(made.error));
  }

  /** One that was asked for when nothing was under way, and everything after it while it is not there. */
  #expect(number: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.#watch = null;
      if (this.#waiting.has(number)) void this.#thread?.terminate();
      else this.#rest();
    }, this.#waiting.get(number)!.patience).unref();
  }

  /** Watches the oldest that is still waited for. */
  #rest(): void {
    if (this.#watch) clearTimeout(this.#watch);
    const [oldest] = this.#waiting.keys();
    this.#watch = oldest === undefined ? null : this.#expect(oldest);
  }

  #end(thread: Worker, error: Error): void {
    if (this.#thread !== thread) return;
    this.#thread = null;
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#rest();
    for (const { reject } of lost) reject(error);
  }
}
