import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../database/database.ts';
import { migrate, migrations, schemaVersion } from '../database/migrate.ts';
import { DATABASE_FILE } from '../views/portal.ts';
import { done, refuse, type Result } from '../values/result.ts';
import type { Settings } from '../values/settings.ts';

/** The database of a data folder, open for writing and up to date. */
export interface DataFolder {
  database: Database;
  path: string;
  /** Migrations applied just now; all of them when the database is new. */
  applied: string[];
  isNew: boolean;
}

/** Makes folder and database where there are none. Refusals: `data-unwritable`, `newer-schema`. */
export function openDataFolder({ data }: Pick<Settings, 'data'>): Result<DataFolder> {
  const path = join(data, DATABASE_FILE);
  try {
    // Not the folders above it: a mistyped path is to be refused, not made.
    if (!existsSync(data)) mkdirSync(data);
    const database = new Database(path);
    const version = schemaVersion(database);
    const newest = migrations().at(-1)!.version;
    // An older program must not write into what it does not understand.
    if (version > newest) {
      database.close();
      return refuse({ code: 'newer-schema', path, found: String(version), expected: String(newest) });
    }
    return done({ database, path, applied: migrate(database), isNew: version === 0 });
  } catch (error) {
    return refuse({ code: 'data-unwritable', path: data, found: (error as Error).message });
  }
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
