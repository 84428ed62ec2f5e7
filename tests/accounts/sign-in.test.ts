import assert from 'node:assert/strict';
import { argon2Sync } from 'node:crypto';
import { test } from 'node:test';
import { hashPassword, verifyPassword } from '../../src/accounts/passwords/hash.ts';
import { Busy } from '../../src/accounts/passwords/queue.ts';
import { findPasswords, replaceHash } from '../../src/accounts/passwords/storage.ts';
import { signIn } from '../../src/accounts/sessions/sign-in.ts';
import { actorOf, sessionOf } from '../../src/accounts/sessions/session.ts';
import { findSessions } from '../../src/accounts/sessions/storage.ts';
import { attempt, attemptOf, networkOf, succeed } from '../../src/accounts/sessions/throttle.ts';
import type { Database } from '../../src/database/database.ts';
import {
  code,
  codes,
  DAY,
  ELSEWHERE,
  events,
  HOME,
  MINUTE,
  NOW,
  RIGHT,
  second,
  SETTINGS,
  stage,
  value,
  world,
} from './world.ts';

/** A hash that costs nothing to compare with: the queue is the same. */
const CHEAP = `$argon2id$v=19$m=8,t=1,p=1$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(32).toString('base64')}`;

const knock = (database: Database, typed: Partial<Parameters<typeof signIn>[1]>, now: number = NOW) =>
  signIn(database, { signIn: 'li', password: RIGHT, ...HOME, ...typed }, SETTINGS, now);

test('an officer signs in by password and code, under a new token at each step', async () => {
  const { database, officer, land } = world();
  const li = officer('li', land, ['author']);
  const { token: pending } = value(await knock(database, { signIn: ' ＬＩ ', replaces: 'planted' }));
  assert.equal(stage(database, pending), 'factor');
  assert.equal(actorOf(database, sessionOf(database, pending, HOME.address, SETTINGS, NOW)!), null);

  const { token, device } = value(second(database, pending, code(NOW), NOW));
  assert.notEqual(token, pending);
  assert.ok(device);
  assert.equal(stage(database, pending), null);
  const actor = actorOf(database, sessionOf(database, token, HOME.address, SETTINGS, NOW)!);
  assert.deepEqual(actor, {
    id: li.id,
    name: li.name,
    unit: land,
    registers: ['land', 'mining'],
    roles: ['author'],
    confirmedAt: NOW,
    address: HOME.address,
  });
  assert.deepEqual(
    events(database)
      .slice(-2)
      .map(({ act, unit, address }) => [act, unit, address]),
    [
      ['session.password', land, HOME.address],
      ['session.start', land, HOME.address],
    ],
  );
});

test('a token that somebody planted before is worth nothing after, and neither is the one before the second factor', async () => {
  const { database, officer, land } = world();
  officer('li', land, ['author']);
  const { token: planted } = value(await knock(database, {}));
  const { token } = value(await knock(database, { replaces: planted }));
  assert.equal(stage(database, planted), null);
  assert.equal(codes(second(database, planted, code(NOW), NOW))[0], 'session-over');
  assert.equal(stage(database, token), 'factor');
});

test('nobody learns whether there is such an officer', async () => {
  const { database, officer, land } = world();
  officer('li', land, ['author']);
  officer('wang', land, ['author']);
  database.run('UPDATE officers SET accepted_at = NULL WHERE sign_in = ?', 'wang');
  const answers = [
    await knock(database, { password: 'wrong' }),
    await knock(database, { signIn: 'nobody' }),
    await knock(database, { signIn: 'wang' }),
  ];
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.deepEqual(codes(answers[0]!), ['sign-in-failed']);
  assert.deepEqual(
    events(database)
      .slice(-3)
      .map(({ act }) => act),
    Array(3).fill('session.refused'),
  );
});

test('what was typed is never kept, even when the password stands in the box of the name', async () => {
  const { database, officer, land } = world();
  officer('li', land, ['author']);
  const { token } = value(await knock(database, {}));
  await knock(database, { signIn: RIGHT, password: 'canary-canary-canary' });
  const { token: whole } = value(second(database, token, code(NOW), NOW));
  const kept = database
    .all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'")
    .map(({ name }) => JSON.stringify(database.all(`SELECT * FROM ${name}`)))
    .join();
  for (const secret of [RIGHT, 'canary', token, whole, code(NOW)]) assert.ok(!kept.includes(secret), secret);
});

test('a stranger who fails a hundred times locks himself out, and never the officer', () => {
  const { database, officer, land } = world();
  const { id } = officer('li', land, ['author']);
  const from = (address: string, now: number) =>
    database.transaction(() => attempt(database, attemptOf('password', 'li', address), now));
  for (let n = 0; n < 120; n++) from(`198.51.${n}.9`, NOW + n * 1000);
  assert.deepEqual(codes(from('192.0.2.1', NOW + 3 * MINUTE)), ['throttled']);
  // The browser the officer has used before is not counted with strangers.
  const known = attemptOf('password', 'li', HOME.address, 'hash-of-device');
  assert.ok(database.transaction(() => attempt(database, known, NOW + 3 * MINUTE)).ok);
  // And it opens again by itself.
  assert.ok(from('192.0.2.1', NOW + DAY + 5 * MINUTE).ok);
  assert.ok(id);
});

