import type { Actor } from '../../accounts/permissions.ts';
import type { Database } from '../../database/database.ts';
import type { Draft } from '../../notices/drafts/draft.ts';
import { findDrafts, findTables } from '../../notices/drafts/storage.ts';
import { dayOf } from '../../values/date.ts';
import { stepsFor } from '../desk-acts.ts';
import { isPosted } from '../storage.ts';

export type BatchAct = 'approve' | 'publish';

/** Notices that came at once, of a table or of a unit's system, and wait for the same act of this officer. */
export interface Batch {
  id: string;
  act: BatchAct;
  from: 'table' | 'system';
  author: string;
  /** When the table was handed in; of a system, the first of the day. */
  at: number;
  drafts: Draft[];
}

const MOST = 500;

/**
 * Rows of one table were begun and handed in in one moment by one officer, which nobody does by hand; what a system posts on a
 * day is one batch. What this officer wrote in is in none. One that is left over of many stays where it was.
 */
export function batchesFor(database: Database, actor: Actor, now: number): Batch[] {
  if (actor.unit === null) return [];
  const drafts = findDrafts(database, {
    unit: actor.unit,
    registers: actor.registers,
    states: ['submitted', 'approved'],
    notBy: actor.id,
    limit: MOST,
  });
  const tables = new Set(findTables(database, actor.unit).map(({ author, at }) => `${author} ${at}`));
  const batches = new Map<string, Batch>();
  for (const draft of drafts) {
    const isPostedOne = isPosted(database, draft.unit, draft.id);
    if (draft.submittedAt !== draft.startedAt) continue;
    if (!isPostedOne && !tables.has(`${draft.author} ${draft.startedAt}`)) continue;
    const act: BatchAct = draft.state === 'submitted' ? 'approve' : 'publish';
    const steps = stepsFor(database, actor, draft, now);
    if (!steps.has(act === 'approve' ? 'draft.approve' : 'notice.publish')) continue;
    const from = isPostedOne ? 'system' : 'table';
    const when = from === 'table' ? draft.startedAt : dayOf(draft.startedAt);
    const id = `${act}-${from}-${draft.author}-${when}`;
    const batch = batches.get(id) ?? { id, act, from, author: draft.author, at: draft.startedAt, drafts: [] };
    batches.set(id, { ...batch, at: Math.min(batch.at, draft.startedAt), drafts: [...batch.drafts, draft] });
  }
  return [...batches.values()]
    .map((batch) => ({
      ...batch,
      drafts: batch.drafts.toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1)),
    }))
    .sort((a, b) => a.at - b.at);
}
