import type { Database } from '../database/database.ts';
import { findJob } from '../jobs/storage.ts';
import { countBehind, findFollower, FOLLOWER } from './meilisearch/storage.ts';
import { EMPTIED } from './storage.ts';

/** How the search engines stand: for the administrator. Times are UTC ms. */
export interface EnginesState {
  /** Rows of the embedded index. */
  rows: number;
  /** Null when there is no Meilisearch server, or nothing was sent to it yet. */
  follower: {
    behind: number;
    isBuilt: boolean;
    succeededAt: number | null;
    failedAt: number | null;
    failure: string | null;
  } | null;
}

export function enginesState(database: Database): EnginesState {
  const rows = database.get<{ n: number }>('SELECT count(*) AS n FROM search_rows WHERE id <> ?', EMPTIED)!.n;
  const follower = findFollower(database);
  const job = findJob(database, FOLLOWER);
  if (!follower && !job) return { rows, follower: null };
  return {
    rows,
    follower: {
      behind: follower ? countBehind(database, follower) : rows,
      isBuilt: follower !== undefined,
      succeededAt: follower?.succeededAt ?? null,
      failedAt: job?.failedAt ?? null,
      failure: job?.failure ?? null,
    },
  };
}
