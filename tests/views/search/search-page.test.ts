import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goesTo, namedBy } from '../../../src/views/search/named.ts';
import { searchPage } from '../../../src/views/search/search-page.ts';
import { readSearchParameters, searchQuery } from '../../../src/views/search/parameters.ts';
import { withQuery } from '../../../src/views/address.ts';
import { emptyHouse, published, tenderNotice } from '../../stories/lakeside-road.ts';
import { lakesideAndSchool, portalOver } from '../world.ts';

const asked = (query: string) => readSearchParameters(new URLSearchParams(query)).parameters;
const { portal, lakeside, school } = lakesideAndSchool();
const pathOf = (parameters: ReturnType<typeof asked>) => namedBy(portal, parameters)?.path ?? null;
const found = (query: string) => searchPage(portal, asked(query), 'zh');

test('a row stands for a record: its state, its newest matching notice, and the sum of the record with what it is', async () => {
  const { rows, total, byRecord } = await found('q=湖滨路');
  assert.deepEqual([total, byRecord], [1, true]);
  const row = rows[0]!;
  assert.equal(row.recordPath, `/records/${lakeside}`);
  assert.equal(row.kindLabel, '中标结果公示');
  assert.deepEqual([row.fen, row.fenLabel], [3_214_500_000, '中标价']);
  assert.equal(row.state.tone, 'ended');
  assert.deepEqual(row.titleParts[0], { text: '湖滨路', marked: true });
});

test('every notice has a row when each notice is asked for', async () => {
  assert.equal((await found('q=湖滨路&each=notice')).total, 5);
});

