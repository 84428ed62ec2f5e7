import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { flush } from './durable.ts';

/**
 * One connection to the SQLite file. Knows no table.
 *
 * Writers open with `synchronous=FULL`: with NORMAL a power cut loses acknowledged publications.
 * `secure_delete`: what is deleted or written over is gone from the file, or a redacted name would be found in it.
 * Readers keep little themselves: several processes with several connections each read one file, and the system keeps
 * it in memory once for all of them; a mapping would count in full for each.
 * Never `await` inside a transaction: another act on this connection would join it and be rolled back with it.
 */
export class Database {
  readonly handle: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #lists = new Map<string, StatementSync>();
  /** Done when the transaction under way has been committed, each once. */
  #afterwards = new Set<() => void>();

  /** `patience`: how long it stands still for a lock that another holds, ms. */
  constructor(path: string, options: { readOnly?: boolean; patience?: number } = {}) {
    this.handle = new DatabaseSync(path, { readOnly: options.readOnly ?? false, timeout: options.patience ?? 5000 });
    if (options.readOnly) {
      this.handle.exec('PRAGMA query_only=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-2048');
    } else {
      this.handle.exec(
        'PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384; PRAGMA journal_size_limit=67108864',
      );
    }
  }

  all<T>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.#prepare(sql).all(...values) as T[];
  }

  get<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.#prepare(sql).get(...values) as T | undefined;
  }

  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...values).changes);
  }

  /** Rows as arrays, one at a time: for streams too large to hold. Do not nest the same SQL. */
  rows<T extends unknown[]>(sql: string, ...values: SQLInputValue[]): IterableIterator<T> {
    let statement = this.#lists.get(sql);
    if (!statement) {
      statement = this.handle.prepare(sql);
      statement.setReturnArrays(true);
      this.#lists.set(sql, statement);
    }
    return statement.iterate(...values) as unknown as IterableIterator<T>;
  }

  /** All or nothing. The work must be synchronous. Inside another transaction it is a part of that one. */
  transaction<T>(work: () => T): T {
    if (this.handle.isTransaction) return this.#part(work);
    this.handle.exec('BEGIN IMMEDIATE');
    let value: T;
    try {
      value = work();
      this.handle.exec('COMMIT');
    } catch (error) {
      this.#afterwards.clear();
      if (this.handle.isTransaction) this.handle.exec('ROLLBACK');
      throw error;
    }
    this.#finish();
    return value;
  }

  /**
   * Work for the moment when the transaction under way stands on the disk; the same function is done once. Forgotten when
   * the transaction is taken back; of a part that is taken back it is done nevertheless. Must not throw: the act is done.
   */
  afterCommit(work: () => void): void {
    if (this.handle.isTransaction) this.#afterwards.add(work);
    else work();
  }

  /** Reads that see one state of the database, and lock it once. The work must be synchronous, and only read. */
  snapshot<T>(work: () => T): T {
    if (this.handle.isTransaction) return work();
    this.handle.exec('BEGIN');
    try {
      return work();
    } finally {
      this.handle.exec('COMMIT');
    }
  }

  /** The same for work that waits in between: the connection must be its own, or others' reads would join it. */
  async snapshotDuring<T>(work: () => Promise<T>): Promise<T> {
    this.handle.exec('BEGIN');
    try {
      return await work();
    } finally {
      this.handle.exec('COMMIT');
    }
  }

  #finish(): void {
    const due = this.#afterwards;
    this.#afterwards = new Set();
    for (const work of due) work();
  }

  /** What fails inside is taken back, and the transaction around it may go on. */
  #part<T>(work: () => T): T {
    this.handle.exec('SAVEPOINT part');
    try {
      const value = work();
      this.handle.exec('RELEASE part');
      return value;
    } catch (error) {
      if (this.handle.isTransaction) this.handle.exec('ROLLBACK TO part; RELEASE part');
      throw error;
    }
  }

  /**
   * For as long as very much is written or read at once: the file is mapped into memory, 128 MB of pages are kept beside
   * it, and the log is emptied every 64 MB instead of at each commit. Commits are as safe as before.
   */
  expectMany(many: boolean): void {
    this.handle.exec(
      many
        ? 'PRAGMA mmap_size=2147418112; PRAGMA cache_size=-131072; PRAGMA wal_autocheckpoint=8000'
        : 'PRAGMA mmap_size=0; PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=1000',
    );
  }

  /**
   * Writes the database as it stands now, whole and in one piece, to a file that is not there yet; others write meanwhile.
   * What fails leaves no file: SQLite itself would leave a part of one.
   */
  copyInto(path: string): void {
    if (existsSync(path)) throw new Error(`${path} is there already`);
    const { query_only: isQueryOnly } = this.handle.prepare('PRAGMA query_only').get()!;
    try {
      // It would forbid this as well; a connection that was opened read-only stays so.
      this.handle.exec('PRAGMA query_only=OFF');
      this.handle.prepare('VACUUM INTO ?').run(path);
      flush(path);
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    } finally {
      if (isQueryOnly) this.handle.exec('PRAGMA query_only=ON');
    }
  }

  /**
   * What SQLite finds wrong with its own file, in its words; [] for nothing. `quick` leaves out whether each index agrees
   * with its table.
   */
  damage(thoroughness: 'quick' | 'full'): string[] {
    try {
      const rows = this.handle
        .prepare(thoroughness === 'quick' ? 'PRAGMA quick_check(20)' : 'PRAGMA integrity_check(20)')
        .all();
      return rows.map((row) => String(Object.values(row)[0])).filter((line) => line !== 'ok');
    } catch (error) {
      return [(error as Error).message];
    }
  }

  /**
   * Everything stands in the file itself, for as long as nobody writes: it may be copied. False when somebody who reads an
   * older state was not done within the patience of this connection: then something is left in the log.
   */
  emptyLog(): boolean {
    return this.handle.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()!['busy'] === 0;
  }

  /** Changes whenever any connection, in this process or another, has committed. About 3 µs. */
  version(): string {
    const own = this.get<{ n: number }>('SELECT total_changes() AS n');
    return `${this.othersVersion()}.${own!.n}`;
  }

  /** Changes whenever another connection has committed: for one that only reads, all there is. */
  othersVersion(): number {
    return this.get<{ data_version: number }>('PRAGMA data_version')!.data_version;
  }

  close(): void {
    this.#statements.clear();
    this.#lists.clear();
    this.handle.close();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.handle.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
