import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { Database } from '../../src/database/database.ts';
import { recordEvent } from '../../src/events/storage.ts';
import { trailLine, writeTrail } from '../../src/events/trail-log.ts';
import { DAY } from '../../src/values/date.ts';
import { logFolder } from '../../src/watch/day-log.ts';
import { newDatabase } from '../door/door.ts';

const NOW = Date.parse('2026-11-26T12:00:00+08:00');

test('every event comes once into the file of its day, and the next run goes on where the last one was', (context) => {
  const path = newDatabase(context);
  const database = new Database(path);
  const folder = logFolder(dirname(path));
  const event = (subject: string, at: number) =>
    recordEvent(database, { at, actor: 'o1', act: 'draft.submit', subject, detail: { n: 1 }, address: '127.0.0.1' });
  event('draft:old', NOW - 200 * DAY);
  event('draft:yesterday', NOW - DAY);
  event('draft:a\nb', NOW);
  assert.equal(writeTrail(database, folder, NOW), true);
  assert.equal(writeTrail(database, folder, NOW), false);
  event('draft:c', NOW);
  assert.equal(writeTrail(database, folder, NOW), true);
  database.close();
  const linesOf = (name: string) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  assert.deepEqual(readdirSync(folder).sort(), ['trail-2026-11-25.jsonl', 'trail-2026-11-26.jsonl']);
  assert.deepEqual(
    linesOf('trail-2026-11-26.jsonl').map((line) => (JSON.parse(line) as { subject: string }).subject),
    ['draft:a\nb', 'draft:c'],
  );
});

test('a line fits in one message of syslog, whatever its detail', () => {
  const line = trailLine({
    id: 1,
    at: NOW,
    actor: 'o1',
    act: 'draft.save',
    subject: '长'.repeat(3_000),
    detail: { text: '长'.repeat(10_000) },
  });
  assert.ok(Buffer.byteLength(line) < 8_000);
  assert.equal(line.indexOf('\n'), line.length - 1);
  assert.equal((JSON.parse(line) as { detailOmitted: boolean }).detailOmitted, true);
});
