import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import type { Locale } from '../../../src/locales/labels.ts';
import { listHappenings } from '../../../src/views/list/happenings.ts';
import { listPage } from '../../../src/views/list/list-page.ts';
import { findRegister } from '../../../src/registers/registers.ts';
import { readListParameters } from '../../../src/views/list/parameters.ts';
import { csvText, jsonText, takeAway } from '../../../src/views/list/take-away.ts';
import { workbook } from '../../../src/views/list/workbook.ts';
import { csv } from '../../../src/views/csv.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';
import { emptyHouse, published, tenderNotice } from '../../stories/lakeside-road.ts';
import { lakesideAndSchool, portalOver } from '../world.ts';

const register = findRegister('construction')!;
const { portal, lakeside, school } = lakesideAndSchool();
const asked = (query: string) => readListParameters(register, new URLSearchParams(query));

async function table(query = '', { locale = 'zh' as Locale, isCoded = false, of = portal } = {}) {
  return takeAway(of, register, asked(query).parameters, { locale, isCoded, face: 'csv' });
}
async function textOf(text: AsyncGenerator<string>): Promise<string> {
  return (await Array.fromAsync(text)).join('');
}
async function csvRows(query = '', locale: Locale = 'zh', of = portal): Promise<Record<string, string>[]> {
  const text = await textOf(csvText(await table(query, { locale, isCoded: true, of }), true, locale));
  return parse(text, { bom: true, columns: true });
}

test('a table to take away has exactly the rows of the list, all of them, in its order', async () => {
  for (const query of ['', 'sort=amount', 'region=620503', 'q=湖滨路', 'min=480万', 'q=没有']) {
    const page = await listPage(portal, register, asked(query).parameters, 'zh');
    const ocids = page.rows.map(({ ocid }) => ocid);
    assert.deepEqual(
      (await csvRows(query)).map(({ ocid }) => ocid),
      ocids,
      query,
    );
    const all = await table(query, { isCoded: true });
    const json = JSON.parse(await textOf(jsonText(all, { asked: {}, dropped: [] }))) as {
      rowCount: number;
      rows: { ocid: string }[];
    };
    assert.deepEqual([json.rowCount, json.rows.map(({ ocid }) => ocid)], [ocids.length, ocids], query);
    const [, ...rows] = (await readXlsxFile(Buffer.from(await workbook(await table(query), false, 'zh'))))[0]!.data;
    assert.deepEqual(
      rows.map(([ocid]) => ocid),
      ocids,
      query,
    );
  }
});

test('a column has one type: sums are numbers of yuan with their kind, days are days, and what is missing says why', async () => {
  const [first, second] = await csvRows();
  assert.deepEqual(
    [
      second!['amount'],
      second!['currency'],
      second!['amount_basis'],
      second!['amount_label'],
      second!['amount_missing'],
    ],
    ['32145000', 'CNY', 'award', '中标价', ''],
  );
  assert.deepEqual([second!['dealt_on'], second!['dealt_on_missing']], ['', 'in-text']);
  assert.match(second!['updated_on']!, /^2026-\d\d-\d\d$/);
  assert.deepEqual(
    [first!['winner'], first!['winner_missing'], first!['price'], first!['price_missing'], first!['state']],
    ['', 'pending', '', 'pending', 'tender'],
  );
  assert.equal(second!['page'], `https://gongshi.example/records/${lakeside}`);
  assert.deepEqual([first!['ocid'], first!['region_code'], first!['region']], [school, '620503', '麦积区']);
});

test('heads are in the language of the reader, and a traditional table is traditional throughout, codes apart', async () => {
  const heads = async (locale: Locale) =>
    (await textOf(csvText(await table('', { locale }), false, locale))).split('\r\n')[0]!;
  assert.match(await heads('zh'), /"区县".*"金额（元）".*"中标人为什么空着"/);
  assert.match(await heads('en'), /"Division".*"Sum \(CNY\)".*"Why Winner is empty"/);
  assert.match(await heads('hant'), /"區縣".*"中標人"/);
  const [first] = await csvRows('', 'hant');
  assert.deepEqual([first!['title'], first!['state']], ['學校路照明工程施工', 'tender']);
});

test('a page of a table names the next one, and together they are the whole', async () => {
  const first = await table('limit=1', { isCoded: true });
  assert.match(first.next!, /^\/construction\.csv\?limit=1&before=[\d.]+&names=code$/);
  const rest = await csvRows(first.next!.split('?')[1]);
  assert.deepEqual(
    rest.map(({ ocid }) => ocid),
    [lakeside],
  );
});

test('no cell can become a formula, whatever a notice is called', async () => {
  const notice: NoticeInput = {
    ...tenderNotice,
    title: '=HYPERLINK("http://x","招标公告")',
    project: { code: 'X-1', name: '=1+1' },
  };
  const database = emptyHouse();
  published(database, notice);
  const [row] = await csvRows('', 'zh', portalOver(database));
  assert.equal(row!['title'], "'=1+1");
  assert.equal(
    csv([['=1', '-2', -2, 'a"b', null, ' +3', '＝4', '@5']]),
    '\uFEFF"\'=1","\'-2","-2","a""b","","\' +3","\'＝4","\'@5"\r\n',
  );
});

test('the calendar of a list holds the dates of its records and says in its name what was asked', async () => {
  const of = async (query: string) => listHappenings(portal, register, asked(query).parameters, 'zh');
  const { name, happenings } = await of('region=620503');
  assert.match(name, /工程建设·麦积区$/);
  assert.ok(happenings.length > 0);
  assert.ok(happenings.every(({ path }) => path.includes(school)));
  assert.deepEqual((await of('q=没有这样的')).happenings, []);
});
