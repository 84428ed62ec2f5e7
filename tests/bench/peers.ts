import { spawnSync } from 'node:child_process';
import type { Database } from '../../src/database/database.ts';
import { textOf } from '../../src/notices/search-document.ts';
import { embeddedEngine } from '../../src/search/embedded-engine.ts';
import { searchClient } from '../../src/search/meilisearch/client.ts';
import { meilisearchEngine } from '../../src/search/meilisearch/engine.ts';
import { findFollower } from '../../src/search/meilisearch/storage.ts';
import type { Settings } from '../../src/values/settings.ts';
import { askGroonga, hasGroonga } from './groonga.ts';
import { timeEach, type Latencies } from './measure.ts';
import { askPostgres, hasPostgres } from './postgres.ts';
import type { BenchQuery } from './queries.ts';
import type { Report } from './report.ts';

/** What is given to another engine, and asked of it. */
export interface Asked {
  queries: BenchQuery[];
  /** One notice a line. */
  notices: string;
  database: Database;
  settings: Settings;
}

/** Another engine that is asked for the newest 20 in the same run, of the same notices. For static bytes see `nginx.ts`. */
interface Peer {
  name: string;
  isThere(asked: Asked): boolean;
  ask(asked: Asked): Promise<Latencies>;
}

/** Who shall be compared besides gets a line. */
const PEERS: Peer[] = [
  { name: 'Meilisearch', isThere: ({ settings }) => settings.meilisearch !== undefined, ask: askMeilisearch },
  {
    name: 'PostgreSQL, pg_trgm, uncounted',
    isThere: () => hasPostgres,
    ask: ({ notices, queries }) => askPostgres(notices, queries),
  },
  {
    name: 'Groonga, pairs of characters',
    isThere: () => hasGroonga,
    ask: ({ notices, queries }) => askGroonga(notices, queries),
  },
];

export async function askPeers(asked: Asked, report: Report): Promise<void> {
  for (const { name, isThere, ask } of PEERS) {
    if (isThere(asked)) report.latency(name, await ask(asked));
    else report.line(name, name === 'Meilisearch' ? 'MEILI_URL is not set' : 'not installed');
  }
}

/** The server that MEILI_URL names: its index is built anew, and replaces what it held of a portal. */
async function askMeilisearch({ database, settings, queries }: Asked): Promise<Latencies> {
  const { status } = spawnSync(process.execPath, ['src/cli/gongshi.ts', 'search', 'rebuild'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, GONGSHI_DATA: settings.data },
  });
  if (status !== 0) throw new Error('Meilisearch did not take the notices');
  const engine = meilisearchEngine(searchClient(settings.meilisearch!), embeddedEngine(database, textOf(database)), {
    follower: () => findFollower(database),
  });
  const now = Date.now();
  return timeEach(
    queries,
    ({ q }) => engine.search({ q, filters: {}, sort: 'newest', limit: 20, facets: true, now }),
    'searches of Meilisearch',
  );
}
