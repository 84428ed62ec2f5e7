import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { seed } from '../../src/cli/seed.ts';
import type { Database } from '../../src/database/database.ts';
import { joinRecords, partNotice } from '../../src/notices/decisions/decide.ts';
import { confirmRedaction, proposeRedaction } from '../../src/notices/drafts/redaction/redact.ts';
import { EXPORT_FILE, exportAll } from '../../src/notices/export/export.ts';
import { takeBack } from '../../src/notices/export/take-back.ts';
import { codes, MINUTE, NOW, value } from '../accounts/world.ts';
import { emptyHouse } from '../stories/lakeside-road.ts';
import { grant, issued, office } from './drafts-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongshi-export-'));
after(() => rmSync(folder, { recursive: true }));
let n = 0;

/** Releases and records as they stand, but for the moments at which they were taken in. */
function said(database: Database): unknown[][] {
  return [
    database.all(
      'SELECT id, seq, ocid, register, kind, source_key, published_at, amends, content, hash FROM releases ORDER BY seq',
    ),
    database.all('SELECT * FROM records ORDER BY ocid'),
    database.all('SELECT * FROM record_keys ORDER BY key, ocid'),
    database.all('SELECT act, ocid, into_ocid, "release", reason, after_seq FROM link_decisions ORDER BY id'),
  ];
}

async function roundTrip(database: Database) {
  const path = join(folder, String(++n));
  const made = value(exportAll(database, folder, path));
  const other = emptyHouse();
  return { path, made, other, taken: await takeBack(other, { data: folder }, path, { now: NOW + 100 * MINUTE }) };
}

test('an export taken into an empty portal says the same, byte for byte, with records that were joined and parted', async () => {
  const database = emptyHouse();
  seed(database, { now: NOW, demo: true });
  const [first, second] = database.all<{ ocid: string }>(
    "SELECT ocid FROM records WHERE register = 'procurement' ORDER BY ocid LIMIT 2",
  );
  value(joinRecords(database, first!.ocid, second!.ocid, { by: 'o1', reason: '同一项目', now: NOW }));
  const { id } = database.get<{ id: number }>(
    'SELECT max(id) AS id FROM releases WHERE ocid = ? AND amends IS NULL',
    second!.ocid,
  )!;
  value(partNotice(database, id, { by: 'o1', reason: '不是同一项目', now: NOW }));
  const { made, other, taken } = await roundTrip(database);
  assert.deepEqual(
    [made.notices, made.decisions],
    [database.get<{ n: number }>('SELECT count(*) AS n FROM releases')!.n, 2],
  );
  assert.deepEqual([value(taken).notices, value(taken).decisions], [made.notices, made.decisions]);
  assert.deepEqual(said(other), said(database));
});

test('what was taken out of a notice stays out, and the notice keeps its mark and the hash of what it was', async () => {
  const house = office();
  const { database } = house;
  const { id } = issued(house, { ...grant, body: `${grant.body ?? ''}原使用人郑某某` });
  const { redaction } = value(
    proposeRedaction(database, house.reviewer, id, { passages: ['郑某某'] }, '含个人信息', NOW),
  );
  value(confirmRedaction(database, house.issuer, redaction.id, NOW + MINUTE));
  const { path, other, taken } = await roundTrip(database);
  value(taken);
  assert.doesNotMatch(readFileSync(join(path, EXPORT_FILE), 'utf8'), /郑某某/);
  assert.deepEqual(said(other), said(database));
});

test('an export goes into an empty portal only, and a line that is wrong is named', async () => {
  const database = emptyHouse();
  seed(database, { now: NOW, demo: true });
  const { path, other } = await roundTrip(database);
  assert.deepEqual(codes(await takeBack(other, { data: folder }, path, { now: NOW })), ['export-not-empty']);
  assert.deepEqual(codes(await takeBack(emptyHouse(), { data: folder }, folder, { now: NOW })), ['export-none']);
  const lines = readFileSync(join(path, EXPORT_FILE), 'utf8').trim().split('\n').length;
  appendFileSync(join(path, EXPORT_FILE), 'nonsense\n');
  const wrong = await takeBack(emptyHouse(), { data: folder }, path, { now: NOW + MINUTE });
  assert.deepEqual(!wrong.ok && wrong.refusals.map(({ code, path: at }) => [code, at]), [
    ['export-line', String(lines + 1)],
  ]);
  writeFileSync(join(path, EXPORT_FILE), '{"register":"land","kind":"grant"}\n');
  const lacking = await takeBack(emptyHouse(), { data: folder }, path, { now: NOW });
  assert.match(!lacking.ok ? lacking.refusals[0]!.path! : '', /^1 /);
});
