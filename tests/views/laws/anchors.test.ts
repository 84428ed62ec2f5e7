import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { registers } from '../../../src/registers/registers.ts';
import { articlesIn, lawPath } from '../../../src/views/address.ts';

const rules = registers.flatMap(({ periods }) => periods?.rules ?? []);

test('the article behind every verdict stands on the page of its law', () => {
  for (const { id, page, article } of rules) {
    if (page === undefined) continue;
    const law = readFileSync(`content/laws/${page}.md`, 'utf8');
    const anchor = lawPath(page, article)!.split('#')[1];
    const provisions = [...law.matchAll(/^ *-? *article: *(.+)$/gm)].flatMap(([, text]) => articlesIn(text!));
    if (anchor !== undefined) assert.ok(provisions.includes(anchor), `${id}: ${page} has no ${anchor}`);
  }
});

test('whoever is accused by a rule can read its article: a verified rule has a page and a day of comparison', () => {
  for (const { id, verifiedOn, page } of rules)
    if (verifiedOn !== null) assert.ok(page !== undefined && /^\d{4}-\d\d-\d\d$/.test(verifiedOn), id);
});

test('a rule that accuses is one whose article is marked as compared on its page', () => {
  for (const { id, page, article, verifiedOn } of rules) {
    const [first] = articlesIn(article);
    if (page === undefined || verifiedOn === null || first === undefined) continue;
    const law = readFileSync(`content/laws/${page}.md`, 'utf8');
    const provision = law.split(/^ *- article: */m).find((part) => articlesIn(part.split('\n')[0]!).includes(first));
    assert.match(provision!, /verified: true/, `${id}: ${page} ${first}`);
  }
});
