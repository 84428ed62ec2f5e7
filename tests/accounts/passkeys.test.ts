import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  beginPasskey,
  finishPasskey,
  listPasskeys,
  passkeysWorkAt,
  removePasskey,
} from '../../src/accounts/factors/passkeys.ts';
import { beginPasskeySignIn, finishPasskeySignIn } from '../../src/accounts/factors/passkey-sign-in.ts';
import type { Officer } from '../../src/accounts/officers/officer.ts';
import { FRESH_FOR } from '../../src/accounts/permissions.ts';
import { sessionOf, startSession } from '../../src/accounts/sessions/session.ts';
import { attempt, attemptOf } from '../../src/accounts/sessions/throttle.ts';
import { Authenticator } from './authenticator.ts';
import { codes, ELSEWHERE, HOME, MINUTE, NOW, SETTINGS, stage, value, world, type World } from './world.ts';

const SITE = { origin: SETTINGS.origin, rpID: 'gongshi.example.cn' };

async function withPasskey({ database, actor }: World, officer: Officer): Promise<Authenticator> {
  const key = new Authenticator();
  const { challenge } = value(await beginPasskey(database, actor(officer), SITE.origin, NOW));
  value(
    await finishPasskey(
      database,
      actor(officer),
      { response: key.create(challenge, SITE), name: '手机' },
      SITE.origin,
      NOW,
    ),
  );
  return key;
}

const challengeAt = async (now: number) => value(await beginPasskeySignIn(SITE.origin, now)).challenge;

test('a passkey signs in alone, however often strangers failed with the password', async () => {
  const house = world();
  const { database } = house;
  const li = house.officer('li', house.land, ['issuer']);
  const key = await withPasskey(house, li);
  for (let n = 0; n < 120; n++)
    database.transaction(() => attempt(database, attemptOf('password', 'li', `198.51.${n}.9`), NOW));
  const { token, device } = value(
    await finishPasskeySignIn(database, { response: key.get(await challengeAt(NOW), SITE), ...HOME }, SETTINGS, NOW),
  );
  assert.equal(stage(database, token), 'full');
  assert.ok(device);
});

test('an answer counts once, for its site, within five minutes, and with the person verified', async () => {
  const house = world();
  const { database } = house;
  const key = await withPasskey(house, house.officer('li', house.land, ['issuer']));
  const finish = (response: unknown, now: number = NOW) =>
    finishPasskeySignIn(database, { response, ...HOME }, SETTINGS, now);
  const answer = key.get(await challengeAt(NOW), SITE);
  assert.ok((await finish(answer)).ok);
  assert.deepEqual(codes(await finish(answer)), ['passkey-refused']);
  const refused = [
    key.get(Buffer.alloc(32).toString('base64url'), SITE),
    key.get(await challengeAt(NOW), { ...SITE, origin: 'https://gongshi.example.com' }),
    key.get(await challengeAt(NOW), { ...SITE, rpID: 'example.com' }),
    key.get(await challengeAt(NOW), { ...SITE, verified: false }),
    new Authenticator().get(await challengeAt(NOW), SITE),
    { ...key.get(await challengeAt(NOW), SITE), response: {} },
    { id: 7 },
    null,
    'x',
  ];
  for (const response of refused) assert.deepEqual(codes(await finish(response)), ['passkey-refused']);
  assert.deepEqual(codes(await finish(key.get(await challengeAt(NOW), SITE), NOW + 5 * MINUTE + 1)), [
    'passkey-refused',
  ]);
});

test('it is the second step after a password, and makes the second factor of a session fresh again', async () => {
  const house = world();
  const { database } = house;
  const li = house.officer('li', house.land, ['issuer']);
  const key = await withPasskey(house, li);
  const pending = startSession(database, li.id, HOME, { confirmedAt: null }, NOW);
  const { token } = value(
    await finishPasskeySignIn(
      database,
      { response: key.get(await challengeAt(NOW), SITE), token: pending, ...HOME },
      SETTINGS,
      NOW,
    ),
  );
  assert.equal(stage(database, pending), null);
  const later = NOW + 20 * MINUTE;
  assert.deepEqual(
    value(
      await finishPasskeySignIn(
        database,
        { response: key.get(await challengeAt(later), SITE), token, ...HOME },
        SETTINGS,
        later,
      ),
    ),
    { token },
  );
  assert.equal(sessionOf(database, token, HOME.address, SETTINGS, later)!.confirmedAt, later);
  // Not in another officer's session.
  const wang = house.session(house.officer('wang', house.land, ['issuer']));
  assert.deepEqual(
    codes(
      await finishPasskeySignIn(
        database,
        { response: key.get(await challengeAt(NOW), SITE), token: wang, ...ELSEWHERE },
        SETTINGS,
        NOW,
      ),
    ),
    ['passkey-refused'],
  );
});

test('a key is added and taken away only just after a second factor, and only one’s own', async () => {
  const house = world();
  const { database } = house;
  const li = house.officer('li', house.land, ['issuer']);
  const wang = house.officer('wang', house.land, ['issuer']);
  const key = await withPasskey(house, li);
  const stale = { ...house.actor(li), confirmedAt: NOW - FRESH_FOR - 1 };
  assert.deepEqual(codes(await beginPasskey(database, stale, SITE.origin, NOW)), ['stale']);
  // A challenge that was made for Wang is not good for Li.
  const other = new Authenticator();
  const { challenge } = value(await beginPasskey(database, house.actor(wang), SITE.origin, NOW));
  assert.deepEqual(
    codes(
      await finishPasskey(
        database,
        house.actor(li),
        { response: other.create(challenge, SITE), name: '钥匙' },
        SITE.origin,
        NOW,
      ),
    ),
    ['passkey-refused'],
  );
  assert.deepEqual(codes(removePasskey(database, house.actor(wang), key.id, NOW)), ['hidden']);
  assert.deepEqual(
    listPasskeys(database, house.actor(li)).map(({ name }) => name),
    ['手机'],
  );
  value(removePasskey(database, house.actor(li), key.id, NOW));
  assert.deepEqual(
    codes(
      await finishPasskeySignIn(database, { response: key.get(await challengeAt(NOW), SITE), ...HOME }, SETTINGS, NOW),
    ),
    ['passkey-refused'],
  );
});

test('the last second factor cannot be taken away', async () => {
  const house = world();
  const li = house.officer('li', house.land, ['issuer']);
  const key = await withPasskey(house, li);
  house.database.run('DELETE FROM totp_secrets WHERE officer = ?', li.id);
  assert.deepEqual(codes(removePasskey(house.database, house.actor(li), key.id, NOW)), ['last-factor']);
  assert.equal(listPasskeys(house.database, house.actor(li)).length, 1);
});

test('passkeys are offered where there is a domain', () => {
  assert.ok(passkeysWorkAt('https://gongshi.example.cn') && passkeysWorkAt('http://localhost:4321'));
  for (const origin of ['http://127.0.0.1:4321', 'https://10.0.0.1', 'http://[::1]:4321', 'http://gongshi.example.cn'])
    assert.ok(!passkeysWorkAt(origin), origin);
});
