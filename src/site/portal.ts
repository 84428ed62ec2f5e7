import { join } from 'node:path';
import { Database } from '../database/database.ts';
import { textsOfFiles } from '../notices/attachments/storage.ts';
import { releaseText } from '../notices/search-document.ts';
import { findReleases } from '../notices/storage.ts';
import { embeddedEngine } from '../search/embedded-engine.ts';
import type { SearchEngine } from '../search/engine.ts';
import { readSettings, type Settings } from '../values/settings.ts';

/** What every public page works with: a read-only connection, the search engine, the settings, the clock. */
export interface Portal {
  database: Database;
  search: SearchEngine;
  settings: Settings;
  /** UTC ms. */
  now(): number;
}

export const DATABASE_FILE = 'gongshi.sqlite';

export function openPortal(settings: Settings, now: () => number = Date.now): Portal {
  const database = new Database(join(settings.data, DATABASE_FILE), { readOnly: true });
  const search = embeddedEngine(database, (ids) => new Map(findReleases(database, ids).map((release) => [release.id, releaseText(release, textsOfFiles(database, release))])));
  return { database, search, settings, now };
}

let opened: Portal | undefined;

/** The portal of this process, opened on first use. Settings were checked when the server started. */
export function portal(): Portal {
  if (!opened) {
    const settings = readSettings(process.env);
    if (!settings.ok) throw new Error(settings.refusals.map(({ path, found }) => `${path}: ${found}`).join('; '));
    opened = openPortal(settings.value);
  }
  return opened;
}
