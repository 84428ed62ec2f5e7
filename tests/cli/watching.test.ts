import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoursBetween, watch } from '../../src/cli/serve/watching.ts';
import { Database } from '../../src/database/database.ts';
import { count, noCounts } from '../../src/watch/counts.ts';
import { lastFleet, servedSince } from '../../src/watch/storage.ts';
import { newDatabase } from '../door/door.ts';

const NOON = Date.parse('2026-11-26T12:00:00+08:00');

test('time is cut at the hours, and a long silence is not believed', () => {
  assert.deepEqual(
    hoursBetween(NOON - 30_000, NOON + 30_000).map(({ alive }) => alive),
    [30_000, 30_000],
  );
  assert.deepEqual(
    hoursBetween(NOON + 60_000, NOON + 3_000_000).map(({ alive }) => alive),
    [60_000],
  );
});

test('what processes say is added up for all of them, and written by the hour', (context) => {
  const path = newDatabase(context);
  let now = NOON + 60_000;
  const watching = watch(path, 2, () => now);
  watching.begin();
  const served = () => {
    const counts = noCounts();
    count(counts, 0, 200, 3);
    count(counts, 0, 500, 3);
    return { counts, kept: 1, memory: 100, lag: 1 };
  };
  watching.take(1, served());
  const totals = watching.take(2, served());
  assert.deepEqual([totals.kept, totals.processes.length], [2, 2]);
  now += 120_000;
  watching.take(2, served());
  watching.close();
  const database = new Database(path, { readOnly: true });
  const [hour, ...none] = servedSince(database, NOON);
  assert.deepEqual([hour!.alive, hour!.requests, hour!.failures, none.length], [120_000, 6, 3, 0]);
  const fleet = lastFleet(database)!;
  // The first has said nothing for long.
  assert.deepEqual([fleet.wanted, fleet.processes, fleet.memory], [2, 1, 100]);
  database.close();
});
