import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from '../../src/cli/seed.ts';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { releaseText, textOf } from '../../src/notices/search-document.ts';
import { findReleases } from '../../src/notices/storage.ts';
import { embeddedEngine } from '../../src/search/embedded-engine.ts';
import { fold } from '../../src/values/script.ts';
import { NOW } from '../notices/import-world.ts';

/** The demo, with the folded texts of its notices read apart from the index: what holds a word is what holds it. */
const database = new Database(':memory:');
migrate(database);
seed(database, { now: NOW, demo: true });
const ids = database.all<{ id: number }>('SELECT id FROM releases').map(({ id }) => id);
const texts = findReleases(database, ids).map((release) => {
  const { title, text, units, suppliers, codes, media } = releaseText(release);
  return { ocid: release.ocid, pieces: [title, text, ...units, ...suppliers, ...codes, ...media].map(fold) };
});
const engine = embeddedEngine(database, textOf(database));

/** Words of one to five characters, each a piece of a text, always the same. */
const words = Array.from({ length: 300 }, (_, index) => {
  const pieces = texts[(index * 37) % texts.length]!.pieces.join(' ').match(/\p{Script=Han}{5,}/gu) ?? ['公告结果'];
  const run = pieces[(index * 13) % pieces.length]!;
  const start = (index * 7) % Math.max(1, run.length - 5);
  return run.slice(start, start + 1 + (index % 5));
});

test('of 300 words every number is exact or says that it is not, and every row holds the word', async () => {
  const kinds = { exact: 0, least: 0, about: 0, 'about-or-more': 0 };
  for (const [index, word] of words.entries()) {
    const collapse = index % 2 === 0;
    const holding = texts.filter(({ pieces }) => pieces.some((piece) => piece.includes(word)));
    const truth = collapse ? new Set(holding.map(({ ocid }) => ocid)).size : holding.length;
    const ask = (limit: number) =>
      engine.search({ q: `"${word}"`, filters: {}, sort: 'newest', limit, facets: false, collapse, now: NOW });
    const first = await ask(5);
    kinds[first.count]++;
    if (first.count === 'exact') assert.equal(first.total, truth, word);
    if (first.count === 'least') assert.ok(first.total <= truth, word);
    if (first.count !== 'about') continue;
    assert.ok(first.total >= truth, word);
    const whole = await ask(500);
    assert.deepEqual([whole.hits.length, whole.total, whole.count], [truth, truth, 'exact'], word);
  }
  assert.ok(kinds.exact > 100 && kinds.about > 10, JSON.stringify(kinds));
});

test('the registers beside a short result hold as many as it does', async () => {
  let compared = 0;
  for (const word of words.filter(({ length }) => length >= 3)) {
    const request = {
      q: word,
      filters: {},
      sort: 'newest',
      limit: 20,
      facets: true,
      collapse: true,
      now: NOW,
    } as const;
    const { total, count, next, facets } = await engine.search(request);
    if (count !== 'exact' || next !== null) continue;
    compared++;
    assert.equal(
      Object.values(facets['register']!).reduce((sum, n) => sum + n, 0),
      total,
      word,
    );
  }
  assert.ok(compared > 50, String(compared));
});
