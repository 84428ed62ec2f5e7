import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptInvitation, readInvitation } from '../../src/accounts/officers/accept-invitation.ts';
import { changeRoles, disableOfficer, reinviteOfficer } from '../../src/accounts/officers/change-officer.ts';
import {
  invitationLink,
  inviteOfficer,
  INVITED_FOR,
  type InvitationInput,
} from '../../src/accounts/officers/invite.ts';
import { operator, stateOf } from '../../src/accounts/officers/officer.ts';
import { findOfficer } from '../../src/accounts/officers/storage.ts';
import { signIn } from '../../src/accounts/sessions/sign-in.ts';
import { codes, code, events, HOME, NOW, RIGHT, second, SETTINGS, stage, value, world } from './world.ts';

const NEW = '邮差把三封蓝色的信放进了旧书柜里';
const zhao: Omit<InvitationInput, 'unit'> = { name: '赵某', signIn: 'Zhao', staffNumber: '1024', roles: ['author'] };

test('an officer is invited by a link, chooses a password and must set up a second factor', async () => {
  const { database, officer, actor, land } = world();
  const admin = actor(officer('admin', land, ['unitAdministrator']));
  const { officer: invited, token } = value(inviteOfficer(database, admin, { unit: land, ...zhao }, NOW));
  assert.equal(invitationLink(SETTINGS.origin, token), `https://gongshi.example.cn/office/invitations/${token}`);
  assert.equal(stateOf(invited), 'invited');
  assert.deepEqual(value(readInvitation(database, token, NOW)), {
    officer: invited,
    unitName: '天水市某自然资源局',
    hasFactor: false,
  });

  const accept = (password: string, now: number = NOW) =>
    acceptInvitation(database, { token, password, ...HOME }, SETTINGS, now);
  assert.deepEqual(codes(await accept('short')), ['password-short']);
  assert.deepEqual(codes(await accept('天水市某自然资源局赵某zhao2026')), ['password-predictable']);
  const { token: session } = value(await accept(NEW));
  assert.equal(stage(database, session), 'enrolment');
  assert.deepEqual(codes(await accept(NEW)), ['invitation-void']);
  assert.deepEqual(codes(readInvitation(database, token, NOW)), ['invitation-void']);
  assert.ok((await signIn(database, { signIn: 'zhao', password: NEW, ...HOME }, SETTINGS, NOW)).ok);
  assert.ok(!JSON.stringify([events(database), database.all('SELECT * FROM invitations')]).includes(token));
});

test('a link is void after seven days and when a later one is made', async () => {
  const { database, officer, actor, land } = world();
  const admin = actor(officer('admin', land, ['unitAdministrator']));
  const { officer: invited, token } = value(inviteOfficer(database, admin, { unit: land, ...zhao }, NOW));
  assert.deepEqual(codes(readInvitation(database, token, NOW + INVITED_FOR)), ['invitation-void']);
  const later = value(reinviteOfficer(database, admin, invited.id, {}, NOW));
  assert.deepEqual(codes(readInvitation(database, token, NOW)), ['invitation-void']);
  assert.ok(readInvitation(database, later.token, NOW).ok);
});

test('an invitation says all that is wrong with it', () => {
  const { database, officer, actor, land } = world();
  const admin = actor(officer('admin', land, ['unitAdministrator']));
  const invite = (input: Partial<InvitationInput>) =>
    codes(inviteOfficer(database, admin, { unit: land, ...zhao, ...input }, NOW));
  assert.deepEqual(invite({ name: ' ', signIn: '赵', staffNumber: 'a b' }), [
    'officer-name',
    'officer-sign-in',
    'officer-staff-number',
  ]);
  assert.deepEqual(invite({ roles: [] }), ['officer-roles']);
  assert.deepEqual(invite({ roles: ['author', 'auditor'] }), ['officer-roles']);
  assert.deepEqual(invite({ signIn: 'ADMIN', staffNumber: 'n-admin' }), ['sign-in-taken', 'staff-number-taken']);
});

test('each administrator invites only whom they may', () => {
  const { database, officer, actor, land, housing } = world();
  const admin = actor(officer('admin', land, ['unitAdministrator']));
  const platform = actor(officer('platform', null, ['administrator']));
  const invite = (who: typeof admin, unit: string | null, ...roles: InvitationInput['roles']) =>
    codes(inviteOfficer(database, who, { unit, ...zhao, roles }, NOW));
  assert.deepEqual(invite(admin, housing, 'author'), ['hidden']);
  assert.deepEqual(invite(admin, null, 'auditor'), ['hidden']);
  assert.deepEqual(invite(actor(officer('author', land, ['author'])), land, 'author'), ['forbidden']);
  assert.deepEqual(invite({ ...admin, confirmedAt: undefined }, land, 'author'), ['stale']);
  // Else the platform could publish in a unit's name.
  assert.deepEqual(invite(platform, land, 'issuer'), ['role-not-yours']);
  assert.deepEqual(invite(platform, land, 'unitAdministrator', 'issuer'), ['role-not-yours']);
  assert.deepEqual(invite(platform, 'u-nowhere', 'unitAdministrator'), ['unit-unknown']);
  assert.deepEqual(invite(platform, land, 'unitAdministrator'), []);
  assert.deepEqual(
    codes(
      inviteOfficer(
        database,
        operator(NOW),
        { unit: housing, ...zhao, signIn: 'sun', staffNumber: '7', roles: ['issuer'] },
        NOW,
      ),
    ),
    [],
  );
});

