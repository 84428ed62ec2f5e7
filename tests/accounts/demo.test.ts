import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEMO_PASSWORD, demoCode, demoSecret, seedDemoOfficers } from '../../src/accounts/officers/demo.ts';
import { findAllOfficers } from '../../src/accounts/officers/storage.ts';
import { passwordRefusals } from '../../src/accounts/passwords/policy.ts';
import { mayEnter, sessionOf, type DoorSettings } from '../../src/accounts/sessions/session.ts';
import { signIn } from '../../src/accounts/sessions/sign-in.ts';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { stories } from '../../db/seeds/demo/stories.ts';
import { code, codes, HOME, NOW, second, SETTINGS, stage, value, VAULT, world } from './world.ts';

function portal(demo: boolean): Database {
  const database = new Database(':memory:');
  migrate(database);
  const key = demo ? 'demo-hubinlu-01' : '2026-0187';
  database.run(
    "INSERT INTO releases (id, seq, ocid, register, kind, source_key, published_at, content, hash, accepted_at) VALUES (1, 1, 'o', 'land', 'grant', ?, 0, '{}', 'h', 0)",
    key,
  );
  return database;
}

test('without demo notices there are no demo officers', () => {
  const database = portal(false);
  assert.deepEqual(seedDemoOfficers(database, VAULT, 'zh', NOW), []);
  assert.deepEqual(findAllOfficers(database), []);
});

test('with them the terminal says how to sign in, once, and it works', async () => {
  const database = portal(true);
  const lines = seedDemoOfficers(database, VAULT, 'zh', NOW);
  assert.ok(lines[0]!.includes(DEMO_PASSWORD) && lines.some((line) => line.includes(demoSecret('land.author'))));
  assert.deepEqual(seedDemoOfficers(database, VAULT, 'zh', NOW), []);
  const { token } = value(
    await signIn(database, { signIn: 'land.author', password: DEMO_PASSWORD, ...HOME }, SETTINGS, NOW),
  );
  assert.equal(demoCode(database, VAULT, 'land.author', NOW), code(NOW, demoSecret('land.author')));
  const entered = value(second(database, token, demoCode(database, VAULT, 'land.author', NOW)!, NOW));
  assert.equal(stage(database, entered.token), 'full');
  // Going live with the same file shuts them out, whoever still has a session.
  const live = { ...SETTINGS, demo: false };
  assert.equal(sessionOf(database, entered.token, HOME.address, live, NOW), null);
  assert.deepEqual(
    codes(await signIn(database, { signIn: 'land.author', password: DEMO_PASSWORD, ...HOME }, live, NOW)),
    ['sign-in-failed'],
  );
});

test('elsewhere than they may they are nobody: no session goes on, no password is tried, no failure is counted', async () => {
  const database = portal(true);
  seedDemoOfficers(database, VAULT, 'zh', NOW);
  const elsewhere = { ...SETTINGS, isElsewhere: true };
  const enter = (settings: DoorSettings, password = DEMO_PASSWORD) =>
    signIn(database, { signIn: 'Land.Author', password, ...HOME }, settings, NOW);
  const { token } = value(await enter(SETTINGS));
  assert.ok(sessionOf(database, token, HOME.address, SETTINGS, NOW));
  assert.equal(sessionOf(database, token, HOME.address, elsewhere, NOW), null);
  for (let n = 0; n < 10; n++) {
    const refused = await enter(elsewhere, n === 0 ? DEMO_PASSWORD : 'wrong');
    assert.deepEqual(refused.ok || refused.refusals, [{ code: 'demo-elsewhere', found: 'land.author' }]);
  }
  assert.ok((await enter(SETTINGS)).ok);
  // Without demo data nobody is told that there ever was such an account.
  assert.deepEqual(codes(await enter({ ...elsewhere, demo: false })), ['sign-in-failed']);
  // The officers of the unit itself come in from wherever they are.
  const { database: house, officer, land } = world();
  officer('li', land, ['author']);
  assert.ok(mayEnter(findAllOfficers(house)[0]!, elsewhere));
});

test('the demo has every role, in units that its notices name', () => {
  const database = portal(true);
  seedDemoOfficers(database, VAULT, 'en', NOW);
  const officers = findAllOfficers(database);
  assert.deepEqual(new Set(officers.flatMap(({ roles }) => roles)).size, 7);
  const told = new Set(stories(NOW).map(({ unit }) => unit?.name));
  for (const { name } of database.all<{ name: string }>('SELECT name FROM units')) assert.ok(told.has(name), name);
  assert.deepEqual(passwordRefusals(DEMO_PASSWORD, [], 'nist'), []);
});

test('codes are told of demo officers only', () => {
  const { database, officer, land } = world();
  officer('li', land, ['author']);
  assert.equal(demoCode(database, VAULT, 'li', NOW), null);
});
