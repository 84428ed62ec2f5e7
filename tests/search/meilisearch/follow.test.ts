import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { withFallback } from '../../../src/search/fallback.ts';
import { searchClient, writingClient } from '../../../src/search/meilisearch/client.ts';
import { meilisearchEngine } from '../../../src/search/meilisearch/engine.ts';
import { followStep } from '../../../src/search/meilisearch/follow.ts';
import { findFollower, isCaughtUp } from '../../../src/search/meilisearch/storage.ts';
import { enginesState } from '../../../src/search/state.ts';
import { embeddedEngine } from '../../../src/search/embedded-engine.ts';
import { removeAll } from '../../../src/search/storage.ts';
import { DOCUMENTS, idOf, NOW, world, type World } from '../world.ts';
import { KEY, startDouble, type Double } from './double.ts';

async function followedCity(
  context: TestContext,
): Promise<{ city: World; double: Double; step(): Promise<boolean>; catchUp(): Promise<void> }> {
  const double = await startDouble();
  context.after(() => double.close());
  const city = world();
  const client = writingClient({ url: double.url, key: KEY }, 1);
  const step = () => followStep(city.database, client, city.textOf, NOW);
  const catchUp = async () => {
    while (await step());
  };
  return { city, double, step, catchUp };
}

const ids = (double: Double) =>
  double
    .documents('notices')
    .map(({ id }) => id)
    .sort((a, b) => a - b);
const all = (city: World) => [...city.documents.keys()].sort((a, b) => a - b);
const lamp = (n: number, title = '改造') => ({
  ...DOCUMENTS['lamp']!,
  id: idOf('2026-03-19', n),
  ocid: `lamp-${n}`,
  title,
});

test('what is published after the index was built follows it', async (context) => {
  const { city, double, catchUp } = await followedCity(context);
  await catchUp();
  assert.deepEqual(ids(double), all(city));
  city.add(lamp(1), lamp(2));
  assert.equal(isCaughtUp(city.database), false);
  assert.equal(enginesState(city.database).follower!.behind, 2);
  await catchUp();
  assert.deepEqual(ids(double), all(city));
  assert.equal(isCaughtUp(city.database), true);
});

test('a publication is not lost to a server that refuses, drops, hangs up after taking it, or fails the task', async (context) => {
  const { city, double, step, catchUp } = await followedCity(context);
  await catchUp();
  city.add(lamp(1));
  const before = findFollower(city.database)!;
  const failures: Parameters<Double['disturb']>[0][] = [
    () => 500,
    () => 'drop',
    (_, path) => (path.endsWith('/documents') ? 503 : undefined),
    (_, path) => (path.startsWith('/tasks') ? 'drop' : undefined),
  ];
  for (const failure of failures) {
    double.disturb(failure);
    await assert.rejects(step());
    assert.equal(findFollower(city.database)!.change, before.change);
  }
  double.disturb(null);
  double.failTasks(true);
  await assert.rejects(step(), /no space left/);
  double.failTasks(false);
  await catchUp();
  assert.deepEqual(ids(double), all(city));
});

test('rows go in the order they were written, one batch at a time, and the newest word about a row is the last', async (context) => {
  const { city, double, catchUp } = await followedCity(context);
  await catchUp();
  city.add(...Array.from({ length: 2_300 }, (_, n) => lamp(n + 10)));
  city.add(lamp(10, '路灯更新'));
  const tasks = double.tasks.length;
  await catchUp();
  assert.deepEqual(
    double.tasks.slice(tasks).map(({ type }) => type),
    Array(3).fill('documentAdditionOrUpdate'),
  );
  assert.equal(double.documents('notices').find(({ id }) => id === idOf('2026-03-19', 10))!['title'], '路灯更新');
  assert.equal(double.documents('notices').length, city.documents.size);
});

test('an index is built beside the one that is asked, which answers until the new one is whole', async (context) => {
  const { city, double, step, catchUp } = await followedCity(context);
  await catchUp();
  city.database.transaction(() => removeAll(city.database));
  for (const document of Object.values(DOCUMENTS)) city.add(document);
  const sizes: number[] = [];
  double.disturb(() => void sizes.push(double.documents('notices').length));
  await step();
  assert.deepEqual(new Set(sizes), new Set([12]));
  double.disturb(null);
  await catchUp();
  assert.deepEqual(ids(double), all(city));
  assert.deepEqual(double.documents('notices_next'), []);
});

