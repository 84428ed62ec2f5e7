import type { Database } from '../database/database.ts';
import { linkingReplay } from './decisions/relink.ts';
import { clearProjections, projectRecords } from './project.ts';
import { lastSeq, releasesAfter } from './storage.ts';
import { clearKeys } from './links/storage.ts';

const BATCH = 1_000;

/**
 * Drops every projection and makes it again from the releases, replayed in the order they arrived with
 * the decisions that joined and parted records between them, in one
 * transaction: readers see the old state until the new one is whole. Gives the same bytes as before.
 */
export function rebuild(database: Database, progress: (done: number, total: number) => void = () => {}): number {
  database.expectMany(true);
  try {
    return database.transaction(() => replay(database, progress));
  } finally {
    database.expectMany(false);
  }
}

function replay(database: Database, progress: (done: number, total: number) => void): number {
  clearProjections(database);
  clearKeys(database);
  const relink = linkingReplay(database);
  const total = lastSeq(database);
  let done = 0;
  for (let seq = 0; ;) {
    const releases = releasesAfter(database, seq, BATCH);
    if (releases.length === 0) return done;
    relink(releases);
    projectRecords(database, releases);
    seq = releases.at(-1)!.seq;
    done += releases.length;
    progress(done, total);
  }
}
