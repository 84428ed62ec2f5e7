import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from '../../../src/cli/seed.ts';
import { findRecords } from '../../../src/notices/storage.ts';
import { findRegister } from '../../../src/registers/registers.ts';
import { listPage } from '../../../src/views/list/list-page.ts';
import { listQuery, readListParameters } from '../../../src/views/list/parameters.ts';
import { refusalsOf } from '../../../src/views/list/refusals.ts';
import { withQuery } from '../../../src/views/address.ts';
import { whyNoSum } from '../../../src/views/list/table.ts';
import { addressesOf } from '../../../src/views/list/view.ts';
import { emptyHouse, NOW } from '../../stories/lakeside-road.ts';
import { lakesideAndSchool, portalOver } from '../world.ts';

const register = findRegister('construction')!;
const { portal, lakeside, school } = lakesideAndSchool();
const asked = (query: string) => readListParameters(register, new URLSearchParams(query));
const listed = (query: string) => listPage(portal, register, asked(query).parameters, 'zh');
const ocids = async (query: string) => (await listed(query)).rows.map(({ ocid }) => ocid);

const column = async (query: string, id: string) => {
  const { columns, rows } = await listed(query);
  const at = columns.findIndex((one) => one.id === id);
  return rows.map(({ cells }) => cells[at]!);
};

test('a list shows by which a person compares: who, where, for how much and of which kind, when, to whom', async () => {
  const { columns, rows } = await listed('');
  assert.deepEqual(
    columns.map(({ label, unit }) => label + unit),
    ['招标人', '区县', '金额（万元）', '成交日期', '中标人'],
  );
  assert.deepEqual(
    rows.map(({ ocid }) => ocid),
    [school, lakeside],
  );
  assert.deepEqual(
    (await column('', 'amount')).map(({ text, sub }) => [text, sub]),
    [
      ['120.00', '控制价'],
      ['3,214.50', '中标价，控制价3,300.00'],
    ],
  );
  assert.deepEqual(
    (await column('', 'winner')).map(({ text }) => text),
    ['待公开', '天水某建设有限公司'],
  );
});

test('a unit in a cell leads to the page of units, a winner to that of parties', async () => {
  const row = (await listed('')).rows.find(({ ocid }) => ocid === lakeside)!;
  assert.deepEqual(
    row.cells.flatMap(({ type, path }) => (type === 'party' ? path!.split('/')[1] : [])),
    ['units', 'parties'],
  );
});

test('region, stage, facets, words, days, sums and order narrow the list in any combination', async () => {
  assert.deepEqual(await ocids('region=620503'), [school]);
  assert.deepEqual(await ocids('stage=award'), [lakeside]);
  assert.deepEqual(await ocids('method=open&stage=tender'), [school]);
  assert.deepEqual(await ocids('q=湖滨路&method=open'), [lakeside]);
  assert.deepEqual(await ocids('q=湖滨路&method=invited'), []);
  assert.deepEqual(await ocids('q=湖滨路&max=100'), []);
  assert.deepEqual(await ocids('sort=amount'), [lakeside, school]);
  assert.deepEqual(await ocids('sort=closing'), [school, lakeside]);
  assert.deepEqual(await ocids('min=480万'), [lakeside]);
  assert.deepEqual(await ocids('max=1200000元'), [school]);
  assert.deepEqual(await ocids('from=2026.11.1'), [school]);
});

test('what cannot be used is said beside its control with what to write, and everything else is used', async () => {
  const { parameters, dropped } = asked('min=很多&max=500&from=昨天&stage=nothing&region=620503&region=620502');
  assert.deepEqual([parameters.max, parameters.region, parameters.min], [500, '620503', undefined]);
  assert.deepEqual(
    refusalsOf(dropped, 'zh').map(({ control, text }) => [control, text]),
    [
      ['region', '只能选一个，没有按“620502”筛选。'],
      ['stage', '这里没有“nothing”可选，没有按它筛选。'],
      ['days', '“昨天”不是日期，没有按它筛选。可以写2026-3-1、2026.3.1。'],
      ['sums', '“很多”不是金额，没有按它筛选。可以写480、480万、4800000元。'],
    ],
  );
});

test('a range that ends before it begins is said, and holds nothing back', async () => {
  const { parameters, dropped } = asked('min=500&max=100&from=2026-5-1&to=2026-3-1');
  assert.deepEqual([parameters.min, parameters.to], [undefined, undefined]);
  assert.match(refusalsOf(dropped, 'zh')[1]!.text, /从500万元到100万元，大小颠倒/);
});

test('a choice of another register is none here', () => {
  const land = findRegister('land')!;
  assert.equal(readListParameters(land, new URLSearchParams('method=negotiation')).dropped[0]!.name, 'method');
  assert.deepEqual(readListParameters(land, new URLSearchParams('method=auction')).dropped, []);
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
    withQuery('/construction', listQuery(asked('q=&region=620503&min=480万&sort=newest&x=1&before=9').parameters)),
    '/construction?region=620503&min=480',
  );
});

test('where nothing is found the list says which condition to drop and how much there is without it', async () => {
  assert.deepEqual(
    (await listed('q=湖滨路&region=620503&max=200')).drops.map(({ text, total }) => [text, total]),
    [['湖滨路', 1]],
  );
  assert.deepEqual((await listed('q=飞机场&region=620503&max=1')).drops, []);
  const two = await listed('region=620503&stage=award');
  assert.deepEqual(
    two.drops.map(({ text, total, without }) => [text, total, Object.keys(without)]),
    [
      ['麦积区', 1, ['region']],
      ['已中标', 1, ['stage']],
    ],
  );
  assert.deepEqual((await listed('')).drops, []);
});

test('a register that asks for no sum shows none, sorts by none, and says of no record that it is missing', async () => {
  const database = emptyHouse();
  seed(database, { now: NOW, demo: true });
  const enforcers = findRegister('enforcers')!;
  const house = portalOver(database);
  const { parameters } = readListParameters(enforcers, new URLSearchParams());
  const { columns, rows } = await listPage(house, enforcers, parameters, 'zh');
  assert.deepEqual(
    columns.map(({ label }) => label),
    ['执法主体', '区县'],
  );
  assert.equal(rows.length, 1, 'two lists of one unit are one record');
  assert.deepEqual(
    addressesOf(enforcers, parameters, 'zh').sorts.map(({ text }) => text),
    ['最新公告'],
  );
  const [record] = findRecords(database, [rows[0]!.ocid]);
  assert.equal(whyNoSum({ record: record!, now: NOW }, enforcers), 'not-applicable');
});
