import type { Database } from '../database/database.ts';
import { recordEvent } from '../events/storage.ts';
import type { NoticeInput } from '../registers/notice.ts';
import { Known } from './known.ts';
import { markPublication } from './mark/mark.ts';
import type { Result } from '../values/result.ts';
import { planBatch, prepare, type Outcome, type Plan, type Prepared, type PrepareOptions } from './plan.ts';
import { saveProjections } from './project.ts';
import { insertRelease } from './storage.ts';
import { saveLinking } from './links/storage.ts';

export type { Outcome } from './plan.ts';

export interface PublishOptions extends PrepareOptions {
  /** Who acts: an officer's id, `import`, `seed`. */
  actor: string;
  /** Goes through everything and keeps nothing; not inside another transaction. */
  dryRun?: boolean;
}

/**
 * Publishes notices, all in one transaction: release, record, parties, search rows, event, or nothing. A notice
 * that is refused leaves the others untouched and itself no trace. Outcomes stand in the order given; refusals are
 * those of `prepare` and `planBatch`.
 */
export function publishBatch(
  database: Database,
  items: readonly { input: NoticeInput | unknown; at: unknown }[],
  options: PublishOptions,
): Outcome[] {
  // Before the transaction, so that the writer is held as briefly as can be.
  return publishPrepared(
    database,
    items.map(({ input }) => prepare(input, options)),
    options,
  );
}

/** The same of notices that were read before. */
export function publishPrepared(
  database: Database,
  prepared: readonly Result<Prepared>[],
  options: Pick<PublishOptions, 'actor' | 'now' | 'dryRun'>,
): Outcome[] {
  class DryRun extends Error {}
  let outcomes: Outcome[] = [];
  try {
    database.transaction(() => {
      const planned = planBatch(new Known(database), prepared, options.now);
      outcomes = planned.outcomes;
      writePlan(database, planned.plan, options);
      if (options.dryRun) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return outcomes;
}

/** Publishes one notice; see `publishBatch`. */
export function publish(database: Database, input: NoticeInput, options: PublishOptions): Outcome {
  return publishBatch(database, [{ input, at: null }], options)[0]!;
}

/** Writes what was planned, inside the caller's transaction; it must have been planned on what the database holds now. */
export function writePlan(
  database: Database,
  { releases, linking, projections }: Plan,
  { now, actor }: Pick<PublishOptions, 'now' | 'actor'>,
): void {
  for (const release of releases) insertRelease(database, release);
  saveLinking(database, linking);
  saveProjections(database, projections);
  const [first, last] = [releases[0]?.seq, releases.at(-1)?.seq];
  if (first === undefined) return;
  recordEvent(database, {
    at: now,
    actor,
    act: 'publish',
    subject: `releases ${first}–${last}`,
    detail: { count: releases.length },
  });
  markPublication(database);
}
