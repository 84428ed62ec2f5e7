import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { FileReport } from '../../src/notices/import/run/report.ts';
import { findReleases, findRecord, releasesOf } from '../../src/notices/storage.ts';
import { counts, portal, shared, withoutShared } from './import-world.ts';

/** Files of the real world, as others publish them (shared/data/README.md). */
const filesIn = (folder: string) =>
  readdirSync(shared(folder))
    .sort()
    .map((name) => shared(`${folder}/${name}`));
const sumOf = (files: FileReport[], count: 'rows' | 'published' | 'unchanged' | 'refused') =>
  files.reduce((sum, file) => sum + file[count], 0);

test(
  'OCDS of five publishers goes in, each broken file as one problem, and a second time changes nothing',
  { skip: withoutShared },
  async () => {
    const { run, releases, records } = portal();
    const folders = ['colombia', 'jalisco', 'paraguay', 'taiwan', 'uganda'];
    const files = folders.flatMap((folder) => filesIn(`ocds/${folder}`));
    const first = await run(files);
    const of = (folder: string) => first.files.filter(({ path }) => path.includes(`/${folder}/`));
    assert.equal(sumOf(of('colombia'), 'published'), 100);
    assert.deepEqual([sumOf(of('jalisco'), 'published'), sumOf(of('jalisco'), 'unchanged')], [17, 3]);
    assert.equal(sumOf(of('taiwan'), 'published'), 10);
    assert.equal(sumOf(of('uganda'), 'published'), 10);
    assert.equal(sumOf(of('paraguay'), 'published'), 11);
    const troubled = of('paraguay').filter(({ unreadable, refused }) => unreadable || refused > 0);
    assert.deepEqual(
      troubled.map(({ path, unreadable, problems }) => [path.slice(-11), unreadable?.code ?? problems[0]!.code]),
      [
        ['283906.json', 'empty-file'],
        ['284437.json', 'only-linked'],
        ['284456.json', 'empty-file'],
        ['289089.json', 'empty-file'],
      ],
    );
    assert.equal(first.status, 2);
    const before = [releases(), records()];
    const second = await run(files);
    assert.equal(sumOf(second.files, 'published'), 0);
    assert.deepEqual([releases(), records()], before);
  },
);

test(
  'a compiled record stays out when its releases are here, in whatever order the files come',
  { skip: withoutShared },
  async () => {
    const { run, database } = portal();
    const files = filesIn('ocds/jalisco')
      .filter((path) => path.includes('SFIN-03-0007'))
      .reverse();
    const { files: reports } = await run(files);
    assert.equal(sumOf(reports, 'published'), 5);
    const releases = releasesOf(database, 'ocds-xs1qbl-SFIN-03-0007-00-2017');
    assert.deepEqual(releases.map(({ kind }) => kind).sort(), [
      'acceptance',
      'award',
      'contract',
      'intention',
      'tender',
    ]);
  },
);

test(
  'a release of Taiwan has its buyer, suppliers and tag where they belong, and foreign money keeps its currency',
  { skip: withoutShared },
  async () => {
    const { run, database } = portal();
    await run(filesIn('ocds/taiwan'));
    const record = findRecord(database, 'ocid-6as3t2-51180009')!;
    assert.equal(record.title, '機油濾蕊');
    assert.equal(record.stage, 'award');
    assert.equal(record.compiled.buyer?.name, '台灣中油股份有限公司探採事業部');
    assert.deepEqual(
      record.compiled.awards?.map(({ value, suppliers }) => [value?.amount, value?.currency, suppliers?.[0]?.name]),
      [[207646, 'TWD', '中華機械股份有限公司']],
    );
    assert.equal(record.amount, null);
  },
);

test(
  'works are tendered in construction, goods in procurement; the publisher is the first medium',
  { skip: withoutShared },
  async () => {
    const { run, database } = portal();
    await run(filesIn('ocds/uganda'));
    const [release] = releasesOf(database, 'ocds-rdvc92-1508162377');
    assert.deepEqual(
      [release!.register, release!.kind, release!.sourceKey],
      ['construction', 'plan', 'ocds:ocds-rdvc92-1508162377/97080'],
    );
    assert.equal(release!.content.firstPublished?.medium, 'Public Procuring And Disposal Authority');
  },
);

