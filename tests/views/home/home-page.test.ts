import assert from 'node:assert/strict';
import { test } from 'node:test';
import { href, withQuery } from '../../../src/views/address.ts';
import { saveCoverage } from '../../../src/clock/storage.ts';
import { owedFound } from '../../../src/views/clock/owed/owed-page.ts';
import { home } from '../../../src/views/home/home-page.ts';
import { searchPage } from '../../../src/views/search/search-page.ts';
import { readSearchParameters } from '../../../src/views/search/parameters.ts';
import { emptyHouse } from '../../stories/lakeside-road.ts';
import { lakesideAndSchool, portalOver } from '../world.ts';

test('each figure of the first page leads to a search that finds as many', async () => {
  const { portal } = lakesideAndSchool();
  const { tally } = home(portal, 'zh');
  assert.deepEqual(
    tally.map(({ name, value }) => [name, value]),
    [
      ['open', 1],
      ['closingSoon', 1],
      ['yesterday', 1],
      ['owed', null],
    ],
    'nothing is said of what was not published while no source is taken whole',
  );
  for (const { path, value } of tally.flatMap((figure) => [figure, ...figure.parts])) {
    if (!path.startsWith('/search')) continue;
    const { parameters } = readSearchParameters(new URL(path, 'http://x').searchParams);
    assert.equal((await searchPage(portal, parameters, 'zh')).total, value, path);
  }
});

test('what is open is counted by register, each in its own words', () => {
  const { portal } = lakesideAndSchool();
  const [open] = home(portal, 'zh').tally;
  assert.deepEqual(
    open!.parts.map(({ text, value }) => `${text} ${value}`),
    ['招标中 1'],
  );
});

test('with a source taken whole the first page counts what was due and is not there, as its page does', () => {
  const { portal } = lakesideAndSchool();
  const everything = { register: 'construction', medium: '本站', unit: null, from: '2026-01-01', until: null };
  saveCoverage(portal.database, { ...everything, declaredAt: portal.now(), declaredBy: 'test' });
  const owed = home(portal, 'zh').tally.at(-1)!;
  assert.equal(owed.value, owedFound(portal, { basis: 'verified', sort: 'longest', skip: 0 }, 0).total);
});

test('each example under the box finds something', async () => {
  const { portal } = lakesideAndSchool();
  const { examples } = home(portal, 'zh');
  assert.ok(examples.length > 0);
  for (const q of examples) {
    const { parameters } = readSearchParameters(new URLSearchParams({ q }));
    assert.ok((await searchPage(portal, parameters, 'zh')).total > 0, q);
  }
});

test('the first page tells what closes next and what was said last', () => {
  const { portal, lakeside, school } = lakesideAndSchool();
  const page = home(portal, 'zh');
  assert.equal(page.closing[0]!.path, `/records/${school}`);
  assert.equal(page.closing[0]!.state.text, '还有2天');
  assert.deepEqual(page.latest.map(({ path }) => path).slice(0, 2), [`/records/${school}`, `/records/${lakeside}`]);
  assert.equal(page.latest[1]!.who, '天水某建设有限公司', 'an award names the winner');
});

test('beside each sum of the first page stands which it is', () => {
  const { closing, latest } = home(lakesideAndSchool().portal, 'zh');
  assert.deepEqual([closing[0]!.fen, closing[0]!.fenLabel], [120_000_000, '控制价']);
  assert.equal(latest.find(({ fen }) => fen === 3_214_500_000)!.fenLabel, '中标价');
});

test('an empty house has a first page', () => {
  const page = home(portalOver(emptyHouse()), 'en');
  assert.deepEqual([page.closing, page.latest], [[], []]);
  assert.ok(page.registers.every(({ count, updatedAt }) => count === 0 && updatedAt === null));
});

test('links keep the language', () => {
  assert.equal(href('en', '/'), '/en');
  assert.equal(href('hant', '/search?q=x'), '/hant/search?q=x');
  assert.equal(href('zh', '/land'), '/land');
  assert.equal(
    withQuery('/search', { q: 'a b', register: ['land', 'mining'], min: undefined, to: '' }),
    '/search?q=a+b&register=land&register=mining',
  );
});
