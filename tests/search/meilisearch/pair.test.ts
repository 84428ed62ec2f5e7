import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchEngine, SearchRequest } from '../../../src/search/engine.ts';
import { embeddedEngine } from '../../../src/search/embedded-engine.ts';
import { searchClient } from '../../../src/search/meilisearch/client.ts';
import { meilisearchEngine } from '../../../src/search/meilisearch/engine.ts';
import { findFollower } from '../../../src/search/meilisearch/storage.ts';
import { NOW } from '../world.ts';
import { doubledCity, followedCity, lamp, readersOf } from './followed-city.ts';

const BASE = { q: '改造', filters: {}, sort: 'best', limit: 2, facets: false, now: NOW } as const;

const REQUESTS: SearchRequest[] = [
  { ...BASE, limit: 20 },
  { ...BASE, sort: 'newest' },
  { ...BASE, q: '路改造工', limit: 20, facets: true },
  { ...BASE, q: '改造 -施工', limit: 20 },
  { ...BASE, q: '采购', limit: 1, facets: true, filters: { stage: ['tender', 'closed'], region: ['620503'] } },
  { ...BASE, q: '公告', limit: 3, facets: true, filters: { year: ['2026'], due: 'open' } },
  { ...BASE, q: '招标', limit: 20, collapse: true, filters: { from: '2026-01-01', to: '2026-03-31', min: 100 } },
  { ...BASE, q: '没有这个词', limit: 20, facets: true },
];

test('the pair finds what the embedded engine alone finds, and counts what it counts', async (context) => {
  const followed = await followedCity(context);
  await followed.catchUp();
  const { pair, embedded } = readersOf(followed);
  for (const request of REQUESTS)
    assert.deepEqual(await pair.search(request), await embedded.search(request), request.q);
});

test('what the server does not find is found all the same, on full pages too', async (context) => {
  const followed = await doubledCity(context);
  const { city, double, catchUp } = followed;
  city.add(...Array.from({ length: 30 }, (_, n) => lamp(n + 1, `路灯改造${n}`)));
  await catchUp();
  // It cuts words by a dictionary: of these it says nothing, though they hold the word.
  const deaf = new Set(['路灯改造29', '路灯改造11', '路灯节能改造']);
  for (const document of double.documents('notices')) if (deaf.has(String(document['title']))) document['title'] = '';
  const { pair, embedded } = readersOf(followed);
  for (const limit of [5, 20, 100]) {
    const request = { ...BASE, q: '路灯', limit, facets: true };
    assert.deepEqual(await pair.search(request), await embedded.search(request));
  }
});

test('where the time of the embedded engine is over, the server adds what it knows, checked, and no number is called exact', async (context) => {
  const followed = await followedCity(context);
  await followed.catchUp();
  const { pair, embedded } = readersOf(followed, { isHurried: true });
  const whole = await embedded.search({ ...BASE, limit: 20, facets: true });
  const page = await pair.search({ ...BASE, limit: 20, facets: true });
  assert.deepEqual(page.hits, whole.hits);
  assert.deepEqual([page.count, page.cut], ['about-or-more', true]);
  assert.ok(page.total >= whole.hits.length);
  assert.deepEqual(page.facets, whole.facets);
});

test('the pages after such a page leave nothing out', async (context) => {
  const followed = await doubledCity(context);
  const { city, catchUp, settings } = followed;
  city.add(...Array.from({ length: 30 }, (_, n) => lamp(n + 1, `路灯改造${n}`)));
  await catchUp();
  const embedded = embeddedEngine(city.database, city.textOf);
  /** Has seen three rows when its time is over. */
  const slow: Pick<SearchEngine, 'search'> = {
    async search(request) {
      const page = await embedded.search({ ...request, limit: request.before ? request.limit : 3 });
      return request.before ? page : { ...page, cut: true, count: 'least' };
    },
  };
  const pair = meilisearchEngine(
    searchClient(settings),
    { ...embedded, ...slow },
    {
      follower: () => findFollower(city.database),
    },
  );
  const first = await pair.search({ ...BASE, q: '路灯', limit: 10 });
  assert.equal(first.hits.length, 10);
  const second = await pair.search({ ...BASE, q: '路灯', limit: 100, before: first.next! });
  const whole = await embedded.search({ ...BASE, q: '路灯', limit: 100 });
  assert.deepEqual(
    new Set([...first.hits, ...second.hits].map(({ id }) => id)),
    new Set(whole.hits.map(({ id }) => id)),
  );
});

test('pages after the first, bulk, lists without words and questions of fields come from the database', async (context) => {
  const followed = await doubledCity(context);
  await followed.catchUp();
  const { pair, embedded } = readersOf(followed);
  const first = await pair.search(BASE);
  followed.double.disturb(() => 'drop');
  const second = await pair.search({ ...BASE, before: first.next! });
  const whole = await embedded.search({ ...BASE, limit: 4 });
  assert.deepEqual([...first.hits, ...second.hits], whole.hits);
  for (const request of [
    { ...BASE, limit: 500 },
    { ...BASE, q: '' },
    { ...BASE, q: '单位:住建局' },
    { ...BASE, sort: 'closing' as const },
    { ...BASE, q: '天水市秦州区湖滨路道路改造工程施工招标公告' },
  ]) {
    await pair.search(request);
  }
});
