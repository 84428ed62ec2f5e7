import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SYNONYMS, synonymsOf } from '../../src/values/synonyms.ts';
import { fold } from '../../src/values/script.ts';
import { allPages, DOCUMENTS, idOf, nameOf, world } from './world.ts';

const document = (n: number, title: string, more: Partial<(typeof DOCUMENTS)[string]> = {}) => ({
  ...DOCUMENTS['lamp']!,
  id: idOf('2026-03-19', n),
  ocid: `own-${n}`,
  title,
  text: '',
  suppliers: [],
  units: [],
  ...more,
});
const city = world({}, [
  document(1, '某项目招标投标情况说明'),
  document(2, '某街道宗地调查'),
  document(3, '某单位公告', { text: '按照招投标有关规定' }),
  document(4, '政府采购意向公开'),
  document(5, '某学校零星维修'),
  document(6, '设备维护', { units: ['天水市某学校'] }),
  document(7, '车辆维护', { text: '车辆停放于某学校' }),
]);
const titles = async (q: string) => (await city.search(q)).hits.map(({ id }) => city.documents.get(id)!.title);

test('a word of the field finds what means the same, by either name', async () => {
  assert.deepEqual(await titles('招投标'), ['某项目招标投标情况说明', '某单位公告']);
  assert.deepEqual(await titles('招标投标'), ['某项目招标投标情况说明', '某单位公告']);
  assert.deepEqual(await titles('政采'), ['政府采购意向公开']);
  assert.deepEqual(await titles('街道地块'), ['某街道宗地调查']);
});

test('in quotes, excluded or of a field, a word means itself alone', async () => {
  assert.deepEqual(await titles('"招投标"'), ['某单位公告']);
  assert.deepEqual(await titles('招投标 -招标投标'), ['某单位公告']);
  assert.deepEqual(await titles('单位:宗地'), []);
});

test('the page is told all words to mark', async () =>
  assert.deepEqual((await city.search('政采')).words, ['政采', '政府采购']));

test('titles come first, then names and codes, then the text', async () => {
  assert.deepEqual(await titles('某学校'), ['某学校零星维修', '设备维护', '车辆维护']);
  for (const limit of [1, 2])
    assert.deepEqual(
      (await allPages(city, '某学校', { limit })).map((id) => city.documents.get(id)!.title),
      ['某学校零星维修', '设备维护', '车辆维护'],
    );
  assert.deepEqual(
    (await city.search('某学校', { sort: 'newest' })).hits.map(({ id }) => Number(nameOf(id)) % 10),
    [7, 6, 5],
  );
});

test('every group has two words or more and says why; no word stands in two groups', () => {
  const words = SYNONYMS.flatMap((group) => group.words.map(fold));
  assert.equal(new Set(words).size, words.length);
  for (const { words: group, why } of SYNONYMS) assert.ok(group.length >= 2 && why.length > 5);
  assert.deepEqual(synonymsOf('道路改造'), []);
});

test('a day finds every way in which it is printed', async () => {
  const days = world({}, [
    document(1, '甲', { text: '开标时间：2026年04月08日' }),
    document(2, '乙', { text: '2026.4.8 截止' }),
    document(3, '丙', { text: '2026-04-08前' }),
    document(4, '丁', { text: '2026年4月18日' }),
  ]);
  for (const typed of ['2026年4月8日', '2026-04-08', '2026.4.8', '2026年04月08日'])
    assert.deepEqual(
      (await days.search(typed)).hits.map(({ id }) => Number(nameOf(id)) % 10).toSorted(),
      [1, 2, 3],
      typed,
    );
});
