import { Database } from '../../../database/database.ts';

/** Where a notice stood that this run has taken already. */
export interface Seen {
  /** Of the notice as it came; empty outside a dry run, where the database compares. */
  hash: string;
  file: string;
  row: string;
}

/**
 * What one run has taken, so that a duplicate can be told with the place of the first. Kept in a temporary
 * database that SQLite spills to disk: memory stays flat whatever the size of the files.
 */
export class SeenNotices {
  readonly #database = new Database('');

  constructor() {
    this.#database.handle.exec(
      'PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE TABLE seen (id TEXT PRIMARY KEY, hash TEXT NOT NULL, file TEXT NOT NULL, line TEXT NOT NULL) STRICT, WITHOUT ROWID',
    );
  }

  /** Additions of a batch together: each alone would end a transaction of its own. */
  together(work: () => void): void {
    this.#database.transaction(work);
  }

  find(id: string): Seen | undefined {
    return this.#database.get('SELECT hash, file, line AS "row" FROM seen WHERE id = ?', id);
  }

  /** The first one stays. */
  add(id: string, seen: Seen): void {
    this.#database.run(
      'INSERT OR IGNORE INTO seen (id, hash, file, line) VALUES (?, ?, ?, ?)',
      id,
      seen.hash,
      seen.file,
      seen.row,
    );
  }

  close(): void {
    this.#database.close();
  }
}
