import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releasesOf } from '../../src/notices/storage.ts';
import { asLines, counts, portal } from './import-world.ts';

const HEAD = '公告标题,发布时间,信息类型代码,项目编号,采购人,来源平台,预算（万元）,中标人,金额（元）';

test('a row carries what its columns say: 采购人, 预算, 中标人 and 金额 stand in the record', async () => {
  const { database, runOne, write } = portal();
  const rows = [
    '秦州区某局课桌椅采购公开招标公告,2026-10-20,0201,QZ-2026-001,秦州区某局,甘肃政府采购网,48,,',
    '秦州区某局课桌椅采购中标公告,2026-11-10,0202,QZ-2026-001,秦州区某局,甘肃政府采购网,,天水某家具有限公司,"465,000"',
  ];
  assert.deepEqual(counts(await runOne(write('list.csv', [HEAD, ...rows].join('\n')))), {
    rows: 2,
    published: 2,
    unchanged: 0,
    refused: 0,
  });
  const [record, ...others] = database.all<{ ocid: string; compiled: string }>('SELECT ocid, compiled FROM records');
  assert.equal(others.length, 0);
  const { buyer, planning, awards } = JSON.parse(record!.compiled);
  assert.equal(buyer.name, '秦州区某局');
  assert.equal(planning.budget.amount.amount, 480_000);
  assert.equal(awards[0].suppliers[0].name, '天水某家具有限公司');
  assert.equal(awards[0].value.amount, 465_000);
});

test('of several winners in one cell none is said to have won the sum', async () => {
  const { database, runOne, write } = portal();
  await runOne(
    write(
      'list.csv',
      `${HEAD}\n某局课桌椅采购中标公告,2026-11-10,0202,A-2026-001,秦州区某局,某网,,甲某有限公司；乙某有限公司,465000`,
    ),
  );
  const { awards } = JSON.parse(database.get<{ compiled: string }>('SELECT compiled FROM records')!.compiled);
  assert.deepEqual(
    awards.map(({ value }: { value?: unknown }) => value),
    [undefined, undefined],
  );
});

test('a code that a spreadsheet destroyed keeps its row out, and the reason names the column', async () => {
  const { runOne, write } = portal();
  for (const code of ['9.16205E+17', '9E+17', '9.16205e+17', '9.16205E+017']) {
    const report = await runOne(
      write('list.csv', `${HEAD}\n甲项目采购公开招标公告,2026-10-20,0201,${code},天水市甲局,某网,,,`),
    );
    assert.deepEqual(
      report.problems.map(({ code, path, found }) => ({ code, path, found })),
      [{ code: 'code-destroyed', path: '项目编号', found: code }],
    );
  }
  const kept = await runOne(write('kept.csv', `${HEAD}\n甲项目采购公告,2026-10-20,0201,1E10-2026,天水市甲局,某网,,,`));
  assert.equal(kept.published, 1);
});

test('a fuller row or text of the same id restates the listing; a row that says something else is refused', async () => {
  const { database, runOne, write, records } = portal();
  const bare =
    'id,公告标题,发布时间,信息类型代码,项目编号,来源平台\nx-1,某局课桌椅采购公告,2026-10-20,0201,A-2026-001,某网';
  const fuller = bare.replace('来源平台', '来源平台,采购人').concat(',秦州区某局');
  await runOne(write('bare.csv', bare));
  assert.equal((await runOne(write('fuller.csv', fuller))).published, 1);
  assert.equal((await runOne(write('fuller.csv', fuller))).unchanged, 1);
  assert.equal((await runOne(write('bare.csv', bare))).unchanged, 1);
  const other = await runOne(write('other.csv', fuller.replace('课桌椅', '图书')));
  assert.deepEqual(
    other.problems.map(({ code }) => code),
    ['already-published'],
  );
  const text = { body: '采购需求：课桌椅三百套。', fields: { buyer: '秦州区某局', budget: '48万元' } };
  const full = {
    id: 'x-1',
    register: 'procurement',
    kind: 'tender',
    title: '某局课桌椅采购公告',
    publishedAt: '2026-10-20',
    project: { code: 'A-2026-001' },
    firstPublished: { medium: '某网' },
    ...text,
  };
  assert.equal((await runOne(write('full.jsonl', asLines(full)))).published, 1);
  assert.equal((await runOne(write('full.jsonl', asLines(full)))).unchanged, 1);
  assert.equal(records(), 1);
  const [{ ocid } = { ocid: '' }] = database.all<{ ocid: string }>('SELECT ocid FROM records');
  const releases = releasesOf(database, ocid);
  assert.equal(releases.length, 3);
  assert.equal(releases.filter(({ amends }) => amends === null).length, 1);
});
