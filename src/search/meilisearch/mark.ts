import type { MultiSearchQuery } from 'meilisearch';
import type { Follower } from './storage.ts';

/**
 * Says in the index itself whose it is, from which building, and up to which row. It travels with the last rows it
 * speaks of, in one task, so that the index can never say more than it holds. No word finds it: none of its attributes
 * is searched.
 */
export interface Mark {
  owner: string;
  epoch: string;
  change: number;
  row: number;
}

/** No release has this key. */
const MARK_ID = 0;

export function markDocument({ owner, epoch, change, row }: Mark): Record<string, unknown> {
  return { id: MARK_ID, owner, epoch, change, row };
}

/** Asked with every question, it tells whether the answer is from the index we know. */
export function markQuery(index: string): MultiSearchQuery {
  return { indexUid: index, q: '', filter: [`id = ${MARK_ID}`], limit: 1 };
}

export function readMark(hits: readonly Record<string, unknown>[] | undefined): Mark | null {
  const { owner, epoch, change, row } = hits?.[0] ?? {};
  return typeof owner === 'string' && typeof epoch === 'string' && typeof change === 'number' && typeof row === 'number'
    ? { owner, epoch, change, row }
    : null;
}

/** Below 0 when `a` says less than `b`. */
export function compareMarks(a: Pick<Mark, 'change' | 'row'>, b: Pick<Mark, 'change' | 'row'>): number {
  return a.change - b.change || a.row - b.row;
}

/** Whether the index is ours and holds all that was confirmed; what is sent and not confirmed yet may be there as well. */
export function isOurs(mark: Mark | null, follower: Follower): boolean {
  return (
    mark !== null && mark.owner === follower.owner && mark.epoch === follower.epoch && compareMarks(mark, follower) >= 0
  );
}
