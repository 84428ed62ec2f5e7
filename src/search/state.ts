import type { Database } from '../database/database.ts';
import { countBehind, findFollower } from './meilisearch/storage.ts';
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
  if (!follower) return { rows, follower: null };
  const { succeededAt, failedAt, failure, settings } = follower;
  return {
    rows,
    follower: { behind: countBehind(database, follower), isBuilt: settings !== '', succeededAt, failedAt, failure },
  };
}
