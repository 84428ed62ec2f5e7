import type { Database } from '../database/database.ts';

/**
 * What somebody sent whose session had ended: kept half an hour under a token in the address, so that after signing in
 * they land on the filled form. At most so many, the oldest go first: a stranger can fill them, not the disk.
 */
const KEPT_FOR = 30 * 60_000;
const MOST = 200;

export function keepPost(database: Database, token: string, path: string, body: string, now: number): void {
  database.run('DELETE FROM kept_posts WHERE at < ?', now - KEPT_FOR);
  database.run('INSERT INTO kept_posts (token, path, body, at) VALUES (?, ?, ?, ?)', token, path, body, now);
  database.run(
    'DELETE FROM kept_posts WHERE token NOT IN (SELECT token FROM kept_posts ORDER BY at DESC LIMIT ?)',
    MOST,
  );
}

/** The form as it was sent to this path; it can be asked for again until it is too old. */
export function findPost(database: Database, token: string, path: string, now: number): string | undefined {
  return database.get<{ body: string }>(
    'SELECT body FROM kept_posts WHERE token = ? AND path = ? AND at >= ?',
    token,
    path,
    now - KEPT_FOR,
  )?.body;
}

/** The draft a unit's system made under this key, and of what. */
export function findPosted(database: Database, unit: string, key: string): { hash: string; draft: string } | undefined {
  return database.get('SELECT hash, draft FROM posts WHERE unit = ? AND key = ?', unit, key);
}

export function savePosted(
  database: Database,
  unit: string,
  key: string,
  hash: string,
  draft: string,
  now: number,
): void {
  database.run('INSERT INTO posts (unit, key, hash, draft, at) VALUES (?, ?, ?, ?, ?)', unit, key, hash, draft, now);
}
