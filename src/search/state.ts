import type { Database } from '../database/database.ts';
import { findJob } from '../jobs/storage.ts';
import { countBehind, findFollower, FOLLOWER } from './meilisearch/storage.ts';
import type { Finding } from './meilisearch/trouble.ts';
import { EMPTIED } from './storage.ts';

/** How the search engines stand: for the administrator. Times are UTC ms. */
export interface EnginesState {
  /** Rows of the embedded index. */
  rows: number;
  /** Null when there is no Meilisearch server, or nothing was sent to it yet. */
  follower: {
    behind: number;
    isBuilt: boolean;
    /** What was found wrong with its index; the embedded engine answers until it is built anew. */
    finding: Finding | null;
    builtAt: number | null;
    /** Why it was built anew. */
    builtFor: Finding | null;
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
      behind: follower && follower.finding === null ? countBehind(database, follower) : rows,
      isBuilt: follower !== undefined,
      finding: follower?.finding ?? null,
      builtAt: follower?.builtAt || null,
      builtFor: follower?.builtFor ?? null,
      succeededAt: follower?.succeededAt ?? null,
      failedAt: job?.failedAt ?? null,
      failure: job?.failure ?? null,
    },
  };
}
