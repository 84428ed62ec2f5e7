import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { bulkFolder, bulkPath, findBulkFile, storedName, type BulkFile } from '../../../src/views/bulk/files.ts';
import { bulkDownload } from '../../../src/views/bulk/download.ts';
import { takeTurn } from '../../../src/views/bulk/turn.ts';
import { writeBulk } from '../../../src/views/bulk/write-bulk.ts';
import type { Portal } from '../../../src/views/portal.ts';
import { published, tenderNotice, NOW } from '../../stories/lakeside-road.ts';
import { lakesideAndSchool } from '../world.ts';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** The two records of the lakeside world, with a folder for its files. */
function world(): Portal {
  const { portal } = lakesideAndSchool();
  const data = mkdtempSync(join(tmpdir(), 'gongshi-bulk-'));
  folders.push(data);
  return { ...portal, settings: { ...portal.settings, data } };
}

const bytesOf = ({ settings }: Portal, file: BulkFile) => readFileSync(bulkPath(settings.data, storedName(file)));
const textOf = (portal: Portal, name: string) =>
  gunzipSync(bytesOf(portal, findBulkFile(portal.settings.data, name)!)).toString();
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('the whole of a register stands in one file of each format, with its rows, its size and its hash', async () => {
  const portal = world();
  const { files } = await writeBulk(portal);
  const whole = files.filter(({ register, span }) => register === 'construction' && span === 'all');
  assert.deepEqual(
    whole.map(({ name, rows }) => [name, rows]),
    [
      ['construction-all.csv.gz', 2],
      ['construction-all.xlsx', 2],
      ['construction-all.parquet', 2],
      ['construction-all.records.jsonl.gz', 2],
      ['construction-all.ocds-records.json.gz', 2],
      ['construction-all.releases.jsonl.gz', 6],
      ['construction-all.ocds-releases.json.gz', 6],
    ],
  );
  for (const file of files) {
    const bytes = bytesOf(portal, file);
    assert.equal(bytes.length, file.size, file.name);
    assert.equal(createHash('sha256').update(bytes).digest('hex'), file.sha256, file.name);
  }
  const rows = parse(textOf(portal, 'construction-all.csv.gz'), { bom: true, columns: true }) as { title: string }[];
  assert.deepEqual(rows.map(({ title }) => title).sort(), ['学校路照明工程施工', '湖滨路改造工程施工'].sort());
  const records = linesOf(textOf(portal, 'construction-all.records.jsonl.gz'));
  assert.deepEqual(
    records.map(({ ocid }) => ocid),
    (rows as unknown as { ocid: string }[]).map(({ ocid }) => ocid),
  );
  const pack = JSON.parse(textOf(portal, 'construction-all.ocds-records.json.gz')) as { records: unknown[] };
  assert.equal(pack.records.length, 2);
});

test('the months of a register together are the whole of it', async () => {
  const portal = world();
  const { files } = await writeBulk(portal);
  for (const format of ['csv', 'releases'] as const) {
    const of = (kind: string) => files.filter((file) => file.format === format && file.span === kind);
    const total = (some: BulkFile[]) => some.reduce((sum, { rows }) => sum + rows, 0);
    assert.equal(total(of('month')), total(of('all')), format);
  }
});

test('what did not change is not written again, and keeps its day', async () => {
  const portal = world();
  const first = await writeBulk(portal);
  const tomorrow = { ...portal, now: () => NOW + 3_600_000 };
  const written: string[] = [];
  const again = await writeBulk(tomorrow, { onWriting: (name) => written.push(name) });
  assert.equal(written.length, 0);
  assert.deepEqual(again.files, first.files);
  published(portal.database, {
    ...tenderNotice,
    id: 'mill-1',
    number: 'TS-GC-2026-0400-01',
    title: '磨坊路工程施工招标公告',
    project: { code: 'TS-GC-2026-0400', name: '磨坊路工程施工' },
    publishedAt: '2026-11-23 09:00',
  });
  const after = await writeBulk(tomorrow, { onWriting: (name) => written.push(name) });
  assert.ok(written.includes('construction-all table') && written.includes('construction-2026-11-23 table'));
  const old = first.files.find(({ name }) => name === 'construction-2026-11-22.csv.gz')!;
  assert.deepEqual(
    after.files.find(({ name }) => name === old.name),
    old,
  );
  // What is no file any more is gone from the disk.
  assert.deepEqual(
    readdirSync(bulkFolder(portal.settings.data)).sort(),
    [...after.files.map(storedName), 'files.json'].sort(),
  );
});

test('more rows than a file holds stand in several', async () => {
  const portal = world();
  const { files } = await writeBulk(portal, { most: { csv: 1, xlsx: 1, package: 4 } });
  const parts = (format: string) =>
    files.filter((file) => file.format === format && file.span === 'all').map(({ name, rows }) => [name, rows]);
  assert.deepEqual(parts('csv'), [
    ['construction-all.csv.gz', 1],
    ['construction-all.2.csv.gz', 1],
  ]);
  assert.deepEqual(parts('ocds-releases'), [
    ['construction-all.ocds-releases.json.gz', 4],
    ['construction-all.2.ocds-releases.json.gz', 2],
  ]);
  assert.deepEqual(parts('parquet'), [['construction-all.parquet', 2]]);
});

test('only a file that is listed is handed out, whatever the name leads to', async () => {
  const portal = world();
  await writeBulk(portal);
  const answer = bulkDownload(portal, 'construction-all.parquet')!;
  assert.equal(answer.headers.get('last-modified'), new Date(NOW).toUTCString());
  for (const name of ['files.json', '../gongshi.sqlite', '..%2Fgongshi.sqlite', 'construction-all', ''])
    assert.equal(bulkDownload(portal, name), undefined, name);
});

test('a tender that closed meanwhile is written anew without anything being published', async () => {
  const portal = world();
  await writeBulk(portal);
  const name = 'construction-2026-11-22.records.jsonl.gz';
  const [open] = linesOf(textOf(portal, name));
  const written: string[] = [];
  await writeBulk({ ...portal, now: () => NOW + 3 * 86_400_000 }, { onWriting: (group) => written.push(group) });
  const [closed] = linesOf(textOf(portal, name));
  assert.equal(closed!['ocid'], open!['ocid']);
  assert.notEqual(closed!['state'], open!['state']);
  assert.ok(written.every((group) => group.endsWith('table')));
});

test('what is said of every file, an origin or a redaction, writes all of them anew', async () => {
  const portal = world();
  const written: string[] = [];
  const { marks } = await writeBulk(portal);
  const moved = { ...portal, settings: { ...portal.settings, origin: 'https://moved.example' } };
  await writeBulk(moved, { onWriting: (group) => written.push(group) });
  assert.deepEqual(written.sort(), Object.keys(marks).sort());
});

test('one process writes at a time; what a broken-off run left keeps nobody out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-turn-'));
  folders.push(folder);
  const endTurn = takeTurn(folder);
  assert.ok(endTurn);
  assert.equal(takeTurn(folder), null);
  endTurn();
  const { pid } = spawnSync(process.execPath, ['-e', '0']);
  writeFileSync(join(folder, 'writing'), String(pid));
  const again = takeTurn(folder);
  assert.ok(again);
  again();
  assert.deepEqual(readdirSync(folder), []);
});
