import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LOCALES } from '../../../src/locales/labels.ts';
import { findRegister } from '../../../src/registers/registers.ts';
import { articlesIn } from '../../../src/views/address.ts';
import { glossaryPage } from '../../../src/views/glossary/glossary-page.ts';
import { termHint } from '../../../src/views/glossary/term-hint.ts';
import { TERMS } from '../../../src/views/glossary/terms.ts';
import { readListParameters } from '../../../src/views/list/parameters.ts';
import { readSearchParameters } from '../../../src/views/search/parameters.ts';
import { allowedParameters, routeOf } from '../../../src/views/routes.ts';

const ROOT = new URL('../../../', import.meta.url);
const terms = (locale: (typeof LOCALES)[number]) => glossaryPage(locale).groups.flatMap((group) => group.terms);

test('every word has a sentence, an example and a place, in each language', () => {
  for (const locale of LOCALES) {
    assert.equal(terms(locale).length, TERMS.length, locale);
    for (const { id, term, means, example, where } of terms(locale))
      assert.ok(term && means && example && where, `${locale} ${id}`);
  }
});

test('each word leads to a page that stands, by conditions that it understands', () => {
  for (const { id, path } of TERMS) {
    const url = new URL(path, 'http://x');
    assert.ok(routeOf(url.pathname), id);
    for (const name of url.searchParams.keys())
      assert.ok(allowedParameters(url.pathname).includes(name), `${id} ${name}`);
    const register = findRegister(url.pathname.slice(1));
    const dropped =
      url.pathname === '/search'
        ? readSearchParameters(url.searchParams).dropped
        : register && register.id !== 'fees'
          ? readListParameters(register, url.searchParams).dropped
          : [];
    assert.deepEqual(dropped, [], id);
    const family = url.searchParams.get('family');
    if (family) assert.ok(findRegister('fees')!.labels.zh.choices['family']![family], id);
  }
});

test('a kind or a state that a word leads to is one that registers have', () => {
  for (const { id, path } of TERMS) {
    const { pathname, searchParams } = new URL(path, 'http://x');
    const asked = searchParams.get('kind');
    const among = [searchParams.get('register') ?? 'construction', 'procurement', pathname.slice(1)];
    if (asked)
      assert.ok(
        among.some((one) => findRegister(one)?.kinds[asked]),
        `${id} ${asked}`,
      );
    const stage = searchParams.get('stage');
    if (stage) assert.ok(findRegister(pathname.slice(1))!.stages[stage], `${id} ${stage}`);
  }
});

test('a provision is named beside a word only where it was compared with its text', () => {
  for (const { id, law } of TERMS) {
    if (!law) continue;
    const text = readFileSync(new URL(`content/laws/${law.page}.md`, ROOT), 'utf8');
    const provisions = [...text.matchAll(/^ {2}- article: (.+)\n {4}requires: .+\n {4}verified: (true|false)$/gm)];
    const found = provisions.find(
      ([, article]) => article === law.article || articlesIn(article!).includes(law.article),
    );
    assert.equal(found?.[2], 'true', `${id} ${law.page} ${law.article}`);
  }
});

test('a search for a word, or with a question around it, leads to what it means', () => {
  for (const q of ['质疑', '怎么质疑', '质疑期多久', '什么是质疑？', '質疑'])
    assert.equal(termHint(q, 'zh')?.path, '/glossary#challenge', q);
  for (const q of ['质疑答复公告', '多久', '道路']) assert.equal(termHint(q, 'zh'), null, q);
});
