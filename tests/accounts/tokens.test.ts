import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeRoles, disableOfficer } from '../../src/accounts/officers/change-officer.ts';
import { operator } from '../../src/accounts/officers/officer.ts';
import { permission } from '../../src/accounts/permissions.ts';
import { actorOfToken, listTokens, makeToken, revokeToken } from '../../src/accounts/tokens/token.ts';
import { findUnit } from '../../src/accounts/units/storage.ts';
import { changeUnit } from '../../src/accounts/units/unit.ts';
import { codes, DAY, events, HOME, MINUTE, NOW, SETTINGS, value, world } from './world.ts';

const OA = { name: 'OA系统', registers: ['land'], days: 90 };

test('a unit’s machine drafts in its registers and does nothing else', () => {
  const { database, officer, actor, land, housing } = world();
  const admin = actor(officer('admin', land, ['unitAdministrator']));
  const { text, token } = value(makeToken(database, admin, OA, NOW));
  const machine = actorOfToken(database, text, HOME.address, SETTINGS, NOW)!;
  assert.deepEqual(machine, {
    id: admin.id,
    name: 'OA系统',
    unit: land,
    registers: ['land'],
    roles: ['author'],
    token: token.id,
    address: HOME.address,
  });
  assert.equal(permission(machine, 'draft.write', { unit: land, register: 'land' }, NOW), 'granted');
  assert.equal(permission(machine, 'draft.write', { unit: land, register: 'mining' }, NOW), 'forbidden');
  assert.equal(permission(machine, 'draft.write', { unit: housing, register: 'land' }, NOW), 'hidden');
  assert.equal(permission(machine, 'notice.publish', { unit: land, register: 'land' }, NOW), 'forbidden');
  assert.equal(permission(machine, 'token.change', { unit: land }, NOW), 'forbidden');
  assert.ok(!JSON.stringify([events(database), database.all('SELECT * FROM unit_tokens')]).includes(text.slice(10)));
});

test('a token ends on its day, when revoked, and with the register it was for', () => {
  const { database, officer, actor, land } = world();
  const admin = actor(officer('admin', land, ['unitAdministrator']));
  const open = (text: string, now: number = NOW) => actorOfToken(database, text, HOME.address, SETTINGS, now);
  const { text, token } = value(makeToken(database, admin, OA, NOW));
  assert.ok(open(text, NOW + 90 * DAY - 1));
  assert.equal(open(text, NOW + 90 * DAY), null);
  assert.equal(open(`${text}x`), null);
  const { name, region } = findUnit(database, land)!;
  value(
    changeUnit(
      database,
      operator(NOW),
      land,
      { name, region, registers: [{ register: 'mining', part: 'cooperating' }] },
      NOW,
    ),
  );
  assert.deepEqual(open(text)!.registers, []);
  value(revokeToken(database, admin, token.id, NOW));
  assert.equal(open(text), null);
});

test('who is disabled or administers no more leaves no token behind', () => {
  for (const leave of [
    disableOfficer,
    (...[database, actor, id]: Parameters<typeof disableOfficer>) => changeRoles(database, actor, id, ['author'], NOW),
  ]) {
    const { database, officer, actor, land } = world();
    const admin = officer('admin', land, ['unitAdministrator']);
    const { text } = value(makeToken(database, actor(admin), OA, NOW));
    value(leave(database, actor(officer('second', land, ['unitAdministrator'])), admin.id, NOW));
    assert.equal(actorOfToken(database, text, HOME.address, SETTINGS, NOW), null);
  }
});

test('tokens are the unit administrator’s alone', () => {
  const { database, officer, actor, land, housing } = world();
  const admin = actor(officer('admin', land, ['unitAdministrator']));
  const other = actor(officer('other', housing, ['unitAdministrator']));
  const { token } = value(makeToken(database, admin, OA, NOW));
  assert.deepEqual(codes(revokeToken(database, other, token.id, NOW)), ['hidden']);
  assert.deepEqual(codes(listTokens(database, other, land, NOW)), ['hidden']);
  assert.deepEqual(codes(makeToken(database, actor(officer('li', land, ['issuer'])), OA, NOW)), ['forbidden']);
  assert.deepEqual(codes(makeToken(database, actor(officer('root', null, ['administrator'])), OA, NOW)), ['hidden']);
  assert.deepEqual(codes(makeToken(database, { ...admin, confirmedAt: 0 }, OA, NOW)), ['stale']);
  assert.deepEqual(codes(makeToken(database, admin, { name: '', registers: ['construction'], days: 400 }, NOW)), [
    'token-name',
    'token-registers',
    'token-days',
  ]);
  assert.equal(value(listTokens(database, actor(officer('auditor', null, ['auditor'])), land, NOW)).length, 1);
});

test('the last use is shown, and written at most once a minute', () => {
  const { database, officer, actor, land } = world();
  const admin = actor(officer('admin', land, ['unitAdministrator']));
  const { text } = value(makeToken(database, admin, OA, NOW));
  for (const second of [0, 20, 40, 60, 80]) actorOfToken(database, text, HOME.address, SETTINGS, NOW + second * 1000);
  assert.equal(value(listTokens(database, admin, land, NOW))[0]!.usedAt, NOW + MINUTE);
});
