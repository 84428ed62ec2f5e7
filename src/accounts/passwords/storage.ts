import type { Database } from '../../database/database.ts';

export interface StoredPassword {
  id: number;
  hash: string;
  setAt: number;
}

/** Newest first: the first is the one that counts. */
export function findPasswords(database: Database, officer: string): StoredPassword[] {
  return database.all('SELECT id, hash, set_at AS setAt FROM passwords WHERE officer = ? ORDER BY id DESC', officer);
}

/** The new one counts from now on; `keep` older ones stay, so that they are not taken again. */
export function insertPassword(database: Database, officer: string, hash: string, keep: number, now: number): void {
  database.run('INSERT INTO passwords (officer, hash, set_at) VALUES (?, ?, ?)', officer, hash, now);
  database.run(
    'DELETE FROM passwords WHERE officer = ? AND id NOT IN (SELECT id FROM passwords WHERE officer = ? ORDER BY id DESC LIMIT ?)',
    officer,
    officer,
    keep + 1,
  );
}

/** The same password, hashed with the costs of today. */
export function replaceHash(database: Database, id: number, hash: string): void {
  database.run('UPDATE passwords SET hash = ? WHERE id = ?', hash, id);
}
