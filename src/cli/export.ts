import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Database } from '../database/database.ts';
import { fill, labels } from '../locales/labels.ts';
import { exportAll } from '../notices/export/export.ts';
import { done, refuse, type Result } from '../values/result.ts';
import { DATABASE_FILE } from '../views/portal.ts';
import type { Command } from './command.ts';

/**
 * `gongshi export FOLDER`: everything that was published, in a folder that is not there yet; `gongshi import FOLDER` takes
 * it into an empty portal. Refusals: `export-words`, `export-there`, `no-database`, `export-unwritable`.
 */
export function exportFolder({ settings, words, locale }: Command): Result<number> {
  const [folder, ...more] = words;
  if (folder === undefined || folder.startsWith('-') || more.length > 0) return refuse({ code: 'export-words' });
  if (existsSync(folder)) return refuse({ code: 'export-there', path: folder });
  const path = join(settings.data, DATABASE_FILE);
  if (!existsSync(path)) return refuse({ code: 'no-database', path });
  const database = new Database(path, { readOnly: true });
  try {
    const made = exportAll(database, settings.data, resolve(folder));
    if (!made.ok) return made;
    const { notices, decisions, files, absent } = made.value;
    const t = labels(locale).cli;
    process.stdout.write(`${fill(t.exported, { path: folder, n: notices, d: decisions, f: files })}\n`);
    if (absent.length > 0)
      process.stderr.write(`${fill(t.exportAbsent, { n: absent.length, names: absent.slice(0, 5).join(', ') })}\n`);
    return done(absent.length > 0 ? 1 : 0);
  } finally {
    database.close();
  }
}
