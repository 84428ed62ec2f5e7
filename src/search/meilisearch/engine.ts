import type { Meilisearch, MultiSearchQuery } from 'meilisearch';
import type { EmbeddedEngine } from '../embedded-engine.ts';
import { CLOSED, type SearchEngine, type SearchPage, type SearchRequest } from '../engine.ts';
import { writeCursor } from '../order.ts';
import { parseQuery, wordsOf } from '../query.ts';
import { MOST_VALUES } from '../tally.ts';
import { MOST_HITS } from './index-settings.ts';
import { questionOf, suits, type Question } from './question.ts';

/**
 * The engine on a Meilisearch server. It finds and counts; the embedded engine checks what it found against the text and
 * the record, and answers what is not asked of it (`suits`). Both keep one order and one cursor, so that the pages after
 * the first go on from the database. Rejects when the server fails; `fallback.ts` knows what then.
 */
export function meilisearchEngine(client: Meilisearch, embedded: EmbeddedEngine): SearchEngine {
  return {
    nearest: (request) => embedded.nearest(request),
    async search(request) {
      if (!suits(request)) return embedded.search(request);
      // Some of what is found does not hold when it is read: a few more are asked for.
      const rows = 2 * request.limit + 20;
      const question = questionOf(request, rows);
      const found = await ask(client, question);
      const titled = new Set(found.title?.ids);
      const ids = [...titled, ...found.all.ids.filter((id) => !titled.has(id))];
      const checked = embedded.check(request, ids);
      const isAll = found.all.total <= rows && (found.title?.total ?? 0) <= rows;
      // Too much of it did not hold: the database knows what comes next.
      if (checked.length <= request.limit && !isAll) return embedded.search(request);
      return pageOf(request, checked, found, isAll);
    },
  };
}

interface Found {
  ids: number[];
  total: number;
  facets: Record<string, Record<string, number>>;
}

interface Answers {
  title?: Found;
  all: Found;
  facets: Map<string, Found>;
  closed?: Found;
}

async function ask(client: Meilisearch, { title, all, facets, closed }: Question): Promise<Answers> {
  const queries: MultiSearchQuery[] = [all, ...(title ? [title] : []), ...(closed ? [closed] : []), ...facets.values()];
  const { results } = await client.multiSearch({ queries });
  const answers = results.map((result): Found => ({
    ids: result.hits.map(({ id }) => Number(id)),
    total: result.estimatedTotalHits ?? 0,
    facets: (result.facetDistribution ?? {}) as Found['facets'],
  }));
  return {
    all: answers.shift()!,
    ...(title && { title: answers.shift()! }),
    ...(closed && { closed: answers.shift()! }),
    facets: new Map([...facets.keys()].map((name) => [name, answers.shift()!])),
  };
}

function pageOf(
  request: SearchRequest,
  checked: ReturnType<EmbeddedEngine['check']>,
  found: Answers,
  isAll: boolean,
): SearchPage {
  const shown = checked.slice(0, request.limit);
  const hasMore = checked.length > request.limit;
  const isAllShown = isAll && !hasMore;
  return {
    hits: shown.map(({ hit }) => hit),
    total: isAllShown ? shown.length : Math.max(found.all.total, shown.length),
    count: isAllShown ? 'exact' : 'about',
    next: hasMore && shown.length > 0 ? writeCursor(shown.at(-1)!.key, request.now) : null,
    facets: request.facets ? facetsOf(found) : {},
    words: wordsOf(parseQuery(request.q)),
    cut: false,
  };
}

function facetsOf({ all, facets, closed }: Answers): Record<string, Record<string, number>> {
  const merged = {
    ...all.facets,
    ...Object.fromEntries([...facets].map(([name, { facets: own }]) => [name, own[name] ?? {}])),
  };
  const stage = { ...merged['stage'] };
  if (closed && closed.total > 0 && closed.total < MOST_HITS) {
    for (const [name, past] of Object.entries(closed.facets['stage'] ?? {})) {
      const moved = Math.min(past, stage[name] ?? 0);
      stage[name] = (stage[name] ?? 0) - moved;
      stage[CLOSED] = (stage[CLOSED] ?? 0) + moved;
    }
  }
  const mostFrequent = (counts: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(counts)
        .filter(([value, n]) => value !== '' && n > 0)
        .sort((a, b) => b[1] - a[1])
        .slice(0, MOST_VALUES),
    );
  return Object.fromEntries(Object.entries({ ...merged, stage }).map(([name, counts]) => [name, mostFrequent(counts)]));
}
