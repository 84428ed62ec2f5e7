import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NearestRequest } from '../../src/search/engine.ts';
import { DOCUMENTS, idOf, nameOf, NOW, world } from './world.ts';

const city = world();
const ask = (words: string, more: Partial<NearestRequest> = {}) =>
  city.engine.nearest({ words, filters: {}, preferences: {}, limit: 10, now: NOW, ...more });
const first = async (words: string, more: Partial<NearestRequest> = {}) => {
  const [hit] = (await ask(words, more)).hits;
  return hit && nameOf(hit.id);
};

test('a wrong, missing or extra character does not hide what was meant', async () => {
  for (const words of ['湖宾路改造工程', '湖滨路造工程', '湖滨大路改造工程', '湖濱路改告工程'])
    assert.ok(['lakeTender', 'lakeAward'].includes((await first(words))!), words);
  assert.equal(await first('课卓椅'), 'school');
  assert.equal(await first('农材'), 'ancient');
});

test('a row says which characters of what was typed it has not', async () => {
  const lacks = async (words: string) => (await ask(words)).hits[0]!.lacks;
  assert.deepEqual(await lacks('湖宾路改造工程'), ['宾']);
  assert.deepEqual(await lacks('湖濱路改造工程'), [], 'the same in traditional characters');
  assert.deepEqual(await lacks('hubinlu'), [], 'a sound is no character');
});

test('words in another order, or run together, find what holds them', async () => {
  assert.ok(['lakeTender', 'lakeAward'].includes((await first('改造湖滨路'))!));
  assert.equal(await first('设备采购麦积区人民医院'), 'hospital');
  assert.equal(await first('管网城北改造'), 'withdrawn');
});

test('pinyin finds titles and names, whole or by initials, run together or apart', async () => {
  assert.ok(['lakeTender', 'lakeAward'].includes((await first('hubinlu'))!));
  assert.ok(['lakeTender', 'lakeAward'].includes((await first('hu bin lu gai zao'))!));
  assert.ok(['lakeTender', 'lakeAward'].includes((await first('hblgz'))!));
  assert.equal(await first('weihedaqiao'), 'bridge');
  assert.ok(['soon', 'hospital'].includes((await first('mjqrmyy'))!));
});

test('what people say finds what notices call it, and a company is found without its legal form', async () => {
  assert.equal(await first('换桌子 课桌'), 'school');
  assert.equal(await first('甘肃××照明有限责任公司'), 'lamp');
});

test('a code is found from its beginning, with or without its signs', async () => {
  const found = (await ask('GSZC2026GC00')).hits.map(({ id }) => nameOf(id));
  assert.deepEqual(found.toSorted(), ['hospital', 'school']);
  assert.ok(['lakeTender', 'lakeAward'].includes((await first('tsgc20260'))!));
});

test('what is nowhere finds nothing and is named', async () => {
  const { hits, unknown } = await ask('火星探测器');
  assert.deepEqual([hits, unknown], [[], ['火星探测器']]);
  assert.deepEqual((await ask('湖滨路 zzzqqq')).unknown, ['zzzqqq']);
});

test('who meets more of what was understood stands first, and each says what it lacks', async () => {
  const { hits } = await ask('改造工程', {
    preferences: { 秦安县: { region: ['620522'] }, 三月: { from: '2026-03-01', to: '2026-03-31' } },
  });
  assert.equal(hits[0]!.ocid, 'lake');
  assert.deepEqual(hits[0]!.fails, ['秦安县']);
  assert.deepEqual(hits.find(({ ocid }) => ocid === 'bridge')!.fails, ['秦安县', '三月']);
  const differences = hits.map(({ lacks, fails }) => lacks.length + fails.length);
  assert.deepEqual(
    differences,
    differences.toSorted((a, b) => a - b),
  );
});

test('filters hold for what is near as for what is exact, and a record stands once', async () => {
  assert.equal(await first('改造湖滨路', { filters: { region: ['620503'] } }), 'bridge');
  const { hits } = await ask('改造湖滨路');
  assert.equal(new Set(hits.map(({ ocid }) => ocid)).size, hits.length);
});

test('where it was published first is found as a word and as a field', async () => {
  const own = world({}, [
    { ...DOCUMENTS['lamp']!, id: idOf('2026-03-19', 1), ocid: 'own', media: ['甘肃政府采购网'] },
    { ...DOCUMENTS['bridge']!, id: idOf('2026-03-19', 2), ocid: 'other', text: '见甘肃政府采购网' },
  ]);
  assert.equal((await own.search('甘肃政府采购网')).total, 2);
  assert.deepEqual(
    (await own.search('媒介:甘肃政府采购网')).hits.map(({ ocid }) => ocid),
    ['own'],
  );
});

test('letters are found without their accents, however they are put together', async () => {
  const own = world({}, [
    { ...DOCUMENTS['lamp']!, id: idOf('2026-03-19', 1), ocid: 'cafe', title: 'Café Müller 采购' },
  ]);
  for (const q of ['cafe', 'Café', 'Cafe\u0301', 'muller']) assert.equal((await own.search(q)).total, 1, q);
});
