import { fill, labels } from '../locales/labels.ts';
import type { Command } from './command.ts';
import { inDataFolder } from './data-folder.ts';

/** `gongshi migrate`: brings the database up to date, and says what that took. */
export function migrateDatabase({ settings, locale }: Command) {
  const t = labels(locale).cli;
  return inDataFolder(settings, ({ applied }) =>
    applied.length > 0 ? fill(t.migrated, { names: applied.join(', ') }) : t.upToDate,
  );
}
