import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ask, demoCatalogue, faultsOf, type FeeCase } from '../bench/fees.ts';
import { judgeFolder, wrongOf } from '../bench/law.ts';
import { shared, withoutShared } from '../notices/import-world.ts';

const FOLDER = join(shared(''), '..', 'cases', 'law');

test('every case computed by hand from the text of the law reads as computed', { skip: withoutShared }, () => {
  const judged = judgeFolder(FOLDER);
  assert.ok(judged.length > 40);
  assert.deepEqual(wrongOf(judged), []);
});

test('every question that citizens put to the fee check has one of its right answers', { skip: withoutShared }, () => {
  const portal = demoCatalogue();
  const cases = JSON.parse(readFileSync(join(FOLDER, 'fees.json'), 'utf8')) as FeeCase[];
  assert.ok(cases.length > 50);
  const wrong = cases.flatMap((one) => faultsOf(ask(portal, one.q), one).map((fault) => `${one.q}: ${fault}`));
  assert.deepEqual(wrong, []);
});