test(
  'the captured notices of the national platform go in; what belongs to no register is refused by name',
  { skip: withoutShared },
  async () => {
    const { runOne, releases, database } = portal();
    const report = await runOne(shared('cn/ggzy-40.json'));
    assert.deepEqual(counts(report), { rows: 40, published: 39, unchanged: 0, refused: 1 });
    assert.deepEqual(
      report.problems.map(({ row, path, found }) => [row, path, found]),
      [[2, 'business_type', '其他 9002']],
    );
    assert.deepEqual(counts(await runOne(shared('cn/ggzy-40.json'))), {
      rows: 40,
      published: 0,
      unchanged: 39,
      refused: 1,
    });
    assert.equal(releases(), 39);
    const stages = database
      .all<{ ocid: string; n: number }>('SELECT ocid, count(*) AS n FROM releases GROUP BY ocid HAVING n > 1')
      .map(({ n }) => n)
      .sort();
    // 兰考 2, 山东体育总会 3, 徐州 2, 大武口 2.
    assert.deepEqual(stages, [2, 2, 2, 3]);
  },
);

test('sections of one project are one record with lots apart', { skip: withoutShared }, async () => {
  const { runOne, database } = portal();
  await runOne(shared('cn/ggzy-40.json'));
  const ids = database
    .all<{ id: number }>("SELECT id FROM releases WHERE content LIKE '%SDGP370000000202602000616%'")
    .map(({ id }) => id);
  const ocids = new Set(findReleases(database, ids).map(({ ocid }) => ocid));
  assert.equal(ocids.size, 1);
  const { compiled, title } = findRecord(database, [...ocids][0]!)!;
  assert.equal(title, '山东省体育总会秘书处2026年度赛事活动项目（三）');
  assert.equal(compiled.tender?.lots?.length, 3);
});

test(
  'the listing of 2017 goes in as reprints of the right kind, region and section',
  { skip: withoutShared },
  async () => {
    const { runOne, database } = portal();
    const report = await runOne(shared('cn/ggzy-listing-26.csv'));
    assert.deepEqual(counts(report), { rows: 26, published: 26, unchanged: 0, refused: 0 });
    assert.deepEqual(report.unusedColumns, ['industry']);
    const kinds = database
      .all<{ kind: string; n: number }>('SELECT kind, count(*) AS n FROM releases GROUP BY kind ORDER BY kind')
      .map(({ kind, n }) => [kind, n]);
    assert.deepEqual(kinds, [
      ['award', 7],
      ['candidate', 4],
      ['clarification', 6],
      ['opening', 1],
      ['tender', 8],
    ]);
    // The tender and its documents of one school are one record, by title where the first row has no code.
    const school = database.all<{ n: number }>(
      "SELECT count(*) AS n FROM releases WHERE content LIKE '%天水市特殊教育学校%' GROUP BY ocid",
    );
    assert.deepEqual(
      school.map(({ n }) => n),
      [2],
    );
    const regions = database.get<{ n: number }>(
      `SELECT count(*) AS n FROM releases WHERE content LIKE '%"region":"620500"%'`,
    );
    assert.equal(regions!.n, 4);
    assert.equal((await runOne(shared('cn/ggzy-listing-26.csv'))).unchanged, 26);
  },
);

test('a table of divisions is compared and nothing is published', { skip: withoutShared }, async () => {
  const { runOne, write, releases } = portal();
  const path = shared('cn/tianshui-divisions.csv');
  assert.deepEqual(counts(await runOne(path)), { rows: 7, published: 0, unchanged: 7, refused: 0 });
  const old = await runOne(
    write('old.csv', readFileSync(path, 'utf8').replace('麦积区', '北道区').replace('620525', '620599')),
  );
  assert.deepEqual(
    old.problems.map(({ row, code, found }) => [row, code, found]),
    [
      [3, 'division-differs', '北道区'],
      [8, 'division-unknown', '620599 张家川回族自治县'],
    ],
  );
  assert.equal(releases(), 0);
});

test(
  'supply results of land go in by their method of supply, hectares and ten thousand yuan kept',
  { skip: withoutShared },
  async () => {
    const { runOne, database } = portal();
    const report = await runOne(shared('cn/land-results-4.json'));
    assert.deepEqual(counts(report), { rows: 4, published: 4, unchanged: 0, refused: 0 });
    const contents = database
      .all<{ content: string }>('SELECT content FROM releases ORDER BY seq')
      .map(({ content }) => JSON.parse(content));
    assert.deepEqual(
      contents.map(({ region }) => region),
      ['440606', '440606', '440606', '440606'],
    );
    assert.match(JSON.stringify(contents[0].fields), /"fen":898700/);
    assert.match(JSON.stringify(contents[0].fields), /0\.003325/);
    assert.equal(database.get<{ n: number }>('SELECT count(*) AS n FROM records')!.n, 4);
    assert.equal((await runOne(shared('cn/land-results-4.json'))).unchanged, 4);
  },
);
