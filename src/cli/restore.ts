import { resolve } from 'node:path';
import { fill, labels } from '../locales/labels.ts';
import { recordEvent } from '../events/storage.ts';
import { restore as restoreInto } from '../notices/backup/restore.ts';
import { saveVerification } from '../notices/verification/storage.ts';
import { DATABASE_FILE } from '../views/portal.ts';
import { minuteOf } from '../values/date.ts';
import { done, refuse, type Result } from '../values/result.ts';
import type { Command } from './command.ts';
import { openDataFolder } from './data-folder.ts';
import { sentence } from './sentence.ts';
import { verifyAndTell } from './verify.ts';

/**
 * `gongshi restore FOLDER`: puts a backup into the data folder, which must be empty, and verifies it there. Exit status
 * 1: it is not as it should be. Refusals: `restore-words`, those of `restore` and `openDataFolder`.
 */
export function restore({ settings, words, locale }: Command): Result<number> {
  const [folder, ...more] = words;
  if (folder === undefined || folder.startsWith('-') || more.length > 0) return refuse({ code: 'restore-words' });
  const restored = restoreInto(resolve(folder), settings.data, DATABASE_FILE);
  if (!restored.ok) return restored;
  const { path, manifest } = restored.value;
  const { at, seq, attachments } = manifest;
  const t = labels(locale).backups;
  process.stdout.write(`${fill(t.restored, { path, at: minuteOf(at), seq, n: attachments.length })}\n`);
  if (manifest.settings.length > 0)
    process.stdout.write(`${fill(t.keepElsewhere, { names: manifest.settings.join(', ') })}\n`);

  const opened = openDataFolder(settings, { whenHeld: 'examine' });
  if (!opened.ok) return opened;
  const { database, held } = opened.value;
  try {
    if (held) process.stderr.write(`${sentence(held, locale)}\n`);
    const verification = verifyAndTell(database, settings, locale);
    if (!held) {
      const now = Date.now();
      recordEvent(database, {
        at: now,
        actor: 'operator',
        act: 'database.restore',
        subject: `releases ${seq}`,
        detail: { madeAt: at },
      });
      saveVerification(database, verification);
    }
    return done(verification.ok ? 0 : 1);
  } finally {
    database.close();
  }
}
