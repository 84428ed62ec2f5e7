import type { Meilisearch, MultiSearchQuery } from 'meilisearch';
import type { EmbeddedEngine } from '../embedded-engine.ts';
import { regionsAround } from '../../values/region.ts';
import { type SearchEngine, type SearchPage, type SearchRequest } from '../engine.ts';
import { MOST_VALUES } from '../tally.ts';
import type { Server } from './client.ts';
import { MOST_HITS } from './index-settings.ts';
import { isOurs, readMark, type Mark } from './mark.ts';
import { questionOf, suits, type Question } from './question.ts';
import type { Follower } from './storage.ts';

/** How many documents the index holds is asked so often, ms; whose it is, with every question. */
const LOOK = 2_000;

export interface PairOptions {
  /** What the index must be, by what was confirmed of it. */
  follower(): Follower | undefined;
  /** Time elapsed, ms. */
  clock?: () => number;
}

/**
 * The pair of a Meilisearch server and the embedded engine. The server cuts words by a dictionary and misses what lies
 * across them, so what is found is what the embedded engine finds; where its time is over before it has seen all, rows
 * and counts that the server knows are added, the rows checked against the text and the record. Both keep one order and
 * one cursor, so that the pages after the first go on from the database. What is not asked of the server (`suits`), and
 * everything while the index is not the one that was left there, the embedded engine answers alone. Rejects when the
 * server fails; `fallback.ts` knows what then.
 */
export function meilisearchEngine(
  { client, index }: Server,
  embedded: EmbeddedEngine,
  { follower: known, clock = () => performance.now() }: PairOptions,
): SearchEngine {
  let lookedAt = -Infinity;
  let isWhole = true;
  const count = async (follower: Follower | undefined) => {
    if (!follower || clock() - lookedAt < LOOK) return;
    lookedAt = clock();
    isWhole = (await client.index(index).getStats()).numberOfDocuments >= follower.documents;
  };
  return {
    nearest: (request) => embedded.nearest(request),
    async search(request) {
      if (!suits(request)) return embedded.search(request);
      const follower = known();
      // Some of what is found does not hold when it is read: a few more are asked for.
      const question = questionOf(request, index, 2 * request.limit + 20);
      const [found, ours] = await Promise.all([ask(client, question), embedded.search(request), count(follower)]);
      const isSound = follower !== undefined && isOurs(found.mark, follower) && isWhole;
      // Without a next page all of it was seen, though not all of it counted.
      return isSound && ours.cut && ours.next !== null ? completed(request, ours, found, embedded) : ours;
    },
  };
}

/** What the server knows beyond the row at which time was over. */
function completed(request: SearchRequest, ours: SearchPage, found: Answers, embedded: EmbeddedEngine): SearchPage {
  const isMore = found.all.total > ours.total;
  const counted = {
    total: Math.max(found.all.total, ours.total),
    // The server's number is an estimate, and counts no further than it was told.
    count: isMore ? ('about-or-more' as const) : ours.count,
    facets: isMore && request.facets ? facetsOf(found) : ours.facets,
  };
  const isFull = ours.hits.length >= request.limit;
  if (isFull) return { ...ours, ...counted };
  const known = new Set(ours.hits.map(({ id }) => id));
  const ids = [...new Set([...known, ...(found.title?.ids ?? []), ...found.all.ids])];
  const hits = embedded
    .check(request, ids)
    .slice(0, request.limit)
    .map(({ hit }) => hit);
  // The next page goes on where our own search stopped: it may show some of these again, and leaves out none.
  return { ...ours, ...counted, hits, total: Math.max(counted.total, hits.length) };
}

interface Found {
  ids: number[];
  total: number;
  facets: Record<string, Record<string, number>>;
}

interface Answers {
  mark: Mark | null;
  title?: Found;
  all: Found;
  facets: Map<string, Found>;
  become: Map<string, Found>;
}

async function ask(client: Meilisearch, { mark, title, all, facets, become }: Question): Promise<Answers> {
  const queries: MultiSearchQuery[] = [mark, all, ...(title ? [title] : []), ...become.values(), ...facets.values()];
  const { results } = await client.multiSearch({ queries });
  const [marked, ...found] = results;
  const answers = found.map((result): Found => ({
    ids: result.hits.map(({ id }) => Number(id)),
    total: result.estimatedTotalHits ?? 0,
    facets: (result.facetDistribution ?? {}) as Found['facets'],
  }));
  return {
    mark: readMark(marked?.hits),
    all: answers.shift()!,
    ...(title && { title: answers.shift()! }),
    become: new Map([...become.keys()].map((stage) => [stage, answers.shift()!])),
    facets: new Map([...facets.keys()].map((name) => [name, answers.shift()!])),
  };
}

function facetsOf({ all, facets, become }: Answers): Record<string, Record<string, number>> {
  const merged = {
    ...all.facets,
    ...Object.fromEntries([...facets].map(([name, { facets: own }]) => [name, own[name] ?? {}])),
  };
  const stage = { ...merged['stage'] };
  for (const [now, found] of become) {
    if (found.total >= MOST_HITS) continue;
    for (const [name, past] of Object.entries(found.facets['stage'] ?? {})) {
      const moved = Math.min(past, stage[name] ?? 0);
      stage[name] = (stage[name] ?? 0) - moved;
      stage[now] = (stage[now] ?? 0) + moved;
    }
  }
  const mostFrequent = (counts: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(counts)
        .filter(([value, n]) => value !== '' && n > 0)
        .sort((a, b) => b[1] - a[1])
        .slice(0, MOST_VALUES),
    );
  const region = withInner(merged['region'] ?? {});
  return Object.fromEntries(
    Object.entries({ ...merged, stage, region }).map(([name, counts]) => [name, mostFrequent(counts)]),
  );
}

/** Of a division what lies in it is counted too, as the embedded engine does. */
function withInner(counts: Record<string, number>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [code, n] of Object.entries(counts))
    for (const outer of new Set([code, ...regionsAround(code)])) sums[outer] = (sums[outer] ?? 0) + n;
  return sums;
}
