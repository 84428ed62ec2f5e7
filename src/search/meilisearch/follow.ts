import { randomUUID } from 'node:crypto';
import type { EnqueuedTaskPromise } from 'meilisearch';
import type { Database } from '../../database/database.ts';
import type { Job } from '../../jobs/jobs.ts';
import type { TextOf } from '../embedded-engine.ts';
import { batchesOf } from './batches.ts';
import type { Server } from './client.ts';
import { nextIndex, reportedHash, SETTINGS, SETTINGS_HASH, type Builder } from './index-settings.ts';
import { look } from './look.ts';
import { markDocument, type Mark } from './mark.ts';
import {
  countRows,
  findFollower,
  FOLLOWER,
  newestChange,
  rowsAfter,
  rowsChangedAfter,
  saveFinding,
  saveFollower,
  type Follower,
  type IndexedRow,
} from './storage.ts';
import { hasCode, IndexTrouble, named, readTrouble, type Finding } from './trouble.ts';

/** Rows that are read from the database at once. */
const ROWS = 1_000;
/** An index that another takes, or whose settings another changes, is taken back once in so long, ms: no tug of war. */
const PEACE = 600_000;

/**
 * Brings the server's index up to what the database says: one step, at most one batch. True when there may be more.
 *
 * The rows of the embedded index are the outbox: every publication writes one with a growing `change` in its own
 * transaction. A batch is confirmed only when its task has succeeded, so a server that dies loses nothing, and what is
 * sent twice replaces itself. An index that is not as it was left (`look`), was built with other settings, or is older
 * than the last emptying of ours, is built beside the one that is asked and put in its place in one go.
 *
 * Rejects when the server fails; where it stood is kept.
 */
export async function followStep(database: Database, server: Server, textOf: TextOf, now: number): Promise<boolean> {
  return named(async () => {
    const follower = findFollower(database);
    const finding = await look(database, server, follower);
    // Somebody built it anew while we looked.
    if (findFollower(database)?.epoch !== follower?.epoch) return true;
    const isStale = follower?.settings !== SETTINGS_HASH || follower.emptied !== newestChange(database).emptied;
    // What was emptied here makes the index an older one by our own hand: nobody is fought.
    const found = isStale && finding === 'older' ? null : finding;
    if (follower) saveFinding(database, follower, finding);
    if (found) refuseTugOfWar(server, follower, found, now);
    if (!follower || finding || isStale) {
      await buildAnew(database, server, textOf, { now, by: 'portal', why: follower ? found : null });
      return true;
    }
    return sendNext(database, server, textOf, follower, now);
  });
}

/** What is another's is not taken by who comes new, and not fought for. */
function refuseTugOfWar({ index }: Server, follower: Follower | undefined, finding: Finding, now: number): void {
  const isLate = follower !== undefined && now - follower.builtAt >= PEACE;
  // A copy of this database, run beside it, bears the same name.
  const isCopy = finding === 'older' && follower?.builtFor === 'older';
  if ((finding === 'foreign' || isCopy) && !isLate) throw new IndexTrouble('taken', index);
  if (finding === 'settings' && !isLate && follower?.builtFor === 'settings')
    throw new IndexTrouble('resisting', index);
}

async function sendNext(
  database: Database,
  { client, index }: Server,
  textOf: TextOf,
  follower: Follower,
  now: number,
): Promise<boolean> {
  const rows = rowsChangedAfter(database, follower, ROWS);
  const [batch] = batchesOf(rows, textOf);
  if (!batch) return false;
  const { change, id: row } = batch.last;
  await send({ client, index }, batch.lines, { ...follower, change, row });
  const documents = await countDocuments({ client, index });
  const here = countRows(database);
  const isAll = rows.length < ROWS && row === rows.at(-1)!.id;
  const isWhole =
    isAll && here.change === change
      ? documents === here.rows + 1
      : documents >= follower.documents && documents <= follower.documents + batch.lines.length;
  // Some are gone, nobody knows which: the number that no index has lets the next look find it.
  const kept = isWhole ? { documents } : { documents: -1, finding: 'half' as const };
  saveFollower(database, { ...follower, change, row, ...kept }, now);
  return !isAll || !isWhole;
}

