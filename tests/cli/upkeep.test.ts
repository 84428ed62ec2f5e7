import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBulkDue, isDue, upkeepJobs } from '../../src/cli/serve/upkeep.ts';
import type { Step } from '../../src/jobs/jobs.ts';
import { saveVerification } from '../../src/notices/verification/storage.ts';
import { emptyHouse } from '../stories/lakeside-road.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);
const COUNTS = { releases: 0, redacted: 0, events: 0, rows: 0, attachments: 0, bytes: 0 };

test('a portal is verified once each night, by day only when nights were missed', () => {
  const night = at('2026-11-27T03:10');
  assert.equal(isDue(undefined, at('2026-11-26T15:00')), false);
  assert.equal(isDue(undefined, night), true);
  assert.equal(isDue({ at: night }, at('2026-11-27T03:40')), false);
  assert.equal(isDue({ at: night }, at('2026-11-27T15:00')), false);
  assert.equal(isDue({ at: night }, at('2026-11-28T03:00')), true);
  assert.equal(isDue({ at: night }, at('2026-11-28T15:20')), true);
});

test('a verification that found something keeps its job failed until one finds nothing', async () => {
  const database = emptyHouse();
  const night = at('2026-11-27T03:10');
  let ok = false;
  const ran: string[][] = [];
  const [verify] = upkeepJobs({ data: '/nowhere' }, database, async (words) => {
    ran.push(words);
    const findings = ok ? [] : [{ code: 'release-hash' as const, n: 2, examples: ['1', '2'] }];
    saveVerification(database, { at: night, ok, counts: COUNTS, findings });
  });
  const run = async (now: number): Promise<Step> => verify!.run(now);
  await assert.rejects(run(night), /release-hash ×2/);
  await assert.rejects(run(night + 600_000), /release-hash ×2/);
  assert.equal(ran.length, 1);
  ok = true;
  assert.equal(await run(night + 86_400_000), true);
  assert.deepEqual(ran, [['verify'], ['verify'], ['sweep']]);
});

test('backups are made every quarter of an hour where a folder is set, and only there', async () => {
  const database = emptyHouse();
  const ran: string[][] = [];
  const run = async (words: string[]) => void ran.push(words);
  assert.deepEqual(
    upkeepJobs({ data: '/nowhere' }, database, run).map(({ name }) => name),
    ['verify', 'bulk'],
  );
  const backup = upkeepJobs({ data: '/nowhere', backup: '/mnt/backup' }, database, run).find(
    ({ name }) => name === 'backup',
  )!;
  assert.equal(backup.every, 15 * 60_000);
  assert.equal(await backup.run(0), true);
  assert.deepEqual(ran, [['backup', '/mnt/backup']]);
});

test('files of data are written each night, minutes after the first start, and as soon as something was redacted', () => {
  const start = at('2026-11-26T15:00');
  const never = { at: null, rewrites: '' };
  assert.equal(isBulkDue(never, '0.0', start, start), false);
  assert.equal(isBulkDue(never, '0.0', start + 600_000, start), true);
  const written = { at: start, rewrites: '0.0' };
  assert.equal(isBulkDue(written, '0.0', start + 600_000, start), false);
  assert.equal(isBulkDue(written, '1.0', start + 600_000, start), true);
  assert.equal(isBulkDue(written, '0.0', at('2026-11-27T03:10'), start), true);
});
