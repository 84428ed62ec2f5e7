import { join } from 'node:path';
import { Database } from '../database/database.ts';
import { readSettings, type Settings } from '../values/settings.ts';

/** What the back office works with: a connection that writes, the settings, the clock. */
export interface Office {
  database: Database;
  settings: Settings;
  /** UTC ms. */
  now(): number;
}

let opened: Office | undefined;

/** The office of this process, opened on first use. Settings were checked when the server started. */
export function office(): Office {
  if (!opened) {
    const settings = readSettings(process.env);
    if (!settings.ok) throw new Error(settings.refusals.map(({ path, found }) => `${path}: ${found}`).join('; '));
    opened = {
      database: new Database(join(settings.value.data, 'gongshi.sqlite')),
      settings: settings.value,
      now: Date.now,
    };
  }
  return opened;
}
