import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { LOCALES, type Locale } from '../../../src/locales/labels.ts';
import { declareCoverage } from '../../../src/notices/declare-coverage.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';
import { owedPage } from '../../../src/views/clock/owed/owed-page.ts';
import { readOwedParameters } from '../../../src/views/clock/owed/parameters.ts';
import { owedTable } from '../../../src/views/clock/owed/table.ts';
import { compliancePage } from '../../../src/views/clock/compliance/compliance-page.ts';
import { readComplianceParameters } from '../../../src/views/clock/compliance/parameters.ts';
import { complianceTable } from '../../../src/views/clock/compliance/table.ts';
import { csvText, jsonText } from '../../../src/views/list/take-away.ts';
import { workbook } from '../../../src/views/list/workbook.ts';
import { emptyHouse, published } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

const NOW = Date.parse('2026-11-24T12:00:00+08:00');
const MEDIUM = '甘肃政府采购网';

/** A result without its contract: 湖滨路 of the covered medium, 学校路 of one that is not, and a sale by an unverified rule. */
function world(isCovered = true) {
  const database = emptyHouse();
  const result = (name: string, day: string, medium: string): NoticeInput => ({
    id: `${name}-1`,
    register: 'procurement',
    kind: 'award',
    title: `${name}结果公告`,
    project: { code: `C-${name}`, name },
    region: name.startsWith('学校') ? '620503' : '620502',
    publishedAt: `${day} 09:00`,
    unit: { name: `${name}建设中心` },
    firstPublished: { medium, url: 'https://example.invalid/1', at: `${day} 09:00` },
    fields: { buyer: { name: `${name}建设中心` }, awards: [{ supplier: { name: '某公司' }, awardPrice: '10万元' }] },
  });
  published(
    database,
    result('=湖滨路路灯', '2026-09-01', MEDIUM),
    result('东区路灯', '2026-09-15', MEDIUM),
    result('学校路路灯', '2026-09-02', '别的网'),
    {
      id: 'land-1',
      register: 'land',
      kind: 'grant',
      title: '东区地块出让公告',
      project: { code: 'L-1', name: '东区地块' },
      region: '620502',
      publishedAt: '2026-09-01 09:00',
      unit: { name: '某自然资源局' },
      firstPublished: { medium: MEDIUM, url: 'https://example.invalid/2', at: '2026-09-01 09:00' },
      fields: { method: 'listing', listingUntil: '2026-10-06 15:00', applicationDeadline: '2026-10-04 17:00' },
    },
  );
  if (isCovered)
    for (const register of ['procurement', 'land']) {
      const declared = declareCoverage(
        database,
        { register, medium: MEDIUM, unit: '', from: '2026-01-01', until: '' },
        'test',
        NOW,
      );
      assert.ok(declared.ok);
    }
  return portalOver(database, NOW);
}

const asked = (portal: ReturnType<typeof world>, query: string) =>
  readOwedParameters(portal, new URLSearchParams(query));
const page = (portal: ReturnType<typeof world>, query = '', locale: Locale = 'zh') => {
  const { parameters, dropped } = asked(portal, query);
  return owedPage(portal, parameters, dropped, locale);
};
async function faces(portal: ReturnType<typeof world>, query = '', locale: Locale = 'zh') {
  const { parameters } = asked(portal, query);
  const table = (face: 'csv' | 'json' | 'xlsx') => owedTable(portal, parameters, { locale, isCoded: true, face });
  const csv = (await Array.fromAsync(csvText(table('csv'), true, locale))).join('');
  const json = (await Array.fromAsync(jsonText(table('json'), {}))).join('');
  const [, ...book] = (await readXlsxFile(Buffer.from(await workbook(table('xlsx'), true, locale))))[0]!.data;
  return {
    csv: parse<Record<string, string>>(csv, { bom: true, columns: true }),
    json: (JSON.parse(json) as { rows: Record<string, unknown>[] }).rows,
    xlsx: book.map(([ocid]) => ocid),
  };
}
const titles = ({ rows }: ReturnType<typeof page>) => rows.map(({ title }) => title);

test('what is outside coverage is owed in no face, and of a source that is taken whole it is', async () => {
  const bare = world(false);
  for (const basis of ['', 'basis=unverified']) {
    assert.equal(page(bare, basis).total, 0);
    const { csv, json, xlsx } = await faces(bare, basis);
    assert.deepEqual([csv, json, xlsx], [[], [], []]);
  }
  const portal = world();
  assert.deepEqual(titles(page(portal)), ['=湖滨路路灯', '东区路灯']);
  for (const query of ['', 'basis=unverified', 'sort=unit', 'region=620503', 'sort=latest&register=procurement']) {
    const { csv, json, xlsx } = await faces(portal, query);
    const ocids = page(portal, query).rows.map(({ ocid }) => ocid);
    assert.deepEqual([csv.map(({ ocid }) => ocid), json.map(({ ocid }) => ocid), xlsx], [ocids, ocids, ocids], query);
    assert.doesNotMatch(JSON.stringify([csv, json]), /学校路/, query);
  }
});

