import { textOf } from '../../src/notices/search-document.ts';
import { embeddedEngine } from '../../src/search/embedded-engine.ts';
import type { SearchEngine, SearchFilters, SearchRequest } from '../../src/search/engine.ts';
import type { Portal } from '../../src/views/portal.ts';
import type { Kept } from './kept.ts';
import { timeEach } from './measure.ts';
import { benchNotices } from './notices.ts';
import { askPeers } from './peers.ts';
import { benchQueries, hardQueries, type BenchQuery } from './queries.ts';
import { ms, type Report } from './report.ts';

const FILTERED: SearchFilters = {
  kind: ['award'],
  region: ['620502', '620503', '620523'],
  year: ['2020', '2021', '2022', '2023', '2024', '2025'],
};

/** The engine itself, without a page. `withPeers`: others are given the same notices and asked the same. */
export async function benchSearch(
  { database, settings }: Portal,
  { notices }: Kept,
  withPeers: boolean,
  report: Report,
): Promise<void> {
  const search = embeddedEngine(database, textOf(database));
  const sample = [...benchNotices(2_000)];
  const titles = sample.map(({ title }) => title);
  const queries = benchQueries(
    titles,
    sample.map(({ project }) => project!.code!),
    sample.flatMap(({ fields }) => (fields as { supplier?: string }).supplier ?? []),
  );
  const first = performance.now();
  await newest(search, '公告');
  report.line('first search of a process', ms(performance.now() - first));

  await benchExact(search, queries, report);
  await benchHard(search, titles, report);
  if (withPeers) await askPeers({ queries, notices, database, settings }, report);
  else report.line('other engines', 'not asked (--peers)');
}

async function benchExact(search: SearchEngine, queries: BenchQuery[], report: Report): Promise<void> {
  const time = (some: BenchQuery[], how: Partial<SearchRequest>) =>
    timeEach(some, ({ q }) => newest(search, q, how), 'searches');
  const withFacets = await time(queries, {});
  report.latency('newest 20, with facets', withFacets, 'newest');
  report.curve('newest p99', ms(withFacets.p99));
  report.latency('newest 20, no facets', await time(queries, { facets: false }));
  report.latency('filtered, with facets', await time(queries, { filters: FILTERED }));
  report.latency('best match, with facets', await time(queries, { sort: 'best' }));
  report.latency('by amount, with facets', await time(queries, { sort: 'amount' }));
  for (const [kind, some] of Map.groupBy(queries, (query) => query.kind))
    report.latency(`newest 20: ${kind}`, await time(some, {}));
}

/** What the exact words do not find: the second stage, which looks for what is nearest. */
async function benchHard(search: SearchEngine, titles: string[], report: Report): Promise<void> {
  for (const [kind, some] of Map.groupBy(hardQueries(titles), (query) => query.kind)) {
    const found = new Set<string>();
    const times = await timeEach(
      some,
      async ({ q }) => {
        const { hits } = await search.nearest({ words: q, filters: {}, preferences: {}, limit: 10, now: Date.now() });
        if (hits.length > 0) found.add(q);
      },
      'hard searches',
    );
    report.latency(`nearest: ${kind}`, times, '', `; something found for ${found.size} of ${some.length}`);
  }
}

function newest(search: SearchEngine, q: string, how: Partial<SearchRequest> = {}): ReturnType<SearchEngine['search']> {
  return search.search({ q, filters: {}, sort: 'newest', limit: 20, facets: true, now: Date.now(), ...how });
}
