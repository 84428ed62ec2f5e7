import { parentPort, workerData } from 'node:worker_threads';
import { Database } from '../../../database/database.ts';
import type { Result } from '../../../values/result.ts';
import { Known } from '../../known.ts';
import { planBatch, prepare, type Outcome, type Prepared } from '../../plan.ts';
import { readFiles } from './read-files.ts';
import type { Publisher, PublisherOptions } from './publisher.ts';
import type { FromReader, FromWriter, ReaderOptions } from './threads.ts';

/** The thread of `threads.ts` that reads and plans. It ends by itself when it has said `done`. */

/** So many plans may wait to be written: more would only fill the memory. */
const AHEAD = 2;

/** Every so many rows the other thread hears how far reading has come. */
const OFTEN = 100;

interface Sent {
  inputs: readonly unknown[];
  prepared: Result<Prepared>[];
  outcomes: Outcome[];
  settle: (outcomes: Outcome[]) => void;
}

class PlanningPublisher implements Publisher {
  readonly known: Known;
  readonly #now: number;
  /** Planned and not written yet, oldest first. */
  readonly #sent: Sent[] = [];
  #round = 0;
  readonly #answers: FromWriter[] = [];
  #wake: () => void = () => {};

  constructor(known: Known, { now }: Pick<PublisherOptions, 'now'>) {
    this.known = known;
    this.#now = now;
    parentPort!.on('message', (answer: FromWriter) => {
      this.#answers.push(answer);
      this.#wake();
    });
  }

  async publish(inputs: readonly unknown[], settle: (outcomes: Outcome[]) => void): Promise<void> {
    const prepared = inputs.map((input) => prepare(input, { now: this.#now }));
    const sent: Sent = { inputs, prepared, outcomes: [], settle };
    this.#sent.push(sent);
    this.#plan(sent);
    while (this.#sent.length > AHEAD) await this.#heed();
  }

  async drain(): Promise<void> {
    while (this.#sent.length > 0) await this.#heed();
  }

  #plan(sent: Sent): void {
    const { plan, outcomes } = database.snapshot(() => planBatch(this.known, sent.prepared, this.#now));
    sent.outcomes = outcomes;
    say({ say: 'plan', round: this.#round, plan });
  }

  /** Hears one answer: the oldest batch is written, or everything must be planned again. */
  async #heed(): Promise<void> {
    const answer = await this.#answer();
    if (answer.say === 'written') {
      this.known.written();
      const { settle, outcomes } = this.#sent.shift()!;
      return settle(outcomes);
    }
    this.#round += 1;
    this.known.forget();
    const { inputs, settle } = this.#sent.shift()!;
    say({ say: 'publish', inputs });
    const published = await this.#answer();
    if (published.say !== 'published') throw new Error(`the writing thread answered ${published.say}`);
    settle(published.outcomes);
    for (const sent of this.#sent) this.#plan(sent);
  }

  async #answer(): Promise<FromWriter> {
    while (this.#answers.length === 0)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    return this.#answers.shift()!;
  }
}

function say(message: FromReader): void {
  parentPort!.postMessage(message);
}

const { database: file, paths, options } = workerData as ReaderOptions;
const database = new Database(file, { readOnly: true });
database.expectMany(true);
try {
  const publisher = new PlanningPublisher(new Known(database), options);
  const report = await readFiles(publisher, paths, {
    ...options,
    onProgress: (progress) => {
      if (progress.rows % OFTEN === 0) say({ say: 'progress', progress });
    },
  });
  say({ say: 'done', report });
} finally {
  database.close();
  parentPort!.removeAllListeners();
}
