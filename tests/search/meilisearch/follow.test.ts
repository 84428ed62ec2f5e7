import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCaughtUp } from '../../../src/search/meilisearch/storage.ts';
import { enginesState } from '../../../src/search/state.ts';
import { removeAll } from '../../../src/search/storage.ts';
import { DOCUMENTS, idOf } from '../world.ts';
import { doubledCity, followedCity, idsOf, idsOnServer, lamp } from './followed-city.ts';

test('what is published after the index was built follows it', async (context) => {
  const followed = await followedCity(context);
  const { city, catchUp } = followed;
  await catchUp();
  assert.deepEqual(await idsOnServer(followed), idsOf(followed));
  city.add(lamp(1), lamp(2));
  assert.equal(isCaughtUp(city.database), false);
  assert.equal(enginesState(city.database).follower!.behind, 2);
  await catchUp();
  assert.deepEqual(await idsOnServer(followed), idsOf(followed));
  assert.equal(isCaughtUp(city.database), true);
});

test('rows go in the order they were written, one batch at a time, and the newest word about a row is the last', async (context) => {
  const { city, double, catchUp } = await doubledCity(context);
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
  const followed = await doubledCity(context);
  const { city, double, step, catchUp } = followed;
  await catchUp();
  city.database.transaction(() => removeAll(city.database));
  for (const document of Object.values(DOCUMENTS)) city.add(document);
  const sizes: number[] = [];
  double.disturb(() => void sizes.push(double.documents('notices').length));
  await step();
  assert.deepEqual(new Set(sizes), new Set([12]));
  double.disturb(null);
  await catchUp();
  assert.deepEqual(await idsOnServer(followed), idsOf(followed));
  assert.deepEqual(double.documents('notices_next'), []);
});

test('long notices go in batches of a size that any server takes', async (context) => {
  const followed = await doubledCity(context, { payloadLimit: 8_400_000 });
  const { city, double, catchUp } = followed;
  const text = '公共资源交易'.repeat(21_700);
  city.add(...Array.from({ length: 60 }, (_, n) => ({ ...lamp(n + 10), text })));
  await catchUp();
  assert.deepEqual(await idsOnServer(followed), idsOf(followed));
  city.add(...Array.from({ length: 30 }, (_, n) => ({ ...lamp(n + 100), text })));
  const tasks = double.tasks.length;
  await catchUp();
  assert.deepEqual(await idsOnServer(followed), idsOf(followed));
  assert.ok(double.tasks.length > tasks + 1);
});

test('a batch that the server finds too large goes in halves', async (context) => {
  const followed = await doubledCity(context, { payloadLimit: 100_000 });
  followed.city.add(...Array.from({ length: 20 }, (_, n) => ({ ...lamp(n + 10), text: '道路'.repeat(5_000) })));
  await followed.catchUp();
  assert.deepEqual(await idsOnServer(followed), idsOf(followed));
  followed.city.add(...Array.from({ length: 20 }, (_, n) => ({ ...lamp(n + 40), text: '道路'.repeat(5_000) })));
  await followed.catchUp();
  assert.deepEqual(await idsOnServer(followed), idsOf(followed));
  assert.equal(isCaughtUp(followed.city.database), true);
});
