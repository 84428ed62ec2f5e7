import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { seed } from '../../../src/cli/seed.ts';
import { Database } from '../../../src/database/database.ts';
import { migrate } from '../../../src/database/migrate.ts';
import { findRegister, registers } from '../../../src/registers/registers.ts';
import { hasList } from '../../../src/views/routes.ts';
import { catalogue } from '../../../src/views/bulk/catalogue.ts';
import { csvMetadata } from '../../../src/views/bulk/csv-metadata.ts';
import { dataPackage } from '../../../src/views/bulk/data-package.ts';
import { dataPage, filesText, sizeText } from '../../../src/views/bulk/data-page.ts';
import { registerLines, spanGroups } from '../../../src/views/bulk/file-groups.ts';
import { bulkPath, findBulkFile, storedName } from '../../../src/views/bulk/files.ts';
import { questions } from '../../../src/views/bulk/questions.ts';
import { writeBulk } from '../../../src/views/bulk/write-bulk.ts';
import { tableColumns } from '../../../src/views/list/table.ts';
import { headsOf } from '../../../src/views/list/take-away.ts';
import type { Portal } from '../../../src/views/portal.ts';
import { portalOver } from '../world.ts';

const NOW = Date.parse('2026-11-23T10:30:00+08:00');
const data = mkdtempSync(join(tmpdir(), 'gongshi-data-page-'));
after(() => rmSync(data, { recursive: true, force: true }));

/** The demo city, before and after its files were written. */
let portal: Portal;
let unwritten: ReturnType<typeof dataPage>;
before(async () => {
  const database = new Database(':memory:');
  migrate(database);
  seed(database, { now: NOW, demo: true });
  const over = portalOver(database, NOW);
  portal = { ...over, settings: { ...over.settings, data } };
  unwritten = dataPage(portal, null);
  await writeBulk(portal);
});

test('before the files were written the page says so, and afterwards when they were', () => {
  assert.deepEqual(registerLines(unwritten, 'zh'), []);
  assert.match(filesText(unwritten, 'zh'), /还没有整理出来/);
  assert.match(filesText(dataPage(portal, null), 'zh'), /^数据文件2026-11-23 10:30整理过/);
});

test('the page shows the whole files of each register, and all of one that is asked for', () => {
  const all = registerLines(dataPage(portal, null), 'zh');
  assert.deepEqual(
    all.map(({ path, links }) => [path, links.length]),
    // What watches is no contracting and has no OCDS; the eight actions are a page without a table.
    registers.map((one) => [
      `/data?register=${one.id}`,
      one.id === 'actions' ? 1 : hasList(one) && !one.supervision ? 7 : 5,
    ]),
  );
  const land = dataPage(portal, 'land');
  assert.deepEqual(
    spanGroups(land, 'en').map(({ title }) => title),
    ['Whole', 'By month', 'By day (the last 31)'],
  );
  assert.ok(land.files.every(({ register }) => register === 'land'));
  assert.equal(dataPage(portal, 'nothing').register, null);
});

test('sizes read as on a disk', () => {
  assert.deepEqual([0, 999, 1_234, 123_456, 5_000_000_000].map(sizeText), [
    '0 B',
    '999 B',
    '1.2 kB',
    '123 kB',
    '5.0 GB',
  ]);
});

/** The values of a member, wherever it stands. */
function every(json: unknown, name: string): unknown[] {
  if (typeof json !== 'object' || json === null) return [];
  const own = Object.hasOwn(json, name) ? [(json as Record<string, unknown>)[name]] : [];
  return [...own, ...Object.values(json).flatMap((value) => every(value, name))];
}

test('the catalogue names each file with its size and its hash, and says what was not set', () => {
  const json = catalogue(portal);
  const { files } = dataPage(portal, null);
  const urls = every(json, 'dcat:downloadURL').map((one) => (one as { '@id': string })['@id']);
  assert.deepEqual(new Set(urls), new Set(files.map(({ url }) => url)));
  const hashes = every(json, 'spdx:checksumValue').map((one) => (one as { '@value': string })['@value']);
  assert.deepEqual(new Set(hashes), new Set(files.map(({ sha256 }) => sha256)));
  assert.deepEqual(new Set(every(json, 'foaf:name')), new Set(['未配置']));
  assert.deepEqual(every(json, 'dct:license')[0], { '@id': 'https://gongshi.example/data/quality#licence' });
  const set = {
    ...portal,
    settings: { ...portal.settings, licence: 'https://example.org/by', footer: { organiser: '某局' } },
  };
  assert.deepEqual(every(catalogue(set), 'dct:license')[0], { '@id': 'https://example.org/by' });
  assert.deepEqual(new Set(every(catalogue(set), 'foaf:name')), new Set(['某局']));
});

