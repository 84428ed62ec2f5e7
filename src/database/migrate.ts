import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Database } from './database.ts';

/** Of the project that the program is started in: the built program stands elsewhere than its source. */
const FOLDER = resolve('db/migrations');

/** The numbered migrations (`0001-….sql`), in order. */
export function migrations(): { version: number; name: string; sql: string }[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => ({ version: Number(name.slice(0, 4)), name, sql: readFileSync(join(FOLDER, name), 'utf8') }));
}

/** Brings the schema up to date; each migration is one transaction. Returns the names of those applied. */
export function migrate(database: Database): string[] {
  const applied: string[] = [];
  for (const { version, name, sql } of migrations()) {
    if (schemaVersion(database) >= version) continue;
    database.transaction(() => {
      if (schemaVersion(database) >= version) return;
      database.handle.exec(sql);
      database.handle.exec(`PRAGMA user_version=${version}`);
      applied.push(name);
    });
  }
  return applied;
}

/** The number of the last migration applied to this file; 0 for an empty one. */
export function schemaVersion(database: Database): number {
  return database.handle.prepare('PRAGMA user_version').get()!['user_version'] as number;
}

/**
 * The schema as SQL text in a fixed order: what `db/schema.sql` must equal. Not the two tables of its own that Litestream
 * puts beside ours.
 */
export function schemaText(database: Database): string {
  const rows = database.all<{ sql: string }>(
    "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT IN ('_litestream_seq', '_litestream_lock') AND name NOT LIKE 'search\\_tokens\\_%' ESCAPE '\\' ORDER BY type = 'trigger', type = 'index', rowid",
  );
  return `${rows.map(({ sql }) => `${sql};`).join('\n\n')}\n`;
}
