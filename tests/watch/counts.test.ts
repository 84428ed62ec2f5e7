import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  add,
  allDurations,
  classesOf,
  count,
  durationsOf,
  failuresOf,
  LANES,
  noCounts,
  quantile,
  requestsOf,
  sumDurations,
  sumOf,
} from '../../src/watch/counts.ts';

test('answers are counted by lane, class of status and how long they took', () => {
  const counts = noCounts();
  count(counts, LANES.indexOf('slow'), 200, 12);
  count(counts, LANES.indexOf('slow'), 503, 0.2);
  count(counts, LANES.indexOf('fast'), 304, 20_000);
  assert.deepEqual(classesOf(counts, 'slow'), [0, 1, 0, 0, 1]);
  assert.deepEqual(durationsOf(counts, 'slow').slice(0, 6), [1, 0, 0, 0, 1, 0]);
  assert.equal(durationsOf(counts, 'fast').at(-1), 1);
  assert.equal(sumOf(counts, 'fast'), 20_000);
  assert.deepEqual([requestsOf(counts), failuresOf(counts)], [3, 1]);
  const twice = noCounts();
  add(twice, counts);
  add(twice, counts);
  assert.equal(requestsOf(twice), 6);
  assert.deepEqual(Object.keys(allDurations(counts)), ['fast', 'slow']);
});

test('how long answers took is estimated between two steps, and unknown where nothing was answered', () => {
  const counts = noCounts();
  for (let index = 0; index < 99; index++) count(counts, 0, 200, 15);
  count(counts, 0, 200, 900);
  const steps = sumDurations([allDurations(counts), allDurations(counts)]).fast!;
  const half = quantile(steps, 0.5)!;
  assert.ok(half > 10 && half <= 20, String(half));
  assert.ok(quantile(steps, 0.999)! > 500);
  assert.equal(quantile([], 0.5), null);
});
