import type { Database } from '../../database/database.ts';

export interface StoredSession {
  id: string;
  officer: string;
  startedAt: number;
  seenAt: number;
  /** The last second factor. Null: only the password so far. */
  confirmedAt: number | null;
  address: string;
  agent: string;
}

const SESSION = 'id, officer, started_at AS startedAt, seen_at AS seenAt, confirmed_at AS confirmedAt, address, agent';

export function findStoredSession(database: Database, tokenHash: string): StoredSession | undefined {
  return database.get(`SELECT ${SESSION} FROM sessions WHERE token_hash = ?`, tokenHash);
}

/** Newest first. */
export function findSessions(database: Database, officer: string): StoredSession[] {
  return database.all(`SELECT ${SESSION} FROM sessions WHERE officer = ? ORDER BY started_at DESC, id`, officer);
}

export function insertSession(database: Database, tokenHash: string, session: StoredSession): void {
  const { id, officer, startedAt, seenAt, confirmedAt, address, agent } = session;
  database.run(
    'INSERT INTO sessions (id, token_hash, officer, started_at, seen_at, confirmed_at, address, agent) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    tokenHash,
    officer,
    startedAt,
    seenAt,
    confirmedAt,
    address,
    agent,
  );
}

export function saveSeen(database: Database, id: string, now: number): void {
  database.run('UPDATE sessions SET seen_at = ? WHERE id = ?', now, id);
}

export function saveConfirmed(database: Database, id: string, now: number): void {
  database.run('UPDATE sessions SET confirmed_at = ? WHERE id = ?', now, id);
}

/** 1 when there was one. */
export function deleteSession(database: Database, id: string): number {
  return database.run('DELETE FROM sessions WHERE id = ?', id);
}

/** All of an officer's, but for one. */
export function deleteSessions(database: Database, officer: string, except: string = ''): number {
  return database.run('DELETE FROM sessions WHERE officer = ? AND id <> ?', officer, except);
}

/** Of everybody. */
export function deleteExpiredSessions(database: Database, startedBefore: number, seenBefore: number): void {
  database.run('DELETE FROM sessions WHERE started_at < ? OR seen_at < ?', startedBefore, seenBefore);
}

export function isKnownDevice(database: Database, tokenHash: string, officer: string, now: number): boolean {
  return (
    database.get(
      'SELECT 1 FROM known_devices WHERE token_hash = ? AND officer = ? AND expires_at > ?',
      tokenHash,
      officer,
      now,
    ) !== undefined
  );
}

export function saveKnownDevice(
  database: Database,
  tokenHash: string,
  officer: string,
  expiresAt: number,
  now: number,
): void {
  database.run('DELETE FROM known_devices WHERE expires_at <= ?', now);
  database.run(
    'INSERT INTO known_devices (token_hash, officer, expires_at) VALUES (?, ?, ?)',
    tokenHash,
    officer,
    expiresAt,
  );
}

export function deleteKnownDevices(database: Database, officer: string): void {
  database.run('DELETE FROM known_devices WHERE officer = ?', officer);
}

export interface Failures {
  n: number;
  /** Of the newest; 0 when there is none. */
  last: number;
}

export function failuresOfPair(database: Database, account: string, origin: string, since: number): Failures {
  return database.get(
    'SELECT count(*) AS n, coalesce(max(at), 0) AS last FROM failures WHERE account = ? AND origin = ? AND at > ?',
    account,
    origin,
    since,
  )!;
}

export function failuresOfOrigin(database: Database, origin: string, since: number): Failures {
  return database.get(
    'SELECT count(*) AS n, coalesce(max(at), 0) AS last FROM failures WHERE origin = ? AND at > ?',
    origin,
    since,
  )!;
}

/** Of strangers: those of known devices are not counted against the account. */
export function failuresOfAccount(database: Database, account: string, since: number): Failures {
  return database.get(
    "SELECT count(*) AS n, coalesce(max(at), 0) AS last FROM failures WHERE account = ? AND origin NOT LIKE 'device:%' AND at > ?",
    account,
    since,
  )!;
}

export function insertFailure(
  database: Database,
  account: string,
  origin: string,
  now: number,
  forget: number,
): number {
  database.run('DELETE FROM failures WHERE at <= ?', forget);
  return database.get<{ id: number }>(
    'INSERT INTO failures (at, account, origin) VALUES (?, ?, ?) RETURNING id',
    now,
    account,
    origin,
  )!.id;
}

export function deleteFailure(database: Database, id: number): void {
  database.run('DELETE FROM failures WHERE id = ?', id);
}

export function deleteFailures(database: Database, account: string, origin: string): void {
  database.run('DELETE FROM failures WHERE account = ? AND origin = ?', account, origin);
}
