import { join } from 'node:path';
import { Database } from '../database/database.ts';
import { textOf } from '../notices/search-document.ts';
import { embeddedEngine } from '../search/embedded-engine.ts';
import type { SearchEngine } from '../search/engine.ts';
import { withFallback } from '../search/fallback.ts';
import { searchClient } from '../search/meilisearch/client.ts';
import { meilisearchEngine } from '../search/meilisearch/engine.ts';
import { findFollower, isCaughtUp } from '../search/meilisearch/storage.ts';
import { readSettings, type Settings } from '../values/settings.ts';
import { logFailure } from './error-log.ts';

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
  return { database, search: engineOf(settings, database), settings, now };
}

/** The embedded engine, behind a Meilisearch server where there is one. */
function engineOf({ meilisearch }: Settings, database: Database): SearchEngine {
  const embedded = embeddedEngine(database, textOf(database));
  if (!meilisearch) return embedded;
  const pair = meilisearchEngine(searchClient(meilisearch), embedded, { follower: () => findFollower(database) });
  return withFallback(pair, embedded, {
    isCaughtUp: () => isCaughtUp(database),
    onFailure: (error) => logFailure({ id: 'meilisearch', error }),
  });
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
