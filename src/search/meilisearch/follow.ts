import { MeilisearchApiError, type Meilisearch, type EnqueuedTaskPromise } from 'meilisearch';
import type { Database } from '../../database/database.ts';
import type { TextOf } from '../embedded-engine.ts';
import { indexedDocument } from './document.ts';
import { INDEX, NEXT, SETTINGS, SETTINGS_HASH } from './index-settings.ts';
import type { Job } from '../../jobs/jobs.ts';
import {
  findFollower,
  FOLLOWER,
  newestChange,
  rowsAfter,
  rowsChangedAfter,
  saveFollower,
  type IndexedRow,
} from './storage.ts';

/** As many documents go in one task: one is under way at a time, so the server is never handed more than it has taken. */
const BATCH = 1_000;

/**
 * Brings the server's index up to what the database says: one step, at most one batch. True when there may be more.
 *
 * The rows of the embedded index are the outbox: every publication writes one with a growing `change` in its own
 * transaction. A batch is confirmed only when its task has succeeded, so a server that dies loses nothing, and what is
 * sent twice replaces itself. An index that is missing, was built with other settings, or is older than the last
 * emptying of ours, is built beside the one that is asked and put in its place in one go.
 *
 * Rejects when the server fails; where it stood is kept.
 */
export async function followStep(
  database: Database,
  client: Meilisearch,
  textOf: TextOf,
  now: number,
): Promise<boolean> {
  const follower = findFollower(database);
  const isSound =
    follower &&
    follower.settings === SETTINGS_HASH &&
    follower.emptied === newestChange(database).emptied &&
    (await hasIndex(client, INDEX));
  if (!isSound) {
    await buildAnew(database, client, textOf, now, NEXT.portal);
    return true;
  }
  const rows = rowsChangedAfter(database, follower, BATCH);
  if (rows.length === 0) return false;
  await send(client, INDEX, rows, textOf);
  const last = rows.at(-1)!;
  saveFollower(database, { ...follower, change: last.change, row: last.id }, now);
  return rows.length === BATCH;
}

/** Builds the index from the first row to the last; the one that is asked stays until the new one is whole. */
export async function buildAnew(
  database: Database,
  client: Meilisearch,
  textOf: TextOf,
  now: number,
  next: string,
  progress: (sent: number) => void = () => {},
): Promise<void> {
  // What is written from here on comes after the cursor, whether or not the walk below meets it as well.
  const start = newestChange(database);
  if (await hasIndex(client, next)) await succeed(client.deleteIndex(next));
  await succeed(client.createIndex(next, { primaryKey: 'id' }));
  await succeed(client.index(next).updateSettings(SETTINGS));
  let sent = 0;
  for (let rows = rowsAfter(database, 0, BATCH); rows.length > 0; rows = rowsAfter(database, rows.at(-1)!.id, BATCH)) {
    await send(client, next, rows, textOf);
    progress((sent += rows.length));
  }
  if (!(await hasIndex(client, INDEX))) await succeed(client.createIndex(INDEX, { primaryKey: 'id' }));
  await succeed(client.swapIndexes([{ indexes: [INDEX, next], rename: false }]));
  await succeed(client.deleteIndex(next));
  saveFollower(database, { ...start, settings: SETTINGS_HASH }, now);
}

/** Keeps the server's index up to what the database says. */
export function followingJob(database: Database, client: Meilisearch, textOf: TextOf): Job {
  return {
    name: FOLLOWER,
    every: 1_000,
    run: async (now) => ((await followStep(database, client, textOf, now)) ? 'more' : false),
  };
}

async function hasIndex(client: Meilisearch, uid: string): Promise<boolean> {
  try {
    await client.getRawIndex(uid);
    return true;
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return false;
    throw error;
  }
}

async function send(client: Meilisearch, index: string, rows: readonly IndexedRow[], textOf: TextOf): Promise<void> {
  const texts = textOf(rows.map(({ id }) => id));
  const documents = rows.flatMap((row) => {
    const text = texts.get(row.id);
    return text ? [indexedDocument(row, text)] : [];
  });
  if (documents.length > 0) await succeed(client.index(index).addDocuments(documents));
}

/** A task that failed does not throw by itself. */
async function succeed(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error } = await task.waitTask();
  if (status !== 'succeeded')
    throw new Error(`Meilisearch: task ${status}${error ? `: ${error.code}: ${error.message}` : ''}`);
}
