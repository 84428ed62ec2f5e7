import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmTotp, enrolTotp } from '../../src/accounts/factors/enrolment.ts';
import { renewRecoveryCodes } from '../../src/accounts/factors/recovery-codes.ts';
import { recoveryCodesLeft } from '../../src/accounts/factors/storage.ts';
import { FRESH_FOR } from '../../src/accounts/permissions.ts';
import { startSession, sessionOf } from '../../src/accounts/sessions/session.ts';
import {
  code,
  codes,
  events,
  HOME,
  HOUR,
  MINUTE,
  NOW,
  second,
  SETTINGS,
  stage,
  value,
  VAULT,
  world,
  type World,
} from './world.ts';

/** A session after the password, without spending a hash on it. */
const pending = ({ database }: World, id: string, now: number = NOW) =>
  startSession(database, id, HOME, { confirmedAt: null }, now);

test('a code counts once, on whichever session, and an older one not after it', () => {
  const house = world();
  const { database } = house;
  const li = house.officer('li', house.land, ['author']);
  const typed = code(NOW);
  value(second(database, pending(house, li.id), typed, NOW));
  const again = pending(house, li.id);
  assert.deepEqual(codes(second(database, again, typed, NOW)), ['code-used']);
  assert.deepEqual(codes(second(database, again, code(NOW - 30_000), NOW)), ['code-used']);
  assert.equal(stage(database, again), 'factor');
  const next = NOW + 30_000;
  assert.ok(second(database, again, code(next), next).ok);
});

test('an app whose clock is half a minute off is understood, a minute off it is not', () => {
  for (const [off, right] of [
    [-30_000, true],
    [30_000, true],
    [-60_000, false],
    [60_000, false],
  ] as const) {
    const house = world();
    const li = house.officer('li', house.land, ['author']);
    const step = Math.floor(NOW / 30_000) * 30_000;
    assert.equal(second(house.database, pending(house, li.id, step), code(step + off), step).ok, right, String(off));
  }
});

test('who has the password alone may guess five codes', () => {
  const house = world();
  const { database } = house;
  const li = house.officer('li', house.land, ['author']);
  const wrong = code(NOW) === '000000' ? '111111' : '000000';
  for (let n = 0; n < 5; n++)
    assert.deepEqual(codes(second(database, pending(house, li.id, NOW + n * 20_000), wrong, NOW + n * 20_000)), [
      'code-wrong',
    ]);
  const late = NOW + 2 * MINUTE;
  assert.deepEqual(codes(second(database, pending(house, li.id, late), code(late), late)), ['throttled']);
  assert.equal(events(database).filter(({ act }) => act === 'factor.refused').length, 5);
});

test('the step between password and code lasts ten minutes', () => {
  const house = world();
  const li = house.officer('li', house.land, ['author']);
  const token = pending(house, li.id);
  assert.equal(stage(house.database, token, NOW + 10 * MINUTE), null);
});

test('in a whole session a code makes the second factor fresh again, and the token stays', () => {
  const house = world();
  const { database } = house;
  const li = house.officer('li', house.land, ['issuer']);
  const token = house.session(li);
  const later = NOW + 20 * MINUTE;
  const entered = value(second(database, token, code(later), later));
  assert.deepEqual(entered, { token });
  assert.equal(sessionOf(database, token, HOME.address, SETTINGS, later)!.confirmedAt, later);
  assert.equal(events(database).at(-1)!.act, 'session.confirm');
});

