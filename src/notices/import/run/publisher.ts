import type { Database } from '../../../database/database.ts';
import { Known } from '../../known.ts';
import { publishBatch, type Outcome } from '../../publish.ts';

/** Where a run puts its batches: straight into the database, or through a thread that only writes. */
export interface Publisher {
  /** What the next batch is planned on. */
  readonly known: Pick<Known, 'origin' | 'record'>;
  /** Batches are settled in the order in which they come, each when it is written. */
  publish(inputs: readonly unknown[], settle: (outcomes: Outcome[]) => void): void | Promise<void>;
  /** Everything is written and settled. */
  drain(): void | Promise<void>;
}

export interface PublisherOptions {
  now: number;
  actor: string;
  dryRun?: boolean;
}

/** As many notices are published in one transaction: more hold the writer too long, fewer cost a sync each. */
export const BATCH = 1_000;

/** Plans and writes a batch at once. */
export function directPublisher(database: Database, options: PublisherOptions): Publisher {
  return {
    known: new Known(database),
    publish: (inputs, settle) =>
      settle(
        publishBatch(
          database,
          inputs.map((input, at) => ({ input, at })),
          options,
        ),
      ),
    drain: () => {},
  };
}
