import type { Database } from '../../database/database.ts';
import { textOf } from '../../notices/search-document.ts';
import { findReleases } from '../../notices/storage.ts';
import { embeddedEngine } from '../../search/embedded-engine.ts';
import type { SearchEngine, SearchPage } from '../../search/engine.ts';
import type { Server } from '../../search/meilisearch/client.ts';
import { meilisearchEngine } from '../../search/meilisearch/engine.ts';
import { findFollower } from '../../search/meilisearch/storage.ts';
import { named } from '../../search/meilisearch/trouble.ts';

/** What the pair does not find and the embedded engine alone does. */
export interface Less {
  q: string;
  /** Titles of rows that the first page lacks. */
  missing: string[];
  total: number;
  expected: number;
  /** The embedded engine knows the number exactly, the pair does not. */
  isExactLost: boolean;
}

export interface Comparison {
  less: Less[];
  /** Median times, ms. */
  ours: number;
  pair: number;
}

const ROWS = 20;

/** Puts each question to the pair and to the embedded engine alone. Rejects when the server does not answer. */
export async function compareEngines(
  database: Database,
  server: Server,
  questions: readonly string[],
  progress: (asked: number) => void = () => {},
): Promise<Comparison> {
  const embedded = embeddedEngine(database, textOf(database));
  const pair = meilisearchEngine(server, embedded, { follower: () => findFollower(database) });
  const titleOf = (id: number) => findReleases(database, [id])[0]?.content.title ?? String(id);
  const less: Less[] = [];
  const times: { ours: number; pair: number }[] = [];
  for (const [index, q] of questions.entries()) {
    const ours = await timed(embedded, q);
    const both = await named(() => timed(pair, q));
    times.push({ ours: ours.took, pair: both.took });
    const found = new Set(both.page.hits.map(({ id }) => id));
    const missing = ours.page.hits.filter(({ id }) => !found.has(id)).map(({ id }) => titleOf(id));
    const isExactLost = ours.page.count === 'exact' && both.page.count !== 'exact';
    const { total } = both.page;
    if (missing.length > 0 || total < ours.page.total || isExactLost)
      less.push({ q, missing, total, expected: ours.page.total, isExactLost });
    progress(index + 1);
  }
  return { less, ours: median(times.map(({ ours }) => ours)), pair: median(times.map(({ pair: both }) => both)) };
}

async function timed(engine: SearchEngine, q: string): Promise<{ page: SearchPage; took: number }> {
  const started = performance.now();
  const page = await engine.search({ q, filters: {}, sort: 'best', limit: ROWS, facets: false, now: Date.now() });
  return { page, took: performance.now() - started };
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
