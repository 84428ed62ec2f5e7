import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineFacts } from '../../../src/office/search-engines.ts';
import { buildAnew } from '../../../src/search/meilisearch/follow.ts';
import type { Finding } from '../../../src/search/meilisearch/trouble.ts';
import { findFollower, isCaughtUp, saveFollower } from '../../../src/search/meilisearch/storage.ts';
import { removeAll } from '../../../src/search/storage.ts';
import { NOW } from '../world.ts';
import { followedCity, idsOf, idsOnServer, lamp, neighbour, readersOf, type FollowedCity } from './followed-city.ts';

const TEN_MINUTES = 600_000;

/** What somebody else may do to the index, and what is found then. */
const DEEDS: Record<string, { does(followed: FollowedCity): Promise<unknown>; finding: Finding }> = {
  'deletes it': {
    does: ({ server: { client, index } }) => client.deleteIndex(index).waitTask(),
    finding: 'missing',
  },
  'empties it': {
    does: ({ server: { client, index } }) => client.index(index).deleteAllDocuments().waitTask(),
    finding: 'emptied',
  },
  'deletes some of its documents': {
    does: (followed) => forget(followed, idsOf(followed).slice(0, 5)),
    finding: 'half',
  },
  'deletes its mark': { does: (followed) => forget(followed, [0]), finding: 'half' },
  'puts an older one in its place': {
    does: async ({ city, server }) => {
      const known = findFollower(city.database)!;
      await buildAnew(city.database, server, city.textOf, { now: NOW, by: 'command' });
      saveFollower(city.database, known, NOW);
    },
    finding: 'older',
  },
  'changes its settings': {
    does: ({ server: { client, index } }) =>
      client
        .index(index)
        .updateSettings({ stopWords: ['的'], searchableAttributes: ['title'] })
        .waitTask(),
    finding: 'settings',
  },
  'builds it for another portal': {
    does: async (followed) => {
      const { city, server } = neighbour(followed);
      await buildAnew(city.database, server, city.textOf, { now: NOW, by: 'command' });
    },
    finding: 'foreign',
  },
};

const forget = ({ server: { client, index } }: FollowedCity, ids: number[]) =>
  client.index(index).deleteDocuments(ids).waitTask();

const stateIn = ({ city, settings }: FollowedCity) =>
  engineFacts(city.database, { meilisearch: { index: 'notices', ...settings } }, 'en').map(
    ({ name, value }) => `${name}: ${value}`,
  );

