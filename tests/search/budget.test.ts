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
  assert.ok(page.cut && !page.exact && page.total > 0 && page.total < 9000);
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
  assert.ok(!patient.exact && !patient.cut && patient.total >= 1000);
});
