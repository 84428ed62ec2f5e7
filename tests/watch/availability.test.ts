import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { DAY } from '../../src/values/date.ts';
import { availability, daysServed } from '../../src/watch/availability.ts';
import {
  addServedHour,
  forgetOldHours,
  HOUR,
  lastVerification,
  saveFleet,
  servedSince,
  type ServedHour,
} from '../../src/watch/storage.ts';

const NOON = Date.parse('2026-11-26T12:00:00+08:00');
const hour = (at: string, more: Partial<ServedHour> = {}): ServedHour => {
  const start = Date.parse(`${at}:00+08:00`);
  return { hour: start, fleet: 'f', firstAt: start, alive: HOUR, requests: 10, failures: 0, durations: {}, ...more };
};
const wholeDay = (day: string) =>
  Array.from({ length: 24 }, (_, index) => hour(`${day}T${String(index).padStart(2, '0')}:00`));

test('a day of which nothing was measured is unknown, never up', () => {
  const days = daysServed([...wholeDay('2026-11-23'), ...wholeDay('2026-11-25')], NOON - 12 * HOUR, NOON);
  assert.equal(days.length, 90);
  assert.deepEqual(
    days.slice(-5).map(({ day, state }) => [day, state]),
    [
      ['2026-11-22', 'unknown'],
      ['2026-11-23', 'up'],
      ['2026-11-24', 'unknown'],
      ['2026-11-25', 'up'],
      ['2026-11-26', 'unknown'],
    ],
  );
  assert.equal(availability(days), 1);
  assert.equal(availability(daysServed([], NOON, NOON)), null);
});

test('what was not answered within a measured day is an outage, but not what lies before the first measure', () => {
  const morning = [hour('2026-11-26T08:00', { firstAt: Date.parse('2026-11-26T08:30:00+08:00'), alive: HOUR / 2 })];
  const first = daysServed([...morning, hour('2026-11-26T09:00')], NOON - 2 * HOUR, NOON).at(-1)!;
  assert.deepEqual([first.state, first.down], ['up', 0]);
  const broken = daysServed([...morning, hour('2026-11-26T11:00')], NOON, NOON);
  assert.deepEqual([broken.at(-1)!.state, broken.at(-1)!.down], ['broken', 2 * HOUR]);
  assert.equal(availability(broken)!.toFixed(4), (1.5 / 3.5).toFixed(4));
});

test('an hour is added up, also by two starts of the portal, and forgotten after ninety days', () => {
  const database = new Database(':memory:');
  migrate(database);
  addServedHour(database, hour('2026-11-26T08:00', { alive: 1_000, durations: { fast: [1, 2] } }));
  addServedHour(database, hour('2026-11-26T08:00', { alive: 2_000, failures: 1, durations: { fast: [1] } }));
  addServedHour(database, hour('2026-11-26T08:00', { fleet: 'g' }));
  const [one, two, ...none] = servedSince(database, NOON - DAY);
  assert.deepEqual([one!.alive, one!.requests, one!.failures, none.length], [3_000, 20, 1, 0]);
  assert.equal(one!.durations.fast![0], 2);
  assert.equal(two!.fleet, 'g');
  saveFleet(database, { id: 'f', startedAt: NOON, seenAt: NOON, wanted: 2, processes: 2, memory: 1 });
  assert.equal(forgetOldHours(database, NOON), false);
  assert.equal(forgetOldHours(database, NOON + 90 * DAY), true);
  assert.deepEqual(servedSince(database, 0), []);
});

test('without a table of verifications nothing was verified', () => {
  const database = new Database(':memory:');
  assert.equal(lastVerification(database), null);
});
