import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { allPages, DOCUMENTS, idOf, nameOf, world } from './world.ts';

test('a search over its time says so, counts no more than it saw, and can be continued', async () => {
  const many = Array.from({ length: 9000 }, (_, n) => ({
    ...DOCUMENTS['lamp']!,
    id: idOf('2024-01-01', n),
    ocid: `many-${n}`,
    title: n % 3000 === 7 ? '稀有' : '改造',
  }));
  let time = 0;
  const hurried = world({ budget: 0, clock: () => time++ }, [...Object.values(DOCUMENTS), ...many]);
  const page = await hurried.search('改造');
  assert.ok(page.cut && page.count === 'least' && page.total > 0 && page.total < 9000);
  assert.equal(page.hits.length, 20);
  const rare = await allPages(hurried, '稀有', { limit: 2, sort: 'newest' });
  assert.deepEqual(
    rare,
    [6007, 3007, 7].map((n) => idOf('2024-01-01', n)),
  );
  assert.deepEqual(await allPages(hurried, '稀有', { limit: 2 }), rare);
  const filtered = await allPages(hurried, '', { limit: 2, filters: { region: ['620500'] } });
  assert.deepEqual(filtered.map(nameOf), ['nothing']);
  const patient = await world({ most: 1000 }, [...Object.values(DOCUMENTS), ...many]).search('改造', { facets: true });
  assert.ok(patient.count === 'least' && !patient.cut && patient.total >= 1000);
});

test('a short answer is whole, however slow the first search of a process is', async () => {
  const some = Array.from({ length: 60 }, (_, n) => ({
    ...DOCUMENTS['lamp']!,
    id: idOf('2024-01-01', n),
    ocid: `some-${n}`,
    // The pairs of three in four stand apart: they are found, checked and left out.
    title: n % 4 === 0 ? '道路养护' : '道路、路养、养护',
  }));
  let time = 0;
  const page = await world({ budget: 0, clock: () => time++ }, some).search('道路养护', { limit: 20 });
  assert.deepEqual([page.cut, page.count, page.hits.length], [false, 'exact', 15]);
});
