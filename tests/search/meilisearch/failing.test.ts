import assert from 'node:assert/strict';
import { test } from 'node:test';
import { troubleSentence } from '../../../src/office/search-engines.ts';
import { reasonOf } from '../../../src/jobs/jobs.ts';
import { writingClient } from '../../../src/search/meilisearch/client.ts';
import { followStep } from '../../../src/search/meilisearch/follow.ts';
import { findFollower } from '../../../src/search/meilisearch/storage.ts';
import { NOW } from '../world.ts';
import type { Double } from './double.ts';
import { doubledCity, idsOf, idsOnServer, lamp, readersOf } from './followed-city.ts';

test('a publication is not lost to a server that refuses, drops, hangs up after taking it, or fails the task', async (context) => {
  const followed = await doubledCity(context);
  const { city, double, step, catchUp } = followed;
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
  assert.deepEqual(await idsOnServer(followed), idsOf(followed));
  assert.equal(findFollower(city.database)!.epoch, before.epoch);
});

test('what keeps the index from being written is said, and what to do about it', async (context) => {
  const { city, double, step, settings } = await doubledCity(context, { payloadLimit: 10_000 });
  const stepWith = (key?: string) => () =>
    followStep(city.database, writingClient({ url: double.url, ...(key && { key }) }, 1), city.textOf, NOW);
  const kept: [() => Promise<unknown>, RegExp, (() => void)?][] = [
    [stepWith('another'), /does not accept the key: The provided API key is invalid\. Check MEILI_KEY/],
    [stepWith(), /does not accept the key: The Authorization header is missing\./],
    [step, /Raise --http-payload-size-limit/, () => city.add({ ...lamp(1), text: '路'.repeat(10_000) })],
    [step, /did not finish a task: .*no space left on device.* Look into its log/, () => double.failTasks(true)],
    [step, new RegExp(`${double.url} does not answer`), () => double.disturb(() => 'drop')],
  ];
  for (const [act, sentence, before] of kept) {
    before?.();
    const failure = await act().then(() => assert.fail('it went well'), reasonOf);
    assert.match(troubleSentence(failure, { index: 'notices', ...settings }, 'en')!, sentence);
    assert.match(troubleSentence(failure, { index: 'notices', ...settings }, 'zh')!, /请/);
  }
});

test('a server that fails or hangs costs the reader nothing but a note', async (context) => {
  const followed = await doubledCity(context);
  await followed.catchUp();
  const { ask } = readersOf(followed);
  const whole = await ask();
  assert.equal(whole.fallback, undefined);
  for (const how of [500, 'drop', 'hang'] as const) {
    followed.double.disturb(() => how);
    const { fallback, ...page } = await ask();
    assert.equal(fallback, true);
    assert.deepEqual(page.hits, whole.hits);
  }
});

/** Counts the questions that reach the server. */
function countQuestions(double: Double): () => number {
  let asked = 0;
  double.disturb((_, path) => void (path === '/multi-search' && asked++));
  return () => asked;
}

test('after five failures in a row the server is left alone for a while, then tried again', async (context) => {
  const followed = await doubledCity(context);
  await followed.catchUp();
  const { ask, failures, pass } = readersOf(followed);
  followed.double.disturb(() => 500);
  for (let n = 0; n < 5; n++) await ask();
  assert.equal(failures.length, 1);
  const asked = countQuestions(followed.double);
  assert.equal((await ask()).fallback, true);
  assert.equal(asked(), 0);
  pass(5_000);
  assert.equal((await ask()).fallback, undefined);
  assert.equal(asked(), 1);
});

test('while the server lags behind the database, the database answers', async (context) => {
  const followed = await doubledCity(context);
  await followed.catchUp();
  const { ask } = readersOf(followed);
  let asked = countQuestions(followed.double);
  followed.city.add(lamp(1, '路灯更新'));
  assert.deepEqual([(await ask()).total, asked()], [3, 0]);
  await followed.catchUp();
  asked = countQuestions(followed.double);
  assert.deepEqual([(await ask()).total, asked()], [3, 1]);
});
