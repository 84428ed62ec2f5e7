import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Database } from '../database/database.ts';
import { writeDurably } from '../database/durable.ts';
import { fill, labels } from '../locales/labels.ts';
import { backUp } from '../notices/backup/backup.ts';
import { logFailure } from '../views/error-log.ts';
import { DATABASE_FILE } from '../views/portal.ts';
import { done, refuse, type Result } from '../values/result.ts';
import { SECRETS } from '../values/settings.ts';
import { BACKUP_FILE } from '../watch/backup.ts';
import type { Command } from './command.ts';

/**
 * `gongshi backup FOLDER`: the database and the attachments, while others publish. It needs no schema of this program, so
 * that it can be made before an upgrade, and of a database that is held. Refusals: `backup-words`, `no-database`, those
 * of `backUp`.
 */
export function backup({ settings, words, locale }: Command): Result<number> {
  const [folder, ...more] = words;
  if (folder === undefined || folder.startsWith('-') || more.length > 0) return refuse({ code: 'backup-words' });
  const path = join(settings.data, DATABASE_FILE);
  if (!existsSync(path)) return refuse({ code: 'no-database', path });
  const database = new Database(path, { readOnly: true });
  try {
    const made = backUp(database, {
      data: settings.data,
      folder: resolve(folder),
      settings: SECRETS.filter((name) => process.env[name]?.trim()),
      now: Date.now(),
    });
    if (!made.ok) return made;
    noteBackup(settings.data);
    const t = labels(locale).backups;
    const { manifest, removed } = made.value;
    const { seq, attachments, absent } = manifest;
    process.stdout.write(`${fill(t.made, { path: made.value.path, seq, n: attachments.length, removed })}\n`);
    if (manifest.settings.length > 0)
      process.stdout.write(`${fill(t.keepElsewhere, { names: manifest.settings.join(', ') })}\n`);
    if (absent.length > 0)
      process.stderr.write(`${fill(t.absent, { n: absent.length, names: absent.slice(0, 5).join(', ') })}\n`);
    return done(absent.length > 0 ? 1 : 0);
  } finally {
    database.close();
  }
}

/** For the status page; that the day could not be noted makes no backup worse. */
function noteBackup(data: string): void {
  try {
    writeDurably(join(data, BACKUP_FILE), JSON.stringify({ at: Date.now() }));
  } catch (error) {
    logFailure({ id: 'backup', error });
  }
}
