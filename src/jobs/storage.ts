import type { Database } from '../database/database.ts';

// ── Followers ─────────────────────────────────────────────────────────────────

/** How far somebody who follows a growing sequence (releases, search rows) has come: what is after has still to be taken. */
export interface Follower<State> {
  seq: number;
  state: State;
  /** UTC ms. */
  movedAt: number;
}

export function findFollower<State>(database: Database, name: string): Follower<State> | undefined {
  const row = database.get<{ seq: number; state: string; movedAt: number }>(
    'SELECT seq, state, moved_at AS movedAt FROM followers WHERE name = ?',
    name,
  );
  return row && { ...row, state: JSON.parse(row.state) as State };
}

/** Confirms everything up to `seq`. In the transaction of what was done with it, where that is in this database. */
export function moveFollower(database: Database, name: string, seq: number, state: unknown, now: number): void {
  database.run(
    'INSERT INTO followers (name, seq, state, moved_at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq, state = excluded.state, moved_at = excluded.moved_at',
    name,
    seq,
    JSON.stringify(state),
    now,
  );
}

/** It begins from the beginning. */
export function forgetFollower(database: Database, name: string): void {
  database.run('DELETE FROM followers WHERE name = ?', name);
}

// ── Jobs ──────────────────────────────────────────────────────────────────────

/** A job as the administrator sees it. Times are UTC ms. */
export interface JobState {
  name: string;
  dueAt: number;
  /** When it last did something. */
  ranAt: number | null;
  failedAt: number | null;
  /** Null when the last run went well. */
  failure: string | null;
  /** Failures in a row. */
  attempts: number;
}

const JOB = 'name, due_at AS dueAt, ran_at AS ranAt, failed_at AS failedAt, failure, attempts';

export function findJobs(database: Database): JobState[] {
  return database.all(`SELECT ${JOB} FROM jobs ORDER BY name`);
}

export function findJob(database: Database, name: string): JobState | undefined {
  return database.get(`SELECT ${JOB} FROM jobs WHERE name = ?`, name);
}

/** Takes or keeps the job for this process, unless another holds it; whether it is ours now. */
export function leaseJob(database: Database, name: string, holder: string, until: number, now: number): boolean {
  const taken = database.get<{ name: string }>(
    `INSERT INTO jobs (name, due_at, holder, leased_until) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET holder = excluded.holder, leased_until = excluded.leased_until
     WHERE jobs.holder IS NULL OR jobs.holder = excluded.holder OR jobs.leased_until <= ?
     RETURNING name`,
    name,
    now,
    holder,
    until,
    now,
  );
  return taken !== undefined;
}

export function saveRun(database: Database, name: string, dueAt: number, now: number): void {
  database.run('UPDATE jobs SET ran_at = ?, due_at = ?, failure = NULL, attempts = 0 WHERE name = ?', now, dueAt, name);
}

export function saveFailure(database: Database, name: string, failure: string, dueAt: number, now: number): void {
  database.run(
    'UPDATE jobs SET failed_at = ?, failure = ?, due_at = ?, attempts = attempts + 1 WHERE name = ?',
    now,
    failure,
    dueAt,
    name,
  );
}

/** Another process need not wait for the leases to run out. */
export function releaseJobs(database: Database, holder: string): void {
  database.run('UPDATE jobs SET holder = NULL, leased_until = NULL WHERE holder = ?', holder);
}