test('a rule that was not compared with its source accuses nobody: what it finds is a list of its own, and of no unit', () => {
  const portal = world();
  const apart = page(portal, 'basis=unverified');
  assert.deepEqual([titles(apart), apart.rows[0]!.line.word], [['东区地块'], '到期没有见到，规则待核']);
  assert.equal(page(portal).otherTotal, 1);
  assert.ok(!page(portal).byUnit.some(({ name }) => name === '某自然资源局'));
});

test('a line says who owed what, since when, by which article, how many days late, and what is held', () => {
  const [first] = page(world()).rows;
  assert.equal(first!.unit.name, '=湖滨路路灯建设中心');
  assert.equal(first!.what, '合同公告');
  assert.match(first!.why, /^结果公告至合同公告，规定不超过30日再加2个工作日，2026-09-01起算。$/);
  assert.equal(first!.dueOn, '2026-10-10');
  assert.equal(first!.daysLate, 45);
  assert.equal(first!.line.lawPath, '/laws/government-procurement-regulation#第五十条');
  assert.equal(first!.sourceText, '甘肃政府采购网首发的全部公告');
  assert.equal(first!.heldText, '本站有该单位2026年政府采购公告1份');
});

test('a table has one type a column, codes beside words, and no cell that is a formula', async () => {
  const { csv } = await faces(world());
  const [row] = csv;
  assert.deepEqual(
    [row!['title'], row!['state'], row!['state_label'], row!['due_on'], row!['days_late'], row!['rule_code']],
    ["'=湖滨路路灯", 'owed', '应公开未公开', '2026-10-10', '45', 'P15-2'],
  );
  assert.match(row!['page']!, /^https:\/\/gongshi\.example\/records\//);
  const [english] = (await faces(world(), '', 'en')).csv;
  assert.deepEqual([english!['state'], english!['state_label']], ['owed', 'due and not published']);
});

test('what cannot be chosen is said beside its control, and does not narrow the list', () => {
  const bad = page(world(), 'region=zz&duty=x&unit=p000000000000&register=&sort=abc');
  assert.equal(bad.total, 2);
  assert.deepEqual(
    bad.controls.filter(({ refusal }) => refusal).map(({ name }) => name),
    ['region', 'unit', 'duty'],
  );
  assert.match(bad.controls[1]!.refusal!, /“zz”/);
  assert.deepEqual(
    bad.refused.map(({ name }) => name),
    ['sort'],
  );
});

test('nobody reads a rule by its number, in any language', () => {
  for (const locale of LOCALES) {
    const { rows, controls, byUnit } = page(world(), '', locale);
    const read = rows.map(({ title, what, why, sourceText, heldText, line }) => [
      title,
      what,
      why,
      sourceText,
      heldText,
      line.word,
      line.count,
    ]);
    const said = JSON.stringify([read, controls.map(({ values }) => values.map(({ label }) => label)), byUnit]);
    assert.doesNotMatch(said, /P15|\bL4\b|"[A-Z]\d/);
    assert.ok(byUnit.every(({ name }) => name));
  }
});

const unitOf = (portal: ReturnType<typeof world>, name: string) =>
  portal.database.get<{ id: string }>('SELECT id FROM parties WHERE name = ?', name)!.id;
const compliance = (portal: ReturnType<typeof world>, unit: string, query = '') => {
  const { parameters, dropped } = readComplianceParameters(new URLSearchParams(query));
  const id = unitOf(portal, unit);
  return {
    page: compliancePage(portal, id, parameters, dropped, 'zh')!,
    table: complianceTable(portal, id, parameters, 'zh')!,
  };
};

test('the figures of a unit add up, and each opens exactly its rows, on the page and in the table', async () => {
  const portal = world();
  for (const name of ['=湖滨路路灯建设中心', '学校路路灯建设中心', '某自然资源局']) {
    const { all } = compliance(portal, name).page;
    assert.equal(all.judged, all.kept + all.border + all.broken + all.owed);
    assert.equal(all.share, null, 'too few for a share');
    for (const [figure, n] of Object.entries(all)) {
      if (figure === 'share') continue;
      const { page: opened, table } = compliance(portal, name, `verdict=${figure}`);
      const rows = (await Array.fromAsync(table.rows)).flat();
      assert.deepEqual([opened.cases!.total, rows.length], [n, n], `${name} ${figure}`);
    }
  }
});

test('of a unit whose source is not taken whole nothing counts as not published', () => {
  const portal = world();
  assert.equal(compliance(portal, '=湖滨路路灯建设中心').page.all.owed, 1);
  const { all, coverage } = compliance(portal, '学校路路灯建设中心').page;
  assert.deepEqual([all.owed, all.broken, all.unseen], [0, 0, 1]);
  assert.ok(coverage.every(({ unit }) => unit === null));
  const land = compliance(portal, '某自然资源局').page.all;
  assert.deepEqual([land.owed, land.broken, land.judged], [0, 0, 0], 'by rules that were not verified');
  assert.ok(land.unverified > 0);
});