test('without a second factor nothing but setting one up is possible', () => {
  const house = world();
  const { database } = house;
  const li = house.officer('li', house.land, ['author'], { factor: false });
  const token = pending(house, li.id);
  const visitor = { token, ...HOME };
  assert.equal(stage(database, token), 'enrolment');
  assert.deepEqual(codes(second(database, token, '123456', NOW)), ['session-over']);
  assert.deepEqual(codes(confirmTotp(database, VAULT, { ...visitor, code: '123456' }, SETTINGS, NOW)), [
    'enrolment-missing',
  ]);

  const { secret, uri } = value(enrolTotp(database, VAULT, visitor, SETTINGS, NOW));
  assert.match(uri, /^otpauth:\/\/totp\/.*secret=/);
  assert.equal(value(enrolTotp(database, VAULT, visitor, SETTINGS, NOW)).secret, secret);
  // Somebody else who has the password sees another secret, not this one.
  const stranger = { token: pending(house, li.id), ...HOME };
  assert.deepEqual(codes(confirmTotp(database, VAULT, { ...stranger, code: code(NOW, secret) }, SETTINGS, NOW)), [
    'enrolment-missing',
  ]);

  assert.deepEqual(codes(confirmTotp(database, VAULT, { ...visitor, code: '12345' }, SETTINGS, NOW)), ['code-wrong']);
  const entered = value(confirmTotp(database, VAULT, { ...visitor, code: code(NOW, secret) }, SETTINGS, NOW));
  assert.equal(stage(database, entered.token), 'full');
  assert.equal(stage(database, token), null);
  assert.equal(new Set(entered.recoveryCodes).size, 10);
  // The code that proved the app is used up.
  assert.deepEqual(codes(second(database, pending(house, li.id), code(NOW, secret), NOW)), ['code-used']);
  assert.equal(stage(database, stranger.token), 'factor');
});

test('an app is replaced only just after the second factor it replaces, and its recovery codes with it', () => {
  const house = world();
  const { database } = house;
  const li = house.officer('li', house.land, ['author']);
  const visitor = { token: house.session(li), ...HOME };
  assert.deepEqual(codes(enrolTotp(database, VAULT, visitor, SETTINGS, NOW + FRESH_FOR + 1)), ['stale']);
  const [paper] = value(renewRecoveryCodes(database, house.actor(li), NOW)) as [string];
  const { secret } = value(enrolTotp(database, VAULT, visitor, SETTINGS, NOW));
  // Until it is proven, the old one counts.
  assert.ok(second(database, pending(house, li.id), code(NOW), NOW).ok);
  const { recoveryCodes } = value(confirmTotp(database, VAULT, { ...visitor, code: code(NOW, secret) }, SETTINGS, NOW));
  const later = NOW + MINUTE;
  for (const old of [code(later), paper])
    assert.deepEqual(codes(second(database, pending(house, li.id, later), old, later)), ['code-wrong']);
  assert.equal(recoveryCodes.length, 10);
  const calm = later + 10 * MINUTE;
  assert.ok(second(database, pending(house, li.id, calm), recoveryCodes[0]!, calm).ok);
});

test('a recovery code opens once, typed as one likes, and only its owner’s door', () => {
  const house = world();
  const { database } = house;
  const li = house.officer('li', house.land, ['author']);
  const wang = house.officer('wang', house.land, ['author']);
  const [first, another] = value(renewRecoveryCodes(database, house.actor(li), NOW)) as [string, string];
  assert.deepEqual(codes(second(database, pending(house, wang.id), first, NOW)), ['code-wrong']);
  assert.ok(second(database, pending(house, li.id), ` ${first.toUpperCase().replaceAll('-', ' ')} `, NOW).ok);
  assert.deepEqual(codes(second(database, pending(house, li.id), first, NOW)), ['code-wrong']);
  assert.equal(recoveryCodesLeft(database, li.id), 9);
  assert.ok(!JSON.stringify(database.all('SELECT * FROM recovery_codes')).includes(another));
  value(renewRecoveryCodes(database, house.actor(li, NOW + HOUR), NOW + HOUR));
  assert.deepEqual(codes(second(database, pending(house, li.id, NOW + HOUR), another, NOW + HOUR)), ['code-wrong']);
  assert.deepEqual(codes(renewRecoveryCodes(database, house.actor(li), NOW + HOUR)), ['stale']);
});
