import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedBy } from '../../../src/views/search/named.ts';
import { readSearchParameters } from '../../../src/views/search/parameters.ts';
import { suggestions } from '../../../src/views/search/suggest-page.ts';
import { lakesideAndSchool } from '../world.ts';

const { portal, lakeside } = lakesideAndSchool();
const asked = (q: string) => suggestions(portal, q, 'zh');

test('the beginning, the middle or another script of a title suggests its project', () => {
  for (const q of ['湖滨', '滨路', '湖濱路'])
    assert.ok(
      asked(q).some(({ kind, path }) => kind === 'record' && path === `/records/${lakeside}`),
      q,
    );
});

test('a unit is suggested by its name, before projects', () => {
  const [first] = asked('某建设管理');
  assert.equal(first!.kind, 'unit');
  assert.match(first!.path, /^\/units\/p/);
});

test('pinyin and initials suggest projects, units and divisions; the beginning of a code its project', () => {
  for (const q of ['hubinlu', 'hbl'])
    assert.ok(
      asked(q).some(({ path }) => path === `/records/${lakeside}`),
      q,
    );
  assert.ok(asked('jiansheguanli').some(({ kind }) => kind === 'unit'));
  for (const q of ['秦', 'qinzhou', 'qzq', '秦城区'])
    assert.ok(
      asked(q).some(({ kind, path }) => kind === 'place' && path === '/search?region=620502'),
      q,
    );
  assert.ok(asked('TS-GC-2026-03').some(({ kind }) => kind === 'code'));
});

test('what is suggested holds the words that are typed', () => {
  for (const { kind, text } of asked('路')) if (kind === 'record') assert.match(text, /路/);
});

test('no more than eight, none twice, none for nothing', () => {
  const all = asked('路');
  assert.ok(all.length <= 8);
  assert.equal(new Set(all.map(({ path }) => path)).size, all.length);
  for (const q of ['', ' ', '"', '%', '\0', '字'.repeat(100), '查无此物']) assert.deepEqual(asked(q), [], q);
});

test('links keep the language', () => assert.match(suggestions(portal, '湖滨', 'en')[0]!.path, /^\/en\//));

test('a name typed whole leads to its page, in any script, but not when something narrows the search', () => {
  const unit = asked('某建设管理')[0]!;
  const pathOf = (query: string) =>
    namedBy(portal, readSearchParameters(new URLSearchParams(query)).parameters)?.path ?? null;
  assert.equal(pathOf(`q=${unit.text}`), unit.path);
  assert.equal(pathOf(`q= ${unit.text} `), unit.path);
  assert.equal(pathOf(`q=${unit.text}&each=notice`), null);
  assert.equal(pathOf('q=某建设管理'), null);
});