test('a known browser comes in while strangers try the same account', async () => {
  const { database, officer, land } = world();
  officer('li', land, ['author']);
  const { device } = value(second(database, value(await knock(database, {})).token, code(NOW), NOW));
  const later = NOW + MINUTE;
  // From the officer's own network, too.
  for (let n = 0; n < 5; n++)
    database.transaction(() => attempt(database, attemptOf('password', 'li', HOME.address), later + n * 10_000));
  assert.deepEqual(codes(await knock(database, {}, later + MINUTE)), ['throttled']);
  assert.ok((await knock(database, { device }, later + MINUTE)).ok);
  assert.deepEqual(codes(await knock(database, { device: 'made up' }, later + MINUTE)), ['throttled']);
});

test('failures cost time: seconds first, then a quarter of an hour for that account from that network', () => {
  const { database } = world();
  const tried = attemptOf('password', 'li', ELSEWHERE.address);
  const at = (seconds: number) => database.transaction(() => attempt(database, tried, NOW + seconds * 1000));
  const waits = (seconds: number) => {
    const answer = at(seconds);
    return answer.ok ? 0 : Number(answer.refusals[0]!.expected);
  };
  assert.deepEqual([waits(0), waits(0), waits(0), waits(1), waits(2), waits(3), waits(7)], [0, 0, 1, 0, 1, 0, 0]);
  assert.equal(waits(8), 15 * 60 - 1);
  assert.equal(waits(7 + 15 * 60), 0);
  // A neighbour in the same network is not concerned, nor this account from elsewhere.
  assert.ok(
    database.transaction(() => attempt(database, attemptOf('password', 'wang', ELSEWHERE.address), NOW + 8000)).ok,
  );
  assert.ok(database.transaction(() => attempt(database, attemptOf('password', 'li', HOME.address), NOW + 8000)).ok);
});

test('one network may not go through all accounts, and what went well is forgotten', () => {
  const { database } = world();
  const one = (name: string, now: number) =>
    database.transaction(() => attempt(database, attemptOf('password', name, ELSEWHERE.address), now));
  for (let n = 0; n < 50; n++) assert.ok(one(`name${n}`, NOW).ok);
  assert.deepEqual(codes(one('another', NOW + MINUTE)), ['throttled']);
  for (let n = 0; n < 50; n++) succeed(database, attemptOf('password', `name${n}`, ELSEWHERE.address));
  assert.ok(one('another', NOW + MINUTE).ok);
});

test('a subscriber is a /24 or a /64, however the address is written', () => {
  assert.equal(networkOf('203.0.113.7'), '203.0.113.0/24');
  assert.equal(networkOf('::ffff:203.0.113.9'), '203.0.113.0/24');
  assert.equal(networkOf('2001:0db8::1'), '2001:db8:0:0/64');
  assert.equal(networkOf('2001:db8:0:0:ffff::2'), '2001:db8:0:0/64');
  assert.notEqual(networkOf('2001:db8:0:1::1'), networkOf('2001:db8::1'));
  assert.equal(networkOf('::1'), '0:0:0:0/64');
});

test('when too many hash at once the rest are told to come again, and it is not counted against them', async () => {
  const { database, officer, land } = world();
  officer('li', land, ['author']);
  const crowd = Array.from({ length: 34 }, () => verifyPassword(CHEAP, 'x'));
  await assert.rejects(hashPassword('one too many'), Busy);
  assert.deepEqual(codes(await knock(database, {})), ['busy']);
  assert.ok((await Promise.all(crowd)).every((right) => !right));
  assert.equal(database.get<{ n: number }>('SELECT count(*) AS n FROM failures')!.n, 0);
  assert.ok((await knock(database, {})).ok);
});

test('a password hashed with other costs is hashed anew when its owner comes by', async () => {
  const { database, officer, land } = world();
  const li = officer('li', land, ['author']);
  const before = findPasswords(database, li.id)[0]!;
  const salt = Buffer.from('sixteen bytes ok');
  const hash = argon2Sync('argon2id', {
    message: Buffer.from(RIGHT.normalize('NFKC')),
    nonce: salt,
    parallelism: 1,
    tagLength: 32,
    memory: 8192,
    passes: 1,
  });
  replaceHash(
    database,
    before.id,
    `$argon2id$v=19$m=8192,t=1,p=1$${salt.toString('base64')}$${hash.toString('base64')}`,
  );
  assert.ok((await knock(database, {})).ok);
  assert.match(findPasswords(database, li.id)[0]!.hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('who knows only the password cannot push the officer out', async () => {
  const { database, officer, session, land } = world();
  const li = officer('li', land, ['author']);
  const own = session(li);
  for (let n = 0; n < 4; n++) await knock(database, ELSEWHERE, NOW + n);
  assert.equal(stage(database, own), 'full');
  assert.equal(findSessions(database, li.id).length, 4);
});