test('a snippet is prose: no sign of a table or heading', async () => {
  const text = (await found('q=路灯')).rows[0]!.snippet.map((part) => part.text).join('');
  assert.match(text, /路灯/);
  assert.doesNotMatch(text, /[|#]|---/);
});

test('what is open says how many days are left', async () => {
  assert.equal((await found('q=学校路')).rows[0]!.state.text, '还有2天');
});

test('facets are named and know what is chosen; each condition can be taken away', async () => {
  const page = await found('region=620503&min=100&due=open');
  assert.deepEqual(
    page.conditions.map(({ text }) => text),
    ['麦积区', '100万元以上', '未截止'],
  );
  const regions = page.facets.find(({ name }) => name === 'region')!;
  assert.deepEqual(
    regions.values.map(({ label, chosen }) => [label, chosen]),
    [['麦积区', true]],
    'counted without its own filter: 秦州区 is not open',
  );
  assert.equal(page.rows[0]!.ocid, school);
  assert.equal(
    withQuery('/search', searchQuery(asked('region=620503&min=100'), page.conditions[0]!.without)),
    '/search?min=100',
  );
});

test('a bad parameter is dropped and said, an unknown one ignored, and any text gives a page', async () => {
  const { parameters, dropped } = readSearchParameters(
    new URLSearchParams('min=abc&register=nowhere&from=2026-02-31&utm=x&stage=tender'),
  );
  assert.deepEqual(dropped.map(({ name }) => name).sort(), ['from', 'min', 'register']);
  assert.deepEqual(parameters.stage, ['tender']);
  for (const q of ['"', '-', '单位:', '%', '\0', '((', '𠮷', 'a'.repeat(500)])
    assert.ok((await searchPage(portal, { ...asked(''), q }, 'zh')).rows);
});

test('sums and days are typed in any way, and what is neither stays to be said', () => {
  const read = (query: string) => readSearchParameters(new URLSearchParams(query));
  for (const typed of ['480', '480万', '480万元', '4800000元', '４８０', '四百八十万', '480.00'])
    assert.equal(read(`min=${typed}`).parameters.min, 480, typed);
  assert.equal(read('min=1，000').parameters.min, 1000);
  assert.equal(read('from=2026.3.1').parameters.from, '2026-03-01');
  assert.deepEqual(read('max=很多').dropped, [{ name: 'max', found: '很多' }]);
});

test('signs alone find nothing, and limits are said when they act', async () => {
  const { total, limits, advice } = await found('q=！？。');
  assert.deepEqual([total, limits, advice !== null], [0, ['signs'], true]);
  assert.deepEqual((await found(`q=${'道路改造'.repeat(30)}`)).limits, ['characters']);
  assert.deepEqual((await found('q=一 二 三 四 五 六 七 八 九')).limits, ['words']);
  assert.deepEqual((await found('q=道路')).limits, []);
});

test('when nothing is found the page says what would find more', async () => {
  const { nearest, total } = await found('q=湖滨路&region=620503');
  assert.equal(total, 0);
  assert.deepEqual(
    nearest!.drops.map(({ text, total: more }) => [text, more]),
    [['麦积区', 1]],
  );
  assert.deepEqual(
    (await found('q=湖滨路 飞机场')).nearest!.words.map(({ text, total: more }) => [text, more]),
    [['湖滨路', 1]],
  );
  assert.equal((await found('q=飛機場')).advice!.folded, '飞机场');
  assert.deepEqual((await found('q=飛機場 -跑道')).advice!.read, { wanted: ['飛機場'], excluded: ['跑道'], also: [] });
});

test('by amount every record with a known sum is in order, each by its own, whichever notice holds the words', async () => {
  const { rows } = await found('sort=amount');
  const sums = rows.map(({ fen }) => fen ?? -1);
  assert.deepEqual(
    sums,
    sums.toSorted((a, b) => b - a),
  );
  const each = (await found('q=湖滨路&each=notice')).rows;
  assert.deepEqual(new Set(each.map(({ fen }) => fen)), new Set([3_214_500_000]));
  assert.equal((await found('q=湖滨路&min=3214&max=3215')).total, 1);
  assert.equal((await found('q=湖滨路&min=3300')).total, 0);
});

test('a question finds what it is about, and the first row answers it', async () => {
  const { total, asked: read, understood, answer } = await found('q=谁中标了湖滨路改造');
  assert.deepEqual([total, read.q, understood!.words], [1, '湖滨路改造', '湖滨路改造']);
  assert.match(answer!.text, /有限公司/);
  assert.doesNotMatch(answer!.text, /中标/, 'the label asks 谁中标 already');
  const { answer: money } = await found('q=湖滨路改造花了多少钱');
  assert.match(money!.text, /32,145,000/);
});

test('a question that no form asked for is never answered by an accusation', async () => {
  for (const query of ['学校路的招标代理是谁', '学校路什么时候开标', '学校路怎么报名', '学校路花了多少钱']) {
    const { answer, total } = await found(`q=${query}`);
    assert.equal(total, 1, query);
    assert.doesNotMatch(answer?.text ?? '', /未公开/, query);
  }
  assert.match((await found('q=学校路怎么报名')).answer!.path, /#take-part$/);
});

test('a month, a sum and a division in the words are conditions that can be taken away', async () => {
  const { asked: read, understood } = await found('q=秦州区湖滨路 3千万以上');
  assert.deepEqual([read.q, read.min, read.region], ['湖滨路', 3000, ['620502']]);
  assert.deepEqual(
    understood!.conditions.map(({ name, text }) => [name, text]),
    [
      ['region', '秦州区'],
      ['sum', '3千万以上'],
    ],
  );
});

test('what is near stands behind what is exact, says what it lacks, and never answers quotes or the very words', async () => {
  const { total, nearest, rows } = await found('q=湖宾路改造');
  assert.deepEqual([total, rows.length], [0, 0]);
  assert.equal(nearest!.rows[0]!.ocid, lakeside);
  assert.ok(nearest!.rows[0]!.titleParts.some(({ text, marked }) => marked && text.startsWith('湖滨路')));
  for (const query of ['q="湖宾路改造"', 'q=湖宾路改造&as=typed', 'q=湖宾路改造 -学校'])
    assert.equal((await found(query)).nearest, null, query);
  const both = await found('q=湖滨路改造');
  assert.ok(!both.nearest?.rows.some(({ ocid }) => ocid === both.rows[0]!.ocid));
});

test('a code typed whole leads to its record, but not when filters are set', () => {
  assert.equal(pathOf(asked('q=TS-GC-2026-0300')), `/records/${school}`);
  assert.equal(pathOf(asked('q=TS-GC-2026-0300&region=620503')), null);
  assert.equal(pathOf(asked('q=道路')), null);
});

test('a whole code or name goes to its page only when nothing else matches or it is asked for; else it is offered', async () => {
  const goes = async (query: string) => goesTo(await found(query), asked(query));
  assert.equal(await goes('q=TS-GC-2026-0300'), `/records/${school}`);
  assert.equal(await goes('q=TS-GC-2026-0300&as=typed'), null);
  const [unit] = (await found('q=湖滨路')).rows.map(({ unit: one }) => one!);
  const named = `q=${unit!.name}`;
  assert.equal(await goes(named), null);
  assert.equal((await found(named)).named!.path, unit!.path);
  assert.equal(await goes(`${named}&go=1`), unit!.path);
});

test('a social credit code typed whole leads to who bears it, in any spelling', () => {
  const path = pathOf(asked('q=12620503MA71ABC28X'));
  assert.match(path!, /^\/units\/p/);
  assert.equal(pathOf(asked('q=１２620503 ma71abc28x')), path);
});

test('pages follow each other by key without gap or repetition', async () => {
  const seen: number[] = [];
  for (let before: string | null = ''; before !== null;) {
    const page = await found(`each=notice&limit=2${before && `&before=${before}`}`);
    seen.push(...page.rows.map(({ id }) => id));
    before = page.next;
  }
  assert.deepEqual(
    seen,
    seen.toSorted((a, b) => b - a),
  );
  assert.equal(new Set(seen).size, 6);
});

test('the name a department bore before the reform finds it', async () => {
  const house = emptyHouse();
  published(house, { ...tenderNotice, unit: { name: '某县自然资源局' } });
  const own = portalOver(house);
  assert.equal((await searchPage(own, asked('q=国土资源局'), 'zh')).total, 1);
  assert.equal((await searchPage(own, asked('q=某县自然资源局'), 'zh')).total, 1);
  assert.equal((await searchPage(own, asked('q=环保局'), 'zh')).total, 0);
});

test('a division beside the words is where it is; with it as a word alone less would be found', async () => {
  const { asked: read, understood, total } = await found('q=秦州区 湖滨路');
  assert.deepEqual([read.q, read.region, total], ['湖滨路', ['620502'], 1]);
  assert.equal(understood!.conditions[0]!.name, 'region');
  assert.equal((await found('q=秦州区 湖滨路&as=typed')).understood, null);
});

test('how far a record has come is what people say it: 正在招标, 已中标, 已截止', async () => {
  const ocids = async (q: string) => (await found(`q=${q}`)).rows.map(({ ocid }) => ocid);
  assert.deepEqual(await ocids('正在招标'), [school]);
  assert.deepEqual(await ocids('已中标的项目'), [lakeside]);
  assert.deepEqual(await ocids('7日内截止 学校路'), [school]);
  const { understood, total, rows } = await found('q=已截止');
  assert.deepEqual([total, rows, understood!.conditions[0]!.text], [0, [], '已截止']);
  assert.deepEqual(await ocids('正在招标&as=typed'), []);
});

test('a section is found by what pages call it, whatever its notice says', async () => {
  const house = emptyHouse();
  published(house, { ...tenderNotice, section: { id: 'E' } } as never);
  const own = portalOver(house);
  for (const [q, total] of [
    ['标段E', 1],
    ['标段F', 0],
  ] as const)
    assert.equal((await searchPage(own, asked(`q=${q}`), 'zh')).total, total, q);
});

test('a question is answered by what holds all that was said, and not of one lot among several', async () => {
  const answer = async (q: string) => (await found(`q=${q}`)).answer?.text ?? null;
  assert.match((await answer('谁中标了学校路'))!, /^还没有见到结果，/);
  assert.notEqual(await answer('谁中标了湖滨路改造'), null);
  assert.equal(await answer('谁中标了湖滨路改造标段2'), null);
  assert.equal(await answer('谁中标了湖宾路改造'), null);
  assert.equal(await answer('谁中标'), null);
});

test('a rate in the place of a sum says of what it is the rate', async () => {
  const database = emptyHouse();
  published(database, {
    ...tenderNotice,
    kind: 'award',
    firstPublished: { medium: '某网' },
    fields: { awards: [{ supplier: { name: '某咨询公司' }, awardPrice: '1.85%' }] },
  } as never);
  const { parameters } = readSearchParameters(new URLSearchParams('q=某咨询公司'));
  assert.equal((await searchPage(portalOver(database), parameters, 'zh')).rows[0]!.missing, '中标价 1.85%');
});
