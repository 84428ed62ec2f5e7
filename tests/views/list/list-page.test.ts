import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRegister } from '../../../src/registers/registers.ts';
import { csv } from '../../../src/views/csv.ts';
import { listPage } from '../../../src/views/list/list-page.ts';
import { listQuery, readListParameters } from '../../../src/views/list/parameters.ts';
import { listTable } from '../../../src/views/list/tables.ts';
import { withQuery } from '../../../src/views/address.ts';
import { lakesideAndSchool } from '../world.ts';

const register = findRegister('construction')!;
const { portal, lakeside, school } = lakesideAndSchool();
const asked = (query: string) => readListParameters(register, new URLSearchParams(query));
const listed = (query: string) => listPage(portal, register, asked(query).parameters, 'zh');
const ocids = async (query: string) => (await listed(query)).rows.map(({ ocid }) => ocid);

test('a list shows the columns of its register, one unit a column', async () => {
  const list = await listed('');
  assert.deepEqual(
    list.rows.map(({ ocid }) => ocid),
    [school, lakeside],
  );
  const price = list.columns.findIndex(({ id }) => id === 'price');
  assert.equal(list.columns[price]!.unit, '（万元）');
  assert.deepEqual(
    list.rows.map(({ cells }) => cells[price]!.text),
    ['待公开', '3,214.50'],
  );
});

test('a unit in a cell leads to the page of units, a winner to that of parties', async () => {
  const row = (await listed('')).rows.find(({ ocid }) => ocid === lakeside)!;
  assert.deepEqual(
    row.cells.flatMap(({ path }) => path?.split('/')[1] ?? []),
    ['units', 'parties'],
  );
});

test('region, stage, facets, words and order narrow the list in any combination', async () => {
  assert.deepEqual(await ocids('region=620503'), [school]);
  assert.deepEqual(await ocids('stage=award'), [lakeside]);
  assert.deepEqual(await ocids('method=open&stage=tender'), [school]);
  assert.deepEqual(await ocids('q=湖滨路&method=open'), [lakeside]);
  assert.deepEqual(await ocids('q=湖滨路&method=invited'), []);
  assert.deepEqual(await ocids('sort=amount'), [lakeside, school]);
  assert.deepEqual(await ocids('sort=closing'), [school, lakeside]);
});

test('a list goes on by key', async () => {
  const first = await listed('limit=1');
  assert.equal(first.total, 2);
  assert.deepEqual(await ocids(`limit=1&before=${first.next}`), [lakeside]);
  assert.deepEqual(await ocids('before=nonsense'), [school, lakeside]);
});

test('choices are those that occur, with the chosen one kept', async () => {
  const { choices } = await listed('method=invited');
  const method = choices.find(({ name }) => name === 'method')!;
  assert.equal(method.chosen, 'invited');
  assert.deepEqual(
    method.values.map(({ value }) => value),
    ['open', 'invited'],
  );
});

test('the address of a list names what narrows it and nothing else', () => {
  assert.equal(
    withQuery('/construction', listQuery(asked('q=&region=620503&sort=newest&x=1&before=9').parameters)),
    '/construction?region=620503',
  );
});

test('a CSV has the rows of the page, and no cell that a spreadsheet would run', async () => {
  const list = await listed('');
  const table = listTable(list, 'zh');
  assert.equal(table.length, 3);
  assert.equal(table[0]!.length, table[1]!.length);
  assert.equal(csv([['=1+1', '-2', -2, 'a"b', null]]), '\uFEFF"\'=1+1","\'-2","-2","a""b",""\r\n');
});
