import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Database } from '../../../src/database/database.ts';
import { migrate } from '../../../src/database/migrate.ts';
import { readSettings } from '../../../src/values/settings.ts';
import { statusPage, statusWords } from '../../../src/views/status/status-page.ts';
import { BACKUP_FILE } from '../../../src/watch/backup.ts';
import { addServedHour, HOUR, saveFleet } from '../../../src/watch/storage.ts';

const NOON = Date.parse('2026-11-26T12:00:00+08:00');

function portalOf(data = '/nowhere') {
  const database = new Database(':memory:');
  migrate(database);
  const settings = readSettings({ GONGSHI_DATA: data });
  assert.ok(settings.ok);
  return { database, settings: settings.value, now: () => NOON };
}

test('what was not measured, verified or backed up is said to be without record, and nothing is called available', () => {
  const status = statusPage(portalOf());
  assert.deepEqual(
    [status.availability, status.lastPublication, status.lastVerified, status.lastBackup, status.latency.p50],
    [null, null, null, null, null],
  );
  assert.ok(status.days.every(({ state }) => state === 'unknown'));
  const words = statusWords(status, 'zh');
  assert.deepEqual(
    [words.available, words.outages, words.verified, words.backup, words.slowest],
    ['可用情况还没有记录', '没有记录', '没有记录', '没有记录', '没有记录'],
  );
});

test('hours are told as days, as speed of the last day, and as outages', (context) => {
  const data = mkdtempSync(join(tmpdir(), 'gongshi-status-'));
  context.after(() => rmSync(data, { recursive: true, force: true }));
  writeFileSync(join(data, BACKUP_FILE), JSON.stringify({ at: NOON - HOUR }));
  const portal = portalOf(data);
  for (const [back, alive, slow] of [
    [30, HOUR, 5],
    [3, HOUR, 1],
    [2, HOUR / 2, 0],
    [1, HOUR, 0],
  ] as const) {
    const hour = NOON - back * HOUR;
    const steps = [...Array<number>(10).fill(0), slow, 0, 0, 0].with(2, 98);
    addServedHour(portal.database, {
      hour,
      fleet: 'f',
      firstAt: hour,
      alive,
      requests: 99,
      failures: slow,
      durations: { fast: steps },
    });
  }
  saveFleet(portal.database, { id: 'f', startedAt: 0, seenAt: NOON - 1_000, wanted: 1, processes: 1, memory: 1 });
  portal.database.handle.exec(
    'CREATE TABLE IF NOT EXISTS verifications (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, ok INTEGER NOT NULL, counts TEXT NOT NULL, findings TEXT NOT NULL)',
  );
  portal.database.run(
    "INSERT INTO verifications (at, ok, counts, findings) VALUES (?, 1, '{}', '[]')",
    NOON - 2 * HOUR,
  );
  const status = statusPage(portal);
  assert.deepEqual([status.requests, status.failures, status.daysOnRecord], [297, 1, 2]);
  assert.equal(status.hours.at(-2)!.hour, '11');
  assert.equal(status.lanes[0]!.lane, 'fast');
  const words = statusWords(status, 'zh');
  assert.equal(words.state.text, '今天中断过');
  assert.match(words.slowest, /^最慢在09时/);
  assert.equal(words.verified, '2026-11-26 10:00 没有不符');
  assert.equal(words.backup, '2026-11-26 11:00');
  assert.ok(status.availability! > 0 && status.availability! < 1);
});
