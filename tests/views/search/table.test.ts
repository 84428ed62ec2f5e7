import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { csvText } from '../../../src/views/list/take-away.ts';
import { readSearchParameters } from '../../../src/views/search/parameters.ts';
import { searchPage } from '../../../src/views/search/search-page.ts';
import { searchTable } from '../../../src/views/search/table.ts';
import { lakesideAndSchool } from '../world.ts';

const { portal } = lakesideAndSchool();

async function rowsOf(query: string): Promise<Record<string, string>[]> {
  const { parameters } = readSearchParameters(new URLSearchParams(query));
  const table = await searchTable(portal, parameters, { locale: 'zh', isCoded: true, face: 'csv' });
  let text = '';
  for await (const line of csvText(table, true, 'zh')) text += line;
  return parse(text, { columns: true, bom: true });
}

test('the table of a search holds exactly its rows, in its order: who won, for how much, and where it stands', async () => {
  const { parameters } = readSearchParameters(new URLSearchParams('q=施工'));
  const page = await searchPage(portal, parameters, 'zh');
  const rows = await rowsOf('q=施工');
  assert.deepEqual(
    rows.map(({ ocid }) => ocid),
    page.rows.map(({ ocid }) => ocid),
  );
  const lakeside = rows.find(({ title }) => title!.startsWith('湖滨路'))!;
  assert.match(lakeside['winner']!, /公司/);
  assert.match(lakeside['amount']!, /^\d+(\.\d+)?$/);
  assert.equal(lakeside['amount_label'], '中标价');
  assert.match(lakeside['page']!, /^https:\/\/gongshi\.example\/records\//);
  const school = rows.find(({ title }) => title!.startsWith('学校路'))!;
  assert.equal(school['winner'], '');
  assert.equal(school['dealt_on_missing'] !== '', true);
});

test('a row a notice where the page shows notices, and a piece of it where one is asked for', async () => {
  const notices = await rowsOf('q=湖滨路&each=notice');
  assert.equal(notices.length, 5);
  const [first] = await rowsOf('q=湖滨路&each=notice&sort=newest&limit=1');
  assert.equal(first!['notice'], (await rowsOf('q=湖滨路&each=notice&sort=newest'))[0]!['notice']);
});
