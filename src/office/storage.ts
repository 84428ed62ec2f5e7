import type { Database } from '../database/database.ts';
import type { Attachment } from '../registers/notice.ts';

/**
 * What somebody sent whose session had ended: kept half an hour under a token in the address, so that after signing in
 * they land on the filled form. At most so many, the oldest go first: a stranger can fill them, not the disk.
 */
const KEPT_FOR = 30 * 60_000;
const MOST = 200;
/** Of all that is kept, in characters. */
const MOST_TEXT = 20_000_000;

export function keepPost(database: Database, token: string, path: string, body: string, now: number): void {
  database.run('DELETE FROM kept_posts WHERE at < ?', now - KEPT_FOR);
  database.run('INSERT INTO kept_posts (token, path, body, at) VALUES (?, ?, ?, ?)', token, path, body, now);
  database.run(
    'DELETE FROM kept_posts WHERE token NOT IN (SELECT token FROM kept_posts ORDER BY at DESC LIMIT ?)',
    MOST,
  );
  database.run(
    `DELETE FROM kept_posts WHERE token NOT IN (
       SELECT token FROM (SELECT token, sum(length(body)) OVER (ORDER BY at DESC, token) AS total FROM kept_posts) WHERE total <= ?)`,
    MOST_TEXT,
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

/** Whether a unit's system handed this draft in. */
export function isPosted(database: Database, unit: string, draft: string): boolean {
  return database.get('SELECT 1 FROM posts WHERE unit = ? AND draft = ?', unit, draft) !== undefined;
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

/** As long as files that nobody names are kept. */
const UPLOAD_FOR = 24 * 3_600_000;

export function insertUpload(
  database: Database,
  { id, unit, name, type, size, sha256 }: { id: string; unit: string; sha256: string } & Attachment,
  now: number,
): void {
  database.run('DELETE FROM uploads WHERE at < ?', now - UPLOAD_FOR);
  database.run(
    'INSERT INTO uploads (id, unit, name, type, size, sha256, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    unit,
    name,
    type!,
    size!,
    sha256,
    now,
  );
}

/** A file that a system of this unit handed up, while it is kept. */
export function findUpload(
  database: Database,
  unit: string,
  id: string,
  now: number,
): (Attachment & { sha256: string }) | undefined {
  return database.get(
    'SELECT name, type, size, sha256 FROM uploads WHERE id = ? AND unit = ? AND at >= ?',
    id,
    unit,
    now - UPLOAD_FOR,
  );
}
