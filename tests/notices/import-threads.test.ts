import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { importFiles } from '../../src/notices/import/run/import-files.ts';
import type { ImportOptions } from '../../src/notices/import/run/options.ts';
import { publish } from '../../src/notices/publish.ts';
import { rebuild } from '../../src/notices/rebuild.ts';
import { asLines, counts, lakeRoad, NOW } from './import-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongshi-threads-'));
after(() => rmSync(folder, { recursive: true, force: true }));
let houses = 0;

/** A portal in a file, as two connections need one. */
function house(): { path: string; database: Database } {
  const path = join(folder, `house-${++houses}.sqlite`);
  const database = new Database(path);
  migrate(database);
  return { path, database };
}

function file(name: string, rows: unknown[]): string {
  const path = join(folder, name);
  writeFileSync(path, asLines(...rows));
  return path;
}

const run = (database: Database, path: string, options: Partial<ImportOptions> = {}) =>
  importFiles(database, [path], { now: NOW, rejects: folder, threads: true, ...options });

const project = (n: number) => ({ code: `TSGC-2026-${String(n).padStart(4, '0')}` });
const tenderOf = (n: number) =>
  lakeRoad({
    id: `tender-${n}`,
    title: `湖滨路${n}号改造工程施工招标公告`,
    project: project(n),
    publishedAt: `2026-03-0${1 + (n % 9)} 09:00`,
  });
const awardOf = (n: number) =>
  lakeRoad({
    id: `award-${n}`,
    kind: 'award',
    title: `湖滨路${n}号改造工程施工中标结果公示`,
    project: project(n),
    publishedAt: `2026-04-0${1 + (n % 9)} 09:00`,
    fields: {
      procuringEntity: '天水市住房和城乡建设局',
      awards: [{ supplier: `天水第${n % 40}建设有限公司`, awardPrice: `${300 + n}万元` }],
    },
  });

/** Every record over two batches, a correction before what it corrects, a duplicate, a refusal. */
const rows = [
  lakeRoad({
    id: 'early',
    title: '湖滨路7号改造工程施工招标公告（更正）',
    project: project(7),
    amends: 'award-7',
    kind: 'award',
    fields: awardOf(7)['fields'],
  }),
  ...Array.from({ length: 1_300 }, (_, n) => tenderOf(n)),
  tenderOf(3),
  { ...tenderOf(4), title: '另一个题目' },
  { ...tenderOf(5), id: 'bad', kind: 'nothing' },
  ...Array.from({ length: 1_300 }, (_, n) => awardOf(n)),
];

const TABLES = [
  'releases',
  'records',
  'record_keys',
  'record_marks',
  'doubtful_links',
  'record_facets',
  'parties',
  'party_names',
  'party_roles',
  'verdicts',
  'search_rows',
  'search_codes',
  'events',
];

function stored(database: Database): Record<string, unknown> {
  const all = (sql: string) => database.all(sql);
  return Object.fromEntries([
    ...TABLES.map((table) => [
      table,
      all(`SELECT * FROM ${table}`)
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
    ['words', all('SELECT group_concat(rowid) AS ids FROM search_tokens WHERE search_tokens MATCH \'"改造"\'')],
  ]);
}

const releases = (database: Database) => database.get<{ n: number }>('SELECT count(*) AS n FROM releases')!.n;
/** How many releases the events tell of, one event a batch. */
const told = (database: Database) =>
  database.get<{ n: number }>("SELECT ifnull(sum(detail ->> 'count'), 0) AS n FROM events WHERE act = 'publish'")!.n;

test('two threads store what one stores, to the byte, and report the same', async () => {
  const [one, two] = [house(), house()];
  const path = file('mixed.jsonl', rows);
  const alone = await run(one.database, path, { threads: false });
  const together = await run(two.database, path);
  assert.deepEqual(counts(alone.files[0]!), { rows: 2_604, published: 2_601, unchanged: 1, refused: 2 });
  assert.deepEqual({ ...together.files[0], rejectFile: '' }, { ...alone.files[0], rejectFile: '' });
  assert.deepEqual(stored(two.database), stored(one.database));
  const before = stored(two.database);
  rebuild(two.database);
  for (const table of ['records', 'party_roles', 'verdicts', 'record_keys', 'words'])
    assert.deepEqual(stored(two.database)[table], before[table], table);
  const again = await run(two.database, path);
  assert.deepEqual(counts(again.files[0]!), { rows: 2_604, published: 0, unchanged: 2_602, refused: 2 });
});

test('what others publish meanwhile overtakes the plans, and everything is in', async () => {
  const { path, database } = house();
  const officer = new Database(path);
  let published = 0;
  const report = await run(database, file('meanwhile.jsonl', rows), {
    onProgress: () => {
      if (published >= 5) return;
      published += 1;
      publish(
        officer,
        {
          ...tenderOf(published),
          id: `officer-${published}`,
          title: `湖滨路${published}号改造工程施工招标公告`,
        } as never,
        { actor: 'officer', now: NOW },
      );
    },
  });
  assert.equal(published, 5);
  assert.deepEqual(counts(report.files[0]!), { rows: 2_604, published: 2_601, unchanged: 1, refused: 2 });
  const seqs = database.all<{ seq: number }>('SELECT seq FROM releases ORDER BY seq').map(({ seq }) => seq);
  assert.deepEqual(
    seqs,
    Array.from({ length: 2_606 }, (_, index) => index + 1),
  );
  const before = stored(database);
  rebuild(database);
  for (const table of ['records', 'party_roles', 'verdicts', 'record_facets', 'words'])
    assert.deepEqual(stored(database)[table], before[table], table);
  officer.close();
});

test('a reader that fails fails the import, and says why', async () => {
  const { database } = house();
  const rejects = file('no-folder.txt', []);
  await assert.rejects(run(database, file('actor.jsonl', rows), { rejects }), /EEXIST|ENOTDIR/);
  assert.equal(releases(database), told(database));
});

test('an import that is killed leaves whole batches, and the next one does the rest', async () => {
  const { path, database } = house();
  database.close();
  const source = file(
    'killed.jsonl',
    rows.filter((row) => row !== rows[0]),
  );
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const script = join(folder, 'killed.mjs');
  writeFileSync(
    script,
    `
    import { Database } from '${root}src/database/database.ts';
    import { importFiles } from '${root}src/notices/import/run/import-files.ts';
    await importFiles(new Database(process.argv[2]), [process.argv[3]], { now: ${NOW}, threads: true, rejects: '${folder}', onProgress: ({ rows }) => { if (rows >= 1500) process.kill(process.pid, 'SIGKILL'); } });
  `,
  );
  const child = spawn(process.execPath, [script, path, source], { stdio: ['ignore', 'ignore', 'inherit'] });
  const signal = await new Promise((resolve) => child.once('exit', (_, by) => resolve(by)));
  assert.equal(signal, 'SIGKILL');
  const left = new Database(path);
  assert.deepEqual(
    left.all('PRAGMA integrity_check'),
    [{ integrity_check: 'ok' }].map((row) => Object.assign(Object.create(null), row)),
  );
  const before = releases(left);
  assert.ok(before < 2_600);
  assert.equal(before, told(left));
  assert.equal(before, left.get<{ n: number }>('SELECT count(*) AS n FROM search_rows')!.n);
  const { files } = await run(left, source);
  left.close();
  assert.deepEqual(counts(files[0]!), { rows: 2_603, published: 2_600 - before, unchanged: before + 1, refused: 2 });
});
