import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { AccessLog } from '../../src/door/access-log.ts';
import { safePath } from '../../src/views/safe-path.ts';
import { classesOf } from '../../src/watch/counts.ts';
import { DayLog, logFolder } from '../../src/watch/day-log.ts';
import { Counter } from '../../src/watch/served.ts';
import { countingHandler, door, newDatabase } from './door.ts';

const TOKEN = 'kq3Vx8yWm2Zt6Lp0Rj5Nh7Bd1Fs4Gc9Aa-e_uIoTyPQ';

function logged(context: TestContext, queries = false) {
  const folder = logFolder(dirname(newDatabase(context)));
  const log = new DayLog(folder, 'access');
  const counter = new Counter();
  return {
    counter,
    access: new AccessLog({ log, counter, queries }),
    text() {
      log.flushNow();
      return readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'utf8'))
        .join('');
    },
  };
}
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('each request leaves a line that says who asked what and how it was answered, without what was searched for', async (context) => {
  const { access, counter, text } = logged(context);
  const { ask } = await door(context, countingHandler().handler, { access });
  const page = await ask('/about');
  await ask('/about');
  await ask('/about', { method: 'HEAD' });
  await ask('/about', { headers: { 'if-none-match': page.headers.etag } });
  await ask('/search?q=%E9%81%93%E8%B7%AF', { headers: { cookie: 'session=canary', authorization: 'Bearer canary' } });
  const whole = text();
  assert.deepEqual(
    linesOf(whole).map(({ method, path, status, bytes }) => [method, path, status, bytes]),
    [
      ['GET', '/about', 200, page.body.length],
      ['GET', '/about', 200, page.body.length],
      ['HEAD', '/about', 200, 0],
      ['GET', '/about', 304, 0],
      ['GET', '/search', 200, 35],
    ],
  );
  const [first] = linesOf(whole);
  assert.equal(first!['client'], '127.0.0.1');
  assert.ok(Number(first!['ms']) >= 0 && Date.parse(String(first!['at'])) > 0 && String(first!['id']).length > 8);
  assert.ok(!/q=|%E9|canary/.test(whole));
  assert.deepEqual(classesOf(counter.counts, 'slow'), [0, 1, 0, 0, 0]);
  assert.deepEqual(classesOf(counter.counts, 'fast'), [0, 3, 1, 0, 0]);
});

test('where the operator wants it, the query stands there as the page took it, and that of the office never', async (context) => {
  const { access, text } = logged(context, true);
  const { ask } = await door(context, countingHandler().handler, { access });
  await ask('/search?q=road&x=1');
  await ask('/office/trail?officer=o1');
  assert.deepEqual(
    linesOf(text()).map(({ query }) => query),
    ['?q=road', undefined],
  );
});

test('an address that would forge a line stays one', async (context) => {
  const { access, text } = logged(context);
  const { port } = await door(context, countingHandler().handler, { access });
  await new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.end('GET /a"},{"\\x HTTP/1.1\r\nHost: portal.test:4321\r\nConnection: close\r\n\r\n'),
    );
    socket.resume().on('close', resolve);
  });
  const lines = linesOf(text());
  assert.equal(lines.length, 1);
  assert.equal(lines[0]!['path'], '/a"},{"\\x');
});

test('what opens a door is not written, however its address is spelled', () => {
  for (const prefix of [
    '/office/invitations/',
    '/office/%69nvitations/',
    '/office%2finvitations/',
    '/en/office/invitations/',
    '/office//invitations/',
    '/OFFICE/Invitations/',
  ]) {
    for (const token of ['short', TOKEN, `${TOKEN}/x?y=${TOKEN}`]) {
      const path = safePath(prefix + token);
      assert.ok(!path.includes(token) && path.endsWith('…'), path);
    }
  }
  assert.equal(safePath('/office/invitations/x'), '/office/invitations/…');
  assert.equal(safePath('/office/desk/x.atom?y'), '/office/desk/…');
  assert.equal(safePath(`/anything/${TOKEN}?x`), '/anything/…');
  assert.equal(safePath('/records/ocds-1?q=x#y'), '/records/ocds-1');
  assert.equal(safePath('/%zz'), '/%zz');
});