test('an index that the server has lost is built again', async (context) => {
  const { city, double, catchUp } = await followedCity(context);
  await catchUp();
  await writingClient({ url: double.url, key: KEY }, 1).deleteIndex('notices').waitTask();
  await catchUp();
  assert.deepEqual(ids(double), all(city));
});

test('a wrong key is said in the server’s own words', async (context) => {
  const { city, double } = await followedCity(context);
  await assert.rejects(
    followStep(city.database, writingClient({ url: double.url, key: 'another' }), city.textOf, NOW),
    /API key is invalid/,
  );
  await assert.rejects(
    followStep(city.database, writingClient({ url: double.url }), city.textOf, NOW),
    /Authorization header is missing/,
  );
});

async function guardedCity(context: TestContext) {
  const followed = await followedCity(context);
  await followed.catchUp();
  let time = 0;
  const failures: unknown[] = [];
  const embedded = embeddedEngine(followed.city.database, followed.city.textOf);
  const engine = withFallback(
    meilisearchEngine(searchClient({ url: followed.double.url, key: KEY }), embedded),
    embedded,
    {
      isCaughtUp: () => isCaughtUp(followed.city.database),
      onFailure: (error) => failures.push(error),
      clock: () => time,
    },
  );
  const ask = (q = '路灯') => engine.search({ q, filters: {}, sort: 'best', limit: 20, facets: true, now: NOW });
  let asked = 0;
  const count = () => followed.double.disturb((_, path) => void (path === '/multi-search' && asked++));
  return { ...followed, ask, failures, pass: (ms: number) => (time += ms), asked: () => asked, count };
}

test('a server that fails or hangs costs the reader nothing but a note', async (context) => {
  const { double, ask } = await guardedCity(context);
  const whole = await ask();
  assert.equal(whole.fallback, undefined);
  for (const how of [500, 'drop', 'hang'] as const) {
    double.disturb(() => how);
    const { fallback, ...page } = await ask();
    assert.equal(fallback, true);
    assert.deepEqual(page.hits, whole.hits);
  }
});

test('after five failures in a row the server is left alone for a while, then tried again', async (context) => {
  const { double, ask, failures, pass, asked, count } = await guardedCity(context);
  double.disturb(() => 500);
  for (let n = 0; n < 5; n++) await ask();
  assert.equal(failures.length, 1);
  count();
  assert.equal((await ask()).fallback, true);
  assert.equal(asked(), 0);
  pass(5_000);
  assert.equal((await ask()).fallback, undefined);
  assert.equal(asked(), 1);
});

test('while the server lags behind the database, the database answers', async (context) => {
  const { city, ask, asked, count, catchUp } = await guardedCity(context);
  count();
  city.add(lamp(1, '路灯更新'));
  assert.deepEqual([(await ask()).total, asked()], [3, 0]);
  await catchUp();
  assert.deepEqual([(await ask()).total, asked()], [3, 1]);
});

test('pages after the first, bulk, lists without words and questions of fields come from the database', async (context) => {
  const { city, double, catchUp } = await followedCity(context);
  await catchUp();
  const embedded = embeddedEngine(city.database, city.textOf);
  const engine = meilisearchEngine(searchClient({ url: double.url, key: KEY }), embedded);
  const first = await engine.search({ q: '改造', filters: {}, sort: 'best', limit: 2, facets: false, now: NOW });
  double.disturb(() => 'drop');
  const base = { q: '改造', filters: {}, sort: 'best', limit: 2, facets: false, now: NOW } as const;
  const second = await engine.search({ ...base, before: first.next! });
  const whole = await embedded.search({ ...base, limit: 4 });
  assert.deepEqual([...first.hits, ...second.hits], whole.hits);
  for (const request of [
    { ...base, limit: 500 },
    { ...base, q: '' },
    { ...base, q: '单位:住建局' },
    { ...base, sort: 'closing' as const },
    { ...base, q: '天水市秦州区湖滨路道路改造工程施工招标公告' },
  ]) {
    await engine.search(request);
  }
});