for (const [deed, { does, finding }] of Object.entries(DEEDS)) {
  test(`when somebody ${deed}, readers miss nothing, the next look finds it, and the index is built anew`, async (context) => {
    const followed = await followedCity(context);
    const { city, step, catchUp } = followed;
    await catchUp();
    const { pair, embedded, pass } = readersOf(followed, { isHurried: true });
    const request = { q: '改造', filters: {}, sort: 'best', limit: 20, facets: false, now: NOW } as const;
    const whole = await embedded.search(request);
    assert.deepEqual((await pair.search(request)).hits, whole.hits);
    await does(followed);
    pass(2_000);
    // Before anybody looked: nothing of that index is taken, whether it answers or not.
    const page = finding === 'settings' ? null : await pair.search(request).catch(() => null);
    assert.deepEqual(page?.hits ?? [], []);
    const later = NOW + TEN_MINUTES;
    await step(later);
    assert.equal(findFollower(city.database)!.builtFor, finding);
    assert.ok(stateIn(followed).some((line) => /^Index last built: .*\(the one before /.test(line)));
    await catchUp(later);
    pass(2_000);
    assert.deepEqual(await idsOnServer(followed), idsOf(followed));
    assert.deepEqual((await pair.search(request)).hits, whole.hits);
  });
}

test('an index that comes short while it is written is built anew', async (context) => {
  const followed = await followedCity(context);
  const { city, server, step, catchUp } = followed;
  await catchUp();
  city.add(lamp(1));
  const { index } = server.client;
  // Between the look and what follows it.
  server.client.index = function (uid) {
    const found = index.call(server.client, uid);
    const add = found.addDocumentsFromString.bind(found);
    found.addDocumentsFromString = (...given) => {
      server.client.index = index;
      void found.deleteDocuments([idsOf(followed)[0]!, idsOf(followed)[1]!]);
      return add(...given);
    };
    return found;
  } as typeof index;
  await step();
  assert.equal(isCaughtUp(city.database), false);
  assert.match(stateIn(followed).join('\n'), /State: The index on the server lacks some of its documents\./);
  await catchUp();
  assert.deepEqual(await idsOnServer(followed), idsOf(followed));
});

test('a portal that comes new does not take the index of another, and says how to get one of its own', async (context) => {
  const first = await followedCity(context);
  await first.catchUp();
  const second = neighbour(first);
  await assert.rejects(second.step(), /^Error: taken: /);
  assert.equal(isCaughtUp(second.city.database), false);
  assert.deepEqual(await first.step(), false);
  const apart = neighbour(first, `${first.server.index}-2`);
  context.after(async () => void (await apart.server.client.deleteIndexIfExists(apart.server.index)));
  await apart.catchUp();
  assert.deepEqual([isCaughtUp(first.city.database), isCaughtUp(apart.city.database)], [true, true]);
  assert.deepEqual(await first.step(), false);
});

test('two portals that share an index do not fight for it: who loses it answers without and waits ten minutes', async (context) => {
  const first = await followedCity(context);
  await first.catchUp();
  const second = neighbour(first);
  await buildAnew(second.city.database, second.server, second.city.textOf, { now: NOW, by: 'command' });
  await assert.rejects(first.step(NOW + TEN_MINUTES - 1), /^Error: taken: /);
  assert.equal(isCaughtUp(first.city.database), false);
  assert.match(stateIn(first).join('\n'), /State: The index on the server belongs to another portal\./);
  assert.equal((await readersOf(first).ask()).total, 2);
  await first.catchUp(NOW + TEN_MINUTES);
  assert.equal(isCaughtUp(first.city.database), true);
});

test('neither do a portal and a copy of its database', async (context) => {
  const first = await followedCity(context);
  await first.catchUp();
  const copy = neighbour(first);
  saveFollower(copy.city.database, findFollower(first.city.database)!, NOW);
  const build = () => buildAnew(copy.city.database, copy.server, copy.city.textOf, { now: NOW, by: 'command' });
  await build();
  await first.catchUp();
  await build();
  await assert.rejects(first.step(NOW + TEN_MINUTES - 1), /^Error: taken: /);
});

test('settings that somebody keeps changing are put right once in ten minutes', async (context) => {
  const followed = await followedCity(context);
  const change = () => DEEDS['changes its settings']!.does(followed);
  await followed.catchUp();
  await change();
  await followed.catchUp();
  await change();
  await assert.rejects(followed.step(NOW + 1), /^Error: resisting: /);
  await followed.catchUp(NOW + TEN_MINUTES);
  assert.equal(isCaughtUp(followed.city.database), true);
});

test('a database that was put back to an earlier day does not take the index of the later one for its own', async (context) => {
  const followed = await followedCity(context);
  const { city, step, catchUp } = followed;
  await catchUp();
  const earlier = findFollower(city.database)!;
  city.add(lamp(1));
  await catchUp();
  city.database.run('DELETE FROM search_rows WHERE id = ?', lamp(1).id);
  city.documents.delete(lamp(1).id);
  saveFollower(city.database, earlier, NOW);
  await step();
  assert.equal(findFollower(city.database)!.builtFor, 'older');
  assert.deepEqual(await idsOnServer(followed), idsOf(followed));
});

test('when the rows are made anew, so is the index', async (context) => {
  const followed = await followedCity(context);
  const { city, catchUp } = followed;
  await catchUp();
  const { owner, epoch } = findFollower(city.database)!;
  city.database.transaction(() => removeAll(city.database));
  city.documents.clear();
  city.add(lamp(1));
  await catchUp();
  assert.deepEqual(await idsOnServer(followed), idsOf(followed));
  const after = findFollower(city.database)!;
  assert.deepEqual([after.owner === owner, after.epoch === epoch], [true, false]);
});
