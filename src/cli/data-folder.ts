import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../database/database.ts';
import { migrate, migrations, schemaVersion } from '../database/migrate.ts';
import { dropBallast } from '../database/space.ts';
import { findBehind, keepMark, markPaths, readMark, writeMark, type Behind } from '../notices/mark/mark.ts';
import { spellNames } from '../parties/directory/storage.ts';
import { logFailure } from '../views/error-log.ts';
import { DATABASE_FILE } from '../views/portal.ts';
import { done, refuse, type Refusal, type Result } from '../values/result.ts';
import type { Settings } from '../values/settings.ts';

/** The database of a data folder, open for writing and up to date. */
export interface DataFolder {
  database: Database;
  path: string;
  /** Migrations applied just now; all of them when the database is new. */
  applied: string[];
  isNew: boolean;
  /** Why nothing may be published into it: it lacks what its mark knows, or is damaged. */
  held: Refusal | null;
}

export interface Opening {
  /**
   * What becomes of a database into which nothing may be published: it is refused; or opened as it stands, to be read
   * only, which an old schema prevents; or opened and brought up to date, to be examined.
   */
  whenHeld?: 'refuse' | 'read' | 'examine';
  /** Reads the whole file first, about a second for each GB. */
  isChecked?: boolean;
}

/**
 * Makes folder and database where there are none. Refusals: `data-unwritable`, `newer-schema`, `database-gone`,
 * `behind-mark`, `beside-mark`, `mark-unreadable`, `file-damaged`.
 */
export function openDataFolder(
  { data, mark }: Pick<Settings, 'data' | 'mark'>,
  { whenHeld = 'refuse', isChecked = false }: Opening = {},
): Result<DataFolder> {
  const path = join(data, DATABASE_FILE);
  const marks = markPaths(data, mark);
  try {
    // Not the folders above it: a mistyped path is to be refused, not made.
    if (!existsSync(data)) mkdirSync(data, { mode: 0o700 });
    tighten(data, path);
    dropBallast(data);
    const orphan = existsSync(path) ? undefined : marks.find((one) => (readMark(one)?.seq ?? 0) > 0);
    if (orphan !== undefined) return refuse({ code: 'database-gone', path, found: orphan });
    const database = new Database(path);
    const version = schemaVersion(database);
    const newest = migrations().at(-1)!.version;
    const closed = (refusal: Refusal) => {
      database.close();
      return refuse(refusal);
    };
    // An older program must not write into what it does not understand.
    if (version > newest)
      return closed({ code: 'newer-schema', path, found: String(version), expected: String(newest) });
    const isNew = version === 0;
    const held = isNew ? null : heldBy(database, path, marks, isChecked);
    if (held && (whenHeld === 'refuse' || (whenHeld === 'read' && version < newest))) return closed(held);
    if (!held && !isNew && version < newest) keepCopy(database, data, newest);
    const applied = held && whenHeld === 'read' ? [] : migrate(database);
    // Pinyin is beyond SQL: what was kept before names were spelt is spelt once.
    if (applied.length > 0) database.transaction(() => spellNames(database));
    if (!held) beginMarking(database, marks, mark);
    return done({ database, path, applied, isNew, held });
  } catch (error) {
    return refuse({ code: 'data-unwritable', path: data, found: (error as Error).message });
  }
}

/** The database as it was before this program changed its schema: an upgrade that goes wrong can be taken back. */
function keepCopy(database: Database, data: string, newest: number): void {
  const path = join(data, `before-${String(newest).padStart(4, '0')}.sqlite`);
  rmSync(path, { force: true });
  database.copyInto(path);
  const copies = readdirSync(data)
    .filter((name) => /^before-\d{4}\.sqlite$/.test(name))
    .sort();
  for (const old of copies.slice(0, -COPIES)) rmSync(join(data, old), { force: true });
}

/** Of the last upgrades. */
const COPIES = 2;

/** What an earlier version, or a copy, left open to others is closed; what somebody else owns is theirs to close. */
function tighten(data: string, path: string): void {
  for (const [one, mode] of [
    [data, 0o700],
    [path, 0o600],
    [`${path}-wal`, 0o600],
    [`${path}-shm`, 0o600],
  ] as const) {
    const found = statSync(one, { throwIfNoEntry: false });
    if (found && found.uid === process.getuid?.() && (found.mode & 0o077) !== 0) chmodSync(one, mode);
  }
}

function heldBy(database: Database, path: string, marks: readonly string[], isChecked: boolean): Refusal | null {
  const [damage] = isChecked ? database.damage('quick') : [];
  if (damage !== undefined) return { code: 'file-damaged', path, found: damage };
  for (const mark of marks) {
    try {
      const behind = findBehind(database, [mark]);
      if (behind) return refusalOf(behind, path);
    } catch (error) {
      return { code: 'mark-unreadable', path: mark, found: (error as Error).message };
    }
  }
  return null;
}

function refusalOf({ code, path: markPath, mark, seq }: Behind, path: string): Refusal {
  return { code, path, found: String(seq), expected: `${mark.seq} (${markPath})` };
}

/** A place that has no mark yet gets one at once: whether it can be written is to be known before it is needed. */
function beginMarking(database: Database, marks: readonly string[], elsewhere: string | undefined): void {
  keepMark(database, elsewhere, markFailed);
  const absent = marks.filter((one) => !existsSync(one));
  if (absent.length > 0) writeMark(database, absent, markFailed);
}

export function markFailed(path: string, error: unknown): void {
  logFailure({ id: `mark ${path}`, error });
}

/** Opens the folder, works in it and closes it again, whatever happens. */
export function inDataFolder(settings: Settings, work: (folder: DataFolder) => string): Result<number> {
  const folder = openDataFolder(settings);
  if (!folder.ok) return folder;
  try {
    process.stdout.write(`${work(folder.value)}\n`);
    return done(0);
  } finally {
    folder.value.database.close();
  }
}
