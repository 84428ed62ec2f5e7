import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createHash } from 'node:crypto';
import { confined } from '../../src/jobs/confined.ts';
import { incomingPath, keepFile } from '../../src/notices/attachments/keep.ts';
import { findFile } from '../../src/notices/attachments/storage.ts';
import { readTable } from '../../src/office/posting/table.ts';
import { emptyHouse, NOW } from '../stories/lakeside-road.ts';
import { docxOf, zipOf } from './files.ts';

/** Files made to stop whoever reads them: small to send, and hours or gigabytes to look at. */
const data = mkdtempSync(join(tmpdir(), 'gongshi-hostile-'));
after(() => rmSync(data, { recursive: true, force: true }));

/** The event loop of readers keeps turning while `work` goes on. */
async function whileReadersGoOn<T>(work: Promise<T>): Promise<T> {
  let turns = 0;
  const beat = setInterval(() => turns++, 5);
  const value = await work.finally(() => clearInterval(beat));
  assert.ok(turns > 0, 'the loop stood still');
  return value;
}

test('work without an end is ended with its thread, and so is work that fills its memory', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-work-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const { writeFileSync } = await import('node:fs');
  writeFileSync(join(folder, 'forever.mjs'), 'export const work = () => { for (;;); };');
  writeFileSync(
    join(folder, 'huge.mjs'),
    'export const work = () => { const all = []; for (;;) all.push([...Array(1000).keys()]); };',
  );
  writeFileSync(join(folder, 'double.mjs'), 'export const work = (n) => 2 * n;');
  const limits = { time: 1_500, memory: 32 };
  const [forever, huge, double] = await whileReadersGoOn(
    Promise.all(['forever', 'huge', 'double'].map((name) => confined<number>(join(folder, `${name}.mjs`), 21, limits))),
  );
  assert.deepEqual(
    [forever, huge].map((one) => !one!.ok && one!.refusals[0]!.code),
    ['work-too-much', 'work-too-much'],
  );
  assert.deepEqual(double, { ok: true, value: 42 });
});

test('a text of half a million open brackets in a DOCX is kept and read in time', async () => {
  const database = emptyHouse();
  // Not so even that it would pack like a bomb.
  const noise = Array.from({ length: 20_000 }, (_, index) => createHash('sha256').update(String(index)).digest('hex'));
  const bytes = docxOf(noise.join('&lt;'), noise.join('<'), '<'.repeat(500_000));
  const kept = await whileReadersGoOn(keepFile(database, data, '长.docx', bytes, NOW));
  assert.ok(kept.ok && !kept.value.unread);
  assert.ok(findFile(database, kept.value.sha256));
});

test('an archive that unpacks to far more than it says is refused, and nothing of it stays', async () => {
  const bomb = zipOf(
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'word/document.xml', data: Buffer.alloc(64 * 1024 * 1024), declared: 100 },
  );
  const kept = await whileReadersGoOn(keepFile(emptyHouse(), data, '弹.docx', bomb, NOW));
  assert.deepEqual(!kept.ok && kept.refusals[0], { code: 'zip-bomb', path: 'file', found: '弹.docx' });
  assert.deepEqual(readdirSync(join(incomingPath(data), '..')), []);
});

const sheet = (cells: string) =>
  zipOf(
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'xl/workbook.xml', data: '<workbook/>' },
    { name: 'xl/worksheets/sheet1.xml', data: `<worksheet><sheetData>${cells}</sheetData></worksheet>` },
  );

test('a sheet with one cell at the end of the world is refused by the name of that cell', async () => {
  for (const [cells, found] of [
    ['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', '1048576'],
    ['<row r="1"><c r="XFD1"><v>1</v></c></row>', 'XFD1'],
  ]) {
    const read = await whileReadersGoOn(readTable('表.xlsx', sheet(cells!)));
    assert.deepEqual(!read.ok && read.refusals, [{ code: 'table-far', found }]);
  }
});

test('what is no table says so, and does not end the process', async () => {
  for (const name of ['表.xlsx', '表.csv']) {
    const read = await readTable(name, Buffer.from('"'.repeat(999_999)));
    assert.equal(read.ok, false);
  }
});