test('every prefix of the catalogue is declared', () => {
  const json = catalogue(portal) as { '@context': Record<string, string> };
  const used = JSON.stringify(json).matchAll(/"(?:@type":")?(\w+):[A-Za-z]\w*"/g);
  for (const [, prefix] of used) assert.ok(Object.hasOwn(json['@context'], prefix!), prefix);
});

test('the data package tells the type of every column that its tables have', () => {
  const { resources } = dataPackage(portal) as {
    resources: { name: string; schema?: { fields: { name: string }[] } }[];
  };
  const land = resources.find(({ name }) => name === 'land-all.csv.gz')!;
  assert.deepEqual(
    land.schema!.fields.map(({ name }) => name),
    tableColumns(findRegister('land')!, 'zh', true).map(({ name }) => name),
  );
  assert.equal(new Set(resources.map(({ name }) => name)).size, resources.length);
});

test('a register that has a page in the place of a list has that page’s table, whole, in every format', () => {
  const { resources } = dataPackage(portal) as {
    resources: { name: string; schema?: { fields: { name: string; type: string }[] } }[];
  };
  for (const id of ['fees', 'funds', 'approvals', 'rectification', 'cases', 'discretion']) {
    const whole = dataPage(portal, id).files.filter(({ span }) => span === 'all');
    assert.deepEqual(
      whole.map(({ format }) => format),
      ['csv', 'xlsx', 'parquet', 'records', 'releases'],
      id,
    );
    const text = gunzipSync(readFileSync(bulkPath(data, storedName(findBulkFile(data, whole[0]!.name)!)))).toString();
    const [heads, ...rows] = parse(text, { bom: true }) as string[][];
    assert.ok(rows.length > 0 && rows.length === whole[0]!.rows, id);
    const { schema } = resources.find(({ name }) => name === `${id}-all.csv.gz`)!;
    assert.deepEqual(
      schema!.fields.map(({ name }) => name),
      heads,
    );
  }
});

test('the columns of a CSV are described as it is headed, in every language and in code', () => {
  const register = findRegister('construction')!;
  const { tableSchema } = csvMetadata(portal, register) as {
    tableSchema: { columns: { titles: Record<string, string> }[] };
  };
  const titles = (tag: string) => tableSchema.columns.map((column) => column.titles[tag]);
  for (const [locale, tag] of [
    ['zh', 'zh-Hans'],
    ['hant', 'zh-Hant'],
    ['en', 'en'],
  ] as const)
    assert.deepEqual(titles(tag), headsOf(tableColumns(register, locale), false, locale));
  assert.deepEqual(titles('und'), headsOf(tableColumns(register, 'zh', true), true, 'zh'));
});

/** Where its binary does not run, the questions are not asked here. */
const duckdb = await import('@duckdb/node-api').catch(() => null);

test('DuckDB answers each of the ten questions, as the lists do', { skip: duckdb === null }, async () => {
  const instance = await duckdb!.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const local = (name: string) => bulkPath(data, storedName(findBulkFile(data, name)!));
  const asked = questions('', 2026, local);
  const answers = new Map<string, Record<string, unknown>[]>();
  for (const { id, sql } of asked) answers.set(id, await rows(sql));
  assert.equal(answers.size, 10);
  for (const [id, found] of answers) assert.ok(found.length > 0, `${id} finds nothing`);

  const records = portal.database.all<{ dealt: string; compiled: string }>(
    "SELECT dealt_on AS dealt, compiled FROM records WHERE register = 'land' AND dealt_on LIKE '2026%' ORDER BY dealt_on DESC",
  );
  const deals = answers.get('landDeals')!;
  assert.ok(deals.length > 0 && deals.length <= records.length);
  assert.equal(deals[0]!['dealt_on'], records[0]!.dealt);
  const works = portal.database.get<{ n: number }>(
    "SELECT count(*) AS n FROM records WHERE register = 'construction'",
  )!.n;
  const counted = answers.get('missing')!.reduce((sum, { n }) => sum + Number(n), 0);
  assert.equal(counted, works);

  const [types] = await rows(
    `SELECT typeof(amount) AS amount, typeof(updated_on) AS day, typeof(deadline) AS moment FROM '${local('construction-all.parquet')}' LIMIT 1`,
  );
  assert.deepEqual(types, { amount: 'DOUBLE', day: 'DATE', moment: 'TIMESTAMP WITH TIME ZONE' });
  const same = await rows(
    `SELECT p.ocid FROM '${local('land-all.parquet')}' p LEFT JOIN read_csv('${local('land-all.csv.gz')}') c ON c.ocid = p.ocid AND c.amount IS NOT DISTINCT FROM p.amount AND c.updated_on = p.updated_on WHERE c.ocid IS NULL`,
  );
  assert.deepEqual(same, []);
  connection.closeSync();
});
