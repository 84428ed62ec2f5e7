import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceCookie, sessionCookie } from '../../src/accounts/sessions/cookie.ts';
import { actorOf, sessionOf } from '../../src/accounts/sessions/session.ts';
import { endOtherSessions, endSession, listSessions, signOut } from '../../src/accounts/sessions/sessions.ts';
import { codes, DAY, events, HOME, HOUR, MINUTE, NOW, SETTINGS, stage, value, world } from './world.ts';

test('after signing out the token opens nothing', () => {
  const { database, officer, session, land } = world();
  const token = session(officer('li', land, ['author']));
  assert.equal(stage(database, token), 'full');
  signOut(database, token, HOME.address, NOW);
  assert.equal(stage(database, token), null);
  signOut(database, token, HOME.address, NOW);
  assert.equal(events(database).filter(({ act }) => act === 'session.end').length, 1);
});

test('half an hour unused ends a session, and twelve hours do however busy it is', () => {
  const { database, officer, session, land } = world();
  const li = officer('li', land, ['author']);
  const idle = session(li);
  assert.equal(stage(database, idle, NOW + 30 * MINUTE - 1), 'full');
  assert.equal(stage(database, idle, NOW + 59 * MINUTE), 'full');
  assert.equal(stage(database, idle, NOW + 89 * MINUTE), null);
  const busy = session(li);
  for (let minute = 0; minute < 12 * 60; minute += 20)
    assert.equal(stage(database, busy, NOW + minute * MINUTE), 'full');
  assert.equal(stage(database, busy, NOW + 12 * HOUR), null);
});

test('a clock that is set back a year makes no session live on', () => {
  const { database, officer, session, land } = world();
  const token = session(officer('li', land, ['author']));
  assert.equal(stage(database, token, NOW - 365 * DAY), null);
});

test('of one officer the three newest sessions stand', () => {
  const { database, officer, session, land } = world();
  const li = officer('li', land, ['author']);
  const tokens = [0, 1, 2, 3].map((n) => session(li, NOW + n));
  assert.deepEqual(
    tokens.map((token) => stage(database, token)),
    [null, 'full', 'full', 'full'],
  );
});

test('an officer sees and ends their own sessions, and knows of nobody else’s', () => {
  const { database, officer, session, actor, land } = world();
  const li = officer('li', land, ['author']);
  const wang = officer('wang', land, ['author']);
  const [here, there, others] = [session(li), session(li, NOW + 1), session(wang)];
  const me = actorOf(database, sessionOf(database, here, HOME.address, SETTINGS, NOW)!)!;
  const listed = listSessions(database, me, here, NOW + 1);
  assert.deepEqual(
    listed.map((one) => one.here),
    [false, true],
  );
  const foreign = listSessions(database, actor(wang), others, NOW)[0]!;
  assert.deepEqual(codes(endSession(database, me, foreign.id, NOW)), ['hidden']);
  value(endSession(database, me, listed[0]!.id, NOW));
  assert.deepEqual(
    [here, there, others].map((token) => stage(database, token)),
    ['full', null, 'full'],
  );
  session(li, NOW + 2);
  assert.equal(endOtherSessions(database, me, here, NOW), 1);
  assert.equal(stage(database, here), 'full');
});

test('only the hash of a token is stored', () => {
  const { database, officer, session, land } = world();
  const token = session(officer('li', land, ['author']));
  assert.equal(Buffer.from(token, 'base64url').length, 32);
  assert.ok(!JSON.stringify(database.all('SELECT * FROM sessions')).includes(token));
});

test('reading a session writes at most once a minute', () => {
  const { database, officer, session, land } = world();
  const token = session(officer('li', land, ['author']));
  const before = database.version();
  for (let second = 0; second < 60; second++) stage(database, token, NOW + second * 1000);
  assert.equal(database.version(), before);
  stage(database, token, NOW + MINUTE);
  assert.notEqual(database.version(), before);
});

test('the cookie is bound to the host where the line is secure', () => {
  assert.deepEqual(sessionCookie('https://gongshi.example.cn'), {
    name: '__Host-session',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure: true },
  });
  assert.deepEqual(sessionCookie('http://127.0.0.1:4321'), {
    name: 'session',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure: false },
  });
  assert.equal(deviceCookie('https://gongshi.example.cn').options.maxAge, 90 * 24 * 3600);
});
