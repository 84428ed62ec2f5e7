import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import titles from '../../../db/seeds/reference/law-titles.json' with { type: 'json' };
import { TRANSLATIONS } from '../../../src/locales/labels.ts';
import { articleText, lawText } from '../../../src/views/laws/law-text.ts';

const cited = { law: '《招标投标法》', article: '第四十六条第一款', page: 'tendering-law' };

test('a provision is cited as laws are: in Chinese as printed, in English by name and number', () => {
  assert.equal(lawText(cited, 'zh'), '《招标投标法》第四十六条第一款');
  assert.equal(lawText(cited, 'hant'), '《招标投标法》第四十六条第一款');
  assert.equal(lawText(cited, 'en'), 'Tendering and Bidding Law, art. 46(1)');
});

test('what has no name in another language stays as it is printed', () => {
  const order = { law: '财办库〔2020〕50号', article: '格式5' };
  assert.equal(lawText(order, 'en'), '财办库〔2020〕50号格式5');
  assert.equal(articleText('格式6', 'en'), '格式6');
  assert.equal(articleText('第五十条；《政府采购法》第四十六条', 'en'), 'art. 50; 《政府采购法》第四十六条');
});

test('several articles are several', () => {
  assert.equal(articleText('第二十二条、第一百零三条', 'en'), 'art. 22, art. 103');
});

test('every law with a page has a name in every language', () => {
  const pages = readdirSync('content/laws').map((file) => file.replace(/\.md$/, ''));
  assert.deepEqual(Object.keys(titles), pages.toSorted());
  for (const [page, names] of Object.entries(titles)) assert.deepEqual(Object.keys(names), TRANSLATIONS, page);
});
