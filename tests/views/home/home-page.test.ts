import assert from 'node:assert/strict';
import { test } from 'node:test';
import { href, withQuery } from '../../../src/views/address.ts';
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
    ],
  );
  for (const { path, value } of tally) {
    const { parameters } = readSearchParameters(new URL(path, 'http://x').searchParams);
    assert.equal((await searchPage(portal, parameters, 'zh')).total, value, path);
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
