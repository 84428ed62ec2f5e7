import type { Database } from '../../database/database.ts';
import { findFollower as cursorOf, moveFollower } from '../../jobs/storage.ts';
import { EMPTIED } from '../storage.ts';
import type { Finding } from './trouble.ts';

/** How far the second engine has followed the rows of the embedded index, and by what its own index is known again. */
export interface Follower {
  change: number;
  row: number;
  emptied: number;
  settings: string;
  /** The settings as the server told them after the building. */
  reported: string;
  /** This portal, to whoever shares the server. */
  owner: string;
  /** The building: an index from another one is not the one we know. */
  epoch: string;
  /** How many the index holds, the mark among them. */
  documents: number;
  /** UTC ms. */
  builtAt: number;
  /** Why it was built anew; null when it was the first time, or the operator asked for it. */
  builtFor: Finding | null;
  /** What was found at the last look, until it is built anew: the embedded engine answers meanwhile. */
  finding: Finding | null;
  /** UTC ms. */
  succeededAt: number;
}

/** The name of the second engine among the followers, and of the job that moves it. */
export const FOLLOWER = 'meilisearch';

type State = Omit<Follower, 'change' | 'succeededAt'>;

/** What a follower kept before its index carried a mark says of it. */
const UNMARKED = { reported: '', owner: '', epoch: '', documents: 0, builtAt: 0, builtFor: null, finding: null };

export function findFollower(database: Database): Follower | undefined {
  const found = cursorOf<State>(database, FOLLOWER);
  return found && { ...UNMARKED, change: found.seq, ...found.state, succeededAt: found.movedAt };
}

/** Confirms everything up to a row; what is after it has still to be sent. */
export function saveFollower(database: Database, follower: Omit<Follower, 'succeededAt'>, now: number): void {
  const { row, emptied, settings, reported, owner, epoch, documents, builtAt, builtFor, finding } = follower;
  const state: State = { row, emptied, settings, reported, owner, epoch, documents, builtAt, builtFor, finding };
  moveFollower(database, FOLLOWER, follower.change, state, now);
}

/** Says what was found at the index, to every process; nothing was sent, so the last success stays what it was. */
export function saveFinding(database: Database, follower: Follower, finding: Finding | null): void {
  if (follower.finding !== finding) saveFollower(database, { ...follower, finding }, follower.succeededAt);
}

export interface IndexedRow {
  id: number;
  change: number;
  ocid: string;
  register: string;
  kind: string;
  region: string;
  unit: string;
  stage: string;
  deadline: number | null;
  quietOn: number | null;
  amount: number | null;
}

const ROW = 'id, change, ocid, register, kind, region, unit, stage, deadline, quiet_on AS quietOn, amount';

/** Rows written after one, in the order they were written. */
export function rowsChangedAfter(
  database: Database,
  { change, row }: Pick<Follower, 'change' | 'row'>,
  limit: number,
): IndexedRow[] {
  return database.all(
    `SELECT ${ROW} FROM search_rows WHERE (change, id) > (?, ?) AND id <> ? ORDER BY change, id LIMIT ?`,
    change,
    row,
    EMPTIED,
    limit,
  );
}

/** All rows, by id. */
export function rowsAfter(database: Database, id: number, limit: number): IndexedRow[] {
  return database.all(`SELECT ${ROW} FROM search_rows WHERE id > ? ORDER BY id LIMIT ?`, id, limit);
}

/** How many rows have still to be sent. */
export function countBehind(database: Database, { change, row }: Pick<Follower, 'change' | 'row'>): number {
  return database.get<{ n: number }>(
    'SELECT count(*) AS n FROM search_rows WHERE (change, id) > (?, ?) AND id <> ?',
    change,
    row,
    EMPTIED,
  )!.n;
}

/** The last row written, and when the index was last emptied. */
export function newestChange(database: Database): { change: number; row: number; emptied: number } {
  const last = database.get<{ change: number; row: number }>(
    'SELECT change, id AS row FROM search_rows WHERE id <> ? ORDER BY change DESC, id DESC LIMIT 1',
    EMPTIED,
  );
  const emptied = database.get<{ change: number }>('SELECT change FROM search_rows WHERE id = ?', EMPTIED)?.change ?? 0;
  return { change: last?.change ?? 0, row: last?.row ?? 0, emptied };
}

/** When a row was last written. */
export function changeOf(database: Database, id: number): number | undefined {
  return database.get<{ change: number }>('SELECT change FROM search_rows WHERE id = ?', id)?.change;
}

/** How many rows there are, and the last change among them: in one look, so that the one belongs to the other. */
export function countRows(database: Database): { rows: number; change: number } {
  return database.get<{ rows: number; change: number }>(
    'SELECT count(*) AS rows, ifnull(max(change), 0) AS change FROM search_rows WHERE id <> ?',
    EMPTIED,
  )!;
}

/** Keys of so many rows, from the oldest to the newest at equal steps. */
export function rowsThroughout(database: Database, most: number): number[] {
  return database
    .all<{ id: number }>(
      `SELECT id FROM (
         SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS amount FROM search_rows WHERE id <> ?
       ) WHERE n * ? / amount > (n - 1) * ? / amount OR n = 0 ORDER BY id`,
      EMPTIED,
      BigInt(most),
      BigInt(most),
    )
    .map(({ id }) => id);
}

/** Whether the second engine knows every row that is here: only then may it be asked. A few µs. */
export function isCaughtUp(database: Database): boolean {
  const follower = findFollower(database);
  const { change, row, emptied } = newestChange(database);
  return (
    follower !== undefined &&
    follower.finding === null &&
    follower.change === change &&
    follower.row >= row &&
    follower.emptied === emptied
  );
}
