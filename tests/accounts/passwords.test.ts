import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changePassword } from '../../src/accounts/passwords/change-password.ts';
import { hashPassword } from '../../src/accounts/passwords/hash.ts';
import { passwordRefusals } from '../../src/accounts/passwords/policy.ts';
import { findPasswords } from '../../src/accounts/passwords/storage.ts';
import { actorOf, sessionOf } from '../../src/accounts/sessions/session.ts';
import { codes, DAY, HOME, NOW, RIGHT, SETTINGS, stage, value, world } from './world.ts';

const KNOWN = ['张三', 'zhangsan', '天水市某自然资源局'];
const said = (password: string, policy: 'nist' | 'dengbao3' = 'nist') =>
  passwordRefusals(password, KNOWN, policy).map(({ code }) => code);

test('a long password of one’s own is taken, in any script, without signs or capitals', () => {
  for (const password of ['guava lantern sixty pebble', '雨后的石板路上有三只灰鸽子在散步', 'x9 kfw lq zzrt 7 nbv'])
    assert.deepEqual(said(password), [], password);
});

test('what a guesser tries first is refused, however long', () => {
  const guessed = [
    'passwordpassword',
    'P@ssw0rd2026!!admin',
    'qwertyuiopasdfgh',
    '1234567890123456',
    '1qaz2wsx3edc4rfv5tgb',
    'aaaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'tianshui-gongshi-2026',
    'zhangsan-tianshui-12345',
    '天水市某自然资源局2026张三',
    '天水市国土局公示公告密码密码密码',
    'correct horse battery staple',
  ];
  for (const password of guessed) assert.deepEqual(said(password), ['password-predictable'], password);
  assert.deepEqual(said('kFq7#tz!'), ['password-short']);
  assert.deepEqual(said('雨'.repeat(201)), ['password-long']);
});

test('等保三级 asks for three classes on top', () => {
  assert.deepEqual(said('guava lantern sixty pebble', 'dengbao3'), ['password-classes']);
  assert.deepEqual(said('Guava lantern sixty pebble', 'dengbao3'), []);
});

test('hashes are salted and say how they were made', async () => {
  const [one, another] = [await hashPassword(RIGHT), await hashPassword(RIGHT)];
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  assert.notEqual(one, another);
});

test('another password ends all other sessions and makes nothing fresh', async () => {
  const { database, officer, session, land } = world();
  const li = officer('li', land, ['author']);
  const [here, there] = [session(li), session(li, NOW + 1)];
  const change = (current: string, password: string, now: number) =>
    changePassword(database, { token: here, current, password, ...HOME }, SETTINGS, now);
  assert.deepEqual(codes(await change('wrong', 'guava lantern sixty pebble', NOW + 2)), ['password-wrong']);
  assert.deepEqual(codes(await change(RIGHT, RIGHT, NOW + 3)), ['password-known']);
  const { token } = value(await change(RIGHT, 'guava lantern sixty pebble', NOW + 9));
  assert.deepEqual(
    [here, there].map((one) => stage(database, one, NOW + 9)),
    [null, null],
  );
  const actor = actorOf(database, sessionOf(database, token, HOME.address, SETTINGS, NOW + 9)!);
  assert.equal(actor!.confirmedAt, NOW);
});

test('with dengbao3 a password is old after 90 days, and nothing else can be done before it is changed', async () => {
  const { database, officer, session, land } = world();
  const li = officer('li', land, ['author']);
  const settings = { ...SETTINGS, passwordPolicy: 'dengbao3' } as const;
  const later = NOW + 90 * DAY;
  const token = session(li, later);
  assert.equal(stage(database, token, later), 'full');
  const old = sessionOf(database, token, HOME.address, settings, later)!;
  assert.equal(old.stage, 'password');
  assert.equal(actorOf(database, old), null);
  const changed = value(
    await changePassword(
      database,
      { token, current: RIGHT, password: 'Guava lantern sixty pebble', ...HOME },
      settings,
      later,
    ),
  );
  assert.equal(sessionOf(database, changed.token, HOME.address, settings, later)!.stage, 'full');
  // The one before it is not taken again.
  assert.deepEqual(
    codes(
      await changePassword(
        database,
        { token: changed.token, current: 'Guava lantern sixty pebble', password: `${RIGHT}`, ...HOME },
        { ...settings, passwordPolicy: 'nist' },
        later + 1,
      ),
    ),
    [],
  );
  assert.equal(findPasswords(database, li.id).length, 3);
});
