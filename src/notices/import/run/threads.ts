import { Worker } from 'node:worker_threads';
import type { Database } from '../../../database/database.ts';
import type { Plan } from '../../plan.ts';
import { publishBatch, writePlan, type Outcome } from '../../publish.ts';
import { publicStamp } from '../../storage.ts';
import type { ImportOptions, Progress } from './options.ts';
import type { PublisherOptions } from './publisher.ts';
import type { RunReport } from './report.ts';

/**
 * A large import on two threads. One reads the files and plans what each batch writes, on a connection that only
 * reads; this one, which has the database, writes the plans in order, each in one transaction. What the two say to
 * each other:
 */
export type FromReader =
  /** Written if nobody else has published since the plan before. `round` tells plans that were overtaken. */
  | { say: 'plan'; round: number; plan: Plan }
  /** The batch whose plan was overtaken, to be published as it came. */
  | { say: 'publish'; inputs: readonly unknown[] }
  | { say: 'progress'; progress: Progress }
  | { say: 'done'; report: RunReport };
export type FromWriter =
  | { say: 'written' }
  /** Another act came between. The reader drops all it planned, and sends the first batch as it is. */
  | { say: 'overtaken' }
  | { say: 'published'; outcomes: Outcome[] };

export interface ReaderOptions {
  database: string;
  paths: readonly string[];
  options: Omit<ImportOptions, 'onProgress'>;
}

/** A waiting connection looks again at least every 100 ms: each that waits finds the writer free once in so long (ms). */
const WRITING = 2_000;
const REST = 110;

/** MB. What a batch leaves behind dies young where there is room for all of it; else a fifth of the thread's time goes into moving it about. */
const YOUNG = 192;

/** Throws when either thread fails; what was written until then stays, and importing again goes on from there. */
export async function importOnThreads(
  database: Database,
  file: string,
  paths: readonly string[],
  options: ImportOptions,
  publishing: PublisherOptions,
): Promise<RunReport> {
  const { onProgress, ...others } = options;
  const writer = new Writer(database, publishing);
  const reader = new Worker(new URL('./reader-thread.ts', import.meta.url), {
    workerData: { database: file, paths, options: others } satisfies ReaderOptions,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  try {
    return await new Promise((resolve, reject) => {
      reader.on('message', async (message: FromReader) => {
        try {
          if (message.say === 'progress') onProgress?.(message.progress);
          else if (message.say === 'done') resolve(message.report);
          else {
            const answer = await writer.answer(message);
            if (answer) reader.postMessage(answer);
          }
        } catch (error) {
          reject(error);
        }
      });
      reader.on('error', reject);
      reader.on('messageerror', reject);
      reader.on('exit', () => reject(new Error('the reading thread ended before its files did')));
    });
  } finally {
    await reader.terminate();
  }
}

/** Writes one batch after another. */
class Writer {
  readonly #database: Database;
  readonly #options: PublisherOptions;
  /** The state on which the next plan must have been made. */
  #stamp: string;
  #round = 0;
  #rested = performance.now();
  #before: Promise<unknown> = Promise.resolve();

  constructor(database: Database, options: PublisherOptions) {
    this.#database = database;
    this.#options = options;
    this.#stamp = publicStamp(database);
  }

  answer(message: Extract<FromReader, { say: 'plan' | 'publish' }>): Promise<FromWriter | null> {
    const answer = this.#before.then(async () => {
      await this.#rest();
      return message.say === 'plan' ? this.#write(message) : this.#publish(message.inputs);
    });
    this.#before = answer.catch(() => {});
    return answer;
  }

  #write({ round, plan }: { round: number; plan: Plan }): FromWriter | null {
    if (round !== this.#round) return null;
    const isWritten = this.#database.transaction(() => {
      if (publicStamp(this.#database) !== this.#stamp) return false;
      writePlan(this.#database, plan, this.#options);
      this.#stamp = publicStamp(this.#database);
      return true;
    });
    if (!isWritten) this.#round += 1;
    return { say: isWritten ? 'written' : 'overtaken' };
  }

  #publish(inputs: readonly unknown[]): FromWriter {
    return this.#database.transaction(() => {
      const outcomes = publishBatch(
        this.#database,
        inputs.map((input, at) => ({ input, at })),
        this.#options,
      );
      this.#stamp = publicStamp(this.#database);
      return { say: 'published', outcomes };
    });
  }

  async #rest(): Promise<void> {
    if (performance.now() - this.#rested < WRITING) return;
    await new Promise((resolve) => setTimeout(resolve, REST));
    this.#rested = performance.now();
  }
}