export interface Building {
  now: number;
  by: Builder;
  why?: Finding | null;
  progress?: (sent: number) => void;
}

/** Builds the index from the first row to the last; the one that is asked stays until the new one is whole. */
export function buildAnew(database: Database, server: Server, textOf: TextOf, building: Building): Promise<void> {
  return named(() => build(database, server, textOf, building));
}

async function build(
  database: Database,
  { client, index }: Server,
  textOf: TextOf,
  { now, by, why = null, progress = () => {} }: Building,
): Promise<void> {
  const next = nextIndex(index, by);
  const beside = { client, index: next };
  const owner = findFollower(database)?.owner || randomUUID();
  const epoch = randomUUID();
  // What is written from here on comes after the cursor, whether or not the walk below meets it as well.
  const start = newestChange(database);
  if (await hasIndex(beside)) await succeed(client.deleteIndex(next));
  await succeed(client.createIndex(next, { primaryKey: 'id' }));
  await succeed(client.index(next).updateSettings(SETTINGS));
  let sent = 0;
  for (const { lines } of batchesOf(everyRow(database), textOf)) {
    await send(beside, lines, null);
    progress((sent += lines.length));
  }
  await send(beside, [], { owner, epoch, ...start });
  const documents = await countDocuments(beside);
  if (documents !== sent + 1) throw new IndexTrouble('task-failed', `${documents - 1} / ${sent}`);
  const reported = reportedHash(await client.index(next).getSettings());
  if (!(await hasIndex({ client, index }))) await succeed(client.createIndex(index, { primaryKey: 'id' }));
  await succeed(client.swapIndexes([{ indexes: [index, next], rename: false }]));
  const built = { owner, epoch, documents, reported, builtAt: now, builtFor: why, finding: null };
  saveFollower(database, { ...start, settings: SETTINGS_HASH, ...built }, now);
  await succeed(client.deleteIndex(next));
}

function* everyRow(database: Database): Generator<IndexedRow> {
  for (let rows = rowsAfter(database, 0, ROWS); rows.length > 0; rows = rowsAfter(database, rows.at(-1)!.id, ROWS))
    yield* rows;
}

/** Keeps the server's index up to what the database says. */
export function followingJob(database: Database, server: Server, textOf: TextOf): Job {
  return {
    name: FOLLOWER,
    every: 1_000,
    run: async (now) => ((await followStep(database, server, textOf, now)) ? 'more' : false),
  };
}

async function hasIndex({ client, index }: Server): Promise<boolean> {
  try {
    await client.getRawIndex(index);
    return true;
  } catch (error) {
    if (hasCode(error, 'index_not_found')) return false;
    throw error;
  }
}

async function countDocuments({ client, index }: Server): Promise<number> {
  return (await client.index(index).getStats()).numberOfDocuments;
}

/** The documents, and with the last of them the mark that speaks of them. What the server finds too much goes in halves. */
async function send(server: Server, lines: readonly string[], mark: Mark | null): Promise<void> {
  const { client, index } = server;
  const all = mark ? [...lines, JSON.stringify(markDocument(mark))] : lines;
  try {
    await succeed(client.index(index).addDocumentsFromString(all.join('\n'), 'application/x-ndjson'));
  } catch (error) {
    const isTooMuch = error instanceof Error && readTrouble(error.message)?.obstacle === 'too-large';
    if (!isTooMuch || lines.length < 2) throw error;
    const half = Math.ceil(lines.length / 2);
    await send(server, lines.slice(0, half), null);
    await send(server, lines.slice(half), mark);
  }
}

/** A task that failed does not throw by itself. */
async function succeed(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error } = await named(() => task.waitTask());
  if (status !== 'succeeded')
    throw new IndexTrouble('task-failed', `task ${status}${error ? `: ${error.code}: ${error.message}` : ''}`);
}
