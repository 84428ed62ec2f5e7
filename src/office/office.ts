import { join } from 'node:path';
import { Vault } from '../accounts/vault.ts';
import { Database } from '../database/database.ts';
import { keepMark } from '../notices/mark/mark.ts';
import { logFailure } from '../views/error-log.ts';
import { readSettings, type Settings } from '../values/settings.ts';

/** What the back office works with: a connection that writes, the secrets of authenticators, the settings, the clock. */
export interface Office {
  database: Database;
  vault: Vault;
  settings: Settings;
  /** UTC ms. */
  now(): number;
}

/**
 * For a lock that another holds, ms. The thread answers readers as well: who would write has waited at the door
 * (`door/writing.ts`), and comes in when the lock is free.
 */
const PATIENCE = 100;

let opened: Office | undefined;

/** The office of this process, opened on first use. Settings were checked when the server started. */
export function office(): Office {
  if (!opened) {
    const settings = readSettings(process.env);
    if (!settings.ok) throw new Error(settings.refusals.map(({ path, found }) => `${path}: ${found}`).join('; '));
    const database = new Database(join(settings.value.data, 'gongshi.sqlite'), { patience: PATIENCE });
    keepMark(database, settings.value.mark, (path, error) => logFailure({ id: `mark ${path}`, error }));
    opened = {
      database,
      vault: new Vault(settings.value.key, (officer, error) => logFailure({ id: `secret of ${officer}`, error })),
      settings: settings.value,
      now: Date.now,
    };
  }
  return opened;
}
