import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { appendLines, DayLog, removeOldLogs } from '../../src/watch/day-log.ts';

const NOON = Date.parse('2026-11-26T12:00:00+08:00');

function newFolder(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-log-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'log');
}

test('lines of several writers stand whole in one file a day, which nobody else may read', async (context) => {
  const folder = newFolder(context);
  let now = NOON;
  const logs = [1, 2].map(() => new DayLog(folder, 'access', { now: () => now }));
  for (let index = 0; index < 5_000; index++) logs[index % 2]!.write(`{"n":${index},"x":"${'x'.repeat(100)}"}\n`);
  await Promise.all(logs.map((log) => log.flush()));
  const path = join(folder, 'access-2026-11-26.jsonl');
  const numbers = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { n: number }).n);
  assert.deepEqual(
    numbers.sort((a, b) => a - b),
    Array.from({ length: 5_000 }, (_, index) => index),
  );
  assert.equal(statSync(path).mode & 0o777, 0o600);
  // Midnight is that of Shanghai.
  now = Date.parse('2026-11-27T00:00:01+08:00');
  logs[0]!.write('{}\n');
  logs[0]!.flushNow();
  assert.deepEqual(readdirSync(folder).sort(), ['access-2026-11-26.jsonl', 'access-2026-11-27.jsonl']);
});

test('a folder that cannot be written is said once, and the portal goes on', async (context) => {
  const folder = newFolder(context);
  writeFileSync(folder, 'a file stands in its place');
  const failures: unknown[] = [];
  const log = new DayLog(folder, 'access', { onFailure: (error) => failures.push(error) });
  log.write('{}\n');
  await log.flush();
  log.write('{}\n');
  log.flushNow();
  assert.equal(failures.length, 1);
});

test('files of more than 180 days ago are removed, and nothing else', (context) => {
  const folder = newFolder(context);
  assert.equal(removeOldLogs(folder, NOON), false);
  const days = ['2026-05-29', '2026-05-30', '2026-11-26'];
  for (const name of ['access', 'trail'])
    appendLines(
      folder,
      name,
      days.map((day) => ({ at: Date.parse(`${day}T08:00:00+08:00`), line: '{}\n' })),
    );
  writeFileSync(join(folder, 'notes-2020-01-01.jsonl'), '');
  assert.equal(removeOldLogs(folder, NOON), true);
  assert.deepEqual(readdirSync(folder).sort(), [
    'access-2026-05-30.jsonl',
    'access-2026-11-26.jsonl',
    'notes-2020-01-01.jsonl',
    'trail-2026-05-30.jsonl',
    'trail-2026-11-26.jsonl',
  ]);
});
