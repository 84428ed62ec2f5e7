import type { Database } from '../../database/database.ts';
import { findFollower as cursorOf, forgetFollower as forgetCursor, moveFollower } from '../../jobs/storage.ts';
import { EMPTIED } from '../storage.ts';

/** How far the second engine has followed the rows of the embedded index. */
export interface Follower {
  change: number;
  row: number;
  emptied: number;
  settings: string;
  /** UTC ms. */
  succeededAt: number;
}

/** The name of the second engine among the followers, and of the job that moves it. */
export const FOLLOWER = 'meilisearch';

type State = Pick<Follower, 'row' | 'emptied' | 'settings'>;

export function findFollower(database: Database): Follower | undefined {
  const found = cursorOf<State>(database, FOLLOWER);
  return found && { change: found.seq, ...found.state, succeededAt: found.movedAt };
}

/** Confirms everything up to a row; what is after it has still to be sent. */
export function saveFollower(
  database: Database,
  { change, row, emptied, settings }: Pick<Follower, 'change'> & State,
  now: number,
): void {
  moveFollower(database, FOLLOWER, change, { row, emptied, settings } satisfies State, now);
}

/** Forgets how far it came: the next step builds its index anew. */
export function forgetFollower(database: Database): void {
  forgetCursor(database, FOLLOWER);
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
  amount: number | null;
}

const ROW = 'id, change, ocid, register, kind, region, unit, stage, deadline, amount';

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

/** Whether the second engine knows every row that is here: only then may it be asked. A few µs. */
export function isCaughtUp(database: Database): boolean {
  const follower = findFollower(database);
  const { change, row, emptied } = newestChange(database);
  return follower !== undefined && follower.change === change && follower.row >= row && follower.emptied === emptied;
}