test('other roles end the sessions of who held the old ones', () => {
  const { database, officer, session, actor, land, housing } = world();
  const admin = actor(officer('admin', land, ['unitAdministrator']));
  const li = officer('li', land, ['author', 'issuer']);
  const token = session(li);
  assert.deepEqual(
    codes(changeRoles(database, actor(officer('other', housing, ['unitAdministrator'])), li.id, ['author'], NOW)),
    ['hidden'],
  );
  assert.deepEqual(codes(changeRoles(database, admin, 'o-nobody', ['author'], NOW)), ['hidden']);
  assert.deepEqual(codes(changeRoles(database, admin, admin.id, ['unitAdministrator', 'issuer'], NOW)), [
    'own-account',
  ]);
  assert.deepEqual(codes(changeRoles(database, admin, li.id, ['auditor'], NOW)), ['officer-roles']);
  assert.equal(stage(database, token), 'full');
  value(changeRoles(database, admin, li.id, ['author'], NOW));
  assert.equal(stage(database, token), null);
  assert.deepEqual(findOfficer(database, li.id)!.roles, ['author']);
  const { act, detail } = events(database).at(-1)!;
  assert.deepEqual(
    [act, JSON.parse(detail)],
    ['officer.roles', { before: ['author', 'issuer'], after: ['author'], tokens: 0 }],
  );
});

test('the database itself keeps the powers apart', () => {
  const { database, officer, land } = world();
  const li = officer('li', land, ['author']);
  const auditor = officer('auditor', null, ['auditor']);
  const give = (id: string, role: string) => () =>
    database.run('INSERT INTO officer_roles (officer, role) VALUES (?, ?)', id, role);
  assert.throws(give(li.id, 'administrator'), /kept apart/);
  assert.throws(give(auditor.id, 'issuer'), /kept apart/);
  assert.throws(give(auditor.id, 'administrator'), /kept apart/);
  assert.throws(() => database.run('UPDATE officers SET unit = NULL WHERE id = ?', li.id), /kept apart/);
});

test('a disabled officer is out at once, everywhere', async () => {
  const { database, officer, session, actor, land } = world();
  const admin = actor(officer('admin', land, ['unitAdministrator']));
  const li = officer('li', land, ['author']);
  const token = session(li);
  value(disableOfficer(database, admin, li.id, NOW));
  assert.equal(stage(database, token), null);
  assert.deepEqual(codes(await signIn(database, { signIn: 'li', password: RIGHT, ...HOME }, SETTINGS, NOW)), [
    'sign-in-failed',
  ]);
});

test('a new link voids the old password at once and does not go round the second factor', async () => {
  const { database, officer, session, actor, land } = world();
  const admin = actor(officer('admin', land, ['unitAdministrator']));
  const li = officer('li', land, ['author']);
  const before = session(li);
  const { token } = value(reinviteOfficer(database, admin, li.id, {}, NOW));
  assert.equal(stage(database, before), null);
  assert.deepEqual(codes(await signIn(database, { signIn: 'li', password: RIGHT, ...HOME }, SETTINGS, NOW)), [
    'sign-in-failed',
  ]);
  assert.equal(value(readInvitation(database, token, NOW)).hasFactor, true);
  const accept = (password: string) => acceptInvitation(database, { token, password, ...HOME }, SETTINGS, NOW);
  assert.deepEqual(codes(await accept(RIGHT)), ['password-known']);
  const { token: pending } = value(await accept(NEW));
  assert.equal(stage(database, pending), 'factor');
  assert.ok(second(database, pending, code(NOW), NOW).ok);

  value(reinviteOfficer(database, admin, li.id, { removeSecondFactor: true }, NOW));
  const { act, detail } = events(database).at(-1)!;
  assert.deepEqual([act, JSON.parse(detail)], ['officer.reinvite', { was: 'active', removeSecondFactor: true }]);
});

test('the platform lets unit administrators in anew, not their issuers', () => {
  const { database, officer, actor, land } = world();
  const platform = actor(officer('platform', null, ['administrator']));
  const reinvite = (id: string) => codes(reinviteOfficer(database, platform, id, {}, NOW));
  assert.deepEqual(reinvite(officer('issuer', land, ['issuer']).id), ['role-not-yours']);
  assert.deepEqual(reinvite(officer('admin', land, ['unitAdministrator']).id), []);
  assert.deepEqual(codes(disableOfficer(database, platform, 'o-issuer', NOW)), []);
});
