import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Reply } from '../door/door.ts';
import { openDoor, type OpenDoor } from './in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongshi-problems-'));
let ask: OpenDoor['ask'];
let close: OpenDoor['close'];

before(async () => {
  ({ ask, close } = await openDoor(folder));
});
after(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  errors?: { name: string; code: string; found: string; expected: string }[];
}

function problemIn({ status, headers, text }: Reply, where: string): Problem {
  assert.equal(headers['content-type'], 'application/problem+json', `${where}: ${text.slice(0, 200)}`);
  const problem = JSON.parse(text) as Problem;
  assert.equal(problem.status, status, where);
  assert.match(problem.type, /^\/api#problem-[a-z-]+$/, where);
  for (const member of ['title', 'detail'] as const) assert.ok(problem[member].length > 1, `${where} ${member}`);
  return problem;
}

test('what is not there is a problem at every address of programs, and a page at those of readers', async () => {
  for (const path of [
    '/nothing.json',
    '/records/nothing.json',
    '/records/nothing.ics',
    '/notices/0.json',
    '/units/p000000000000.csv',
    '/fees/nothing.json',
    '/land.docx.json',
    '/api/nothing',
    '/api/ocds/releases/0',
    '/api/ocds/extensions/x/y.json',
    '/data/dictionary/nothing.json',
  ]) {
    const reply = await ask(path);
    assert.deepEqual([reply.status, problemIn(reply, path).instance], [404, path]);
    assert.equal(reply.headers['access-control-allow-origin'], '*', path);
  }
  assert.match((await ask('/nothing')).headers['content-type']!, /^text\/html/);
});

test('a problem is told in the language of the address', async () => {
  const titles = [];
  for (const prefix of ['', '/en', '/hant']) titles.push(problemIn(await ask(`${prefix}/nothing.json`), prefix).title);
  assert.deepEqual(titles, ['没有找到', 'Not found', '沒有找到']);
  assert.equal(problemIn(await ask('/en/nothing.json'), 'en').instance, '/en/nothing.json');
});

test('a parameter that cannot be used is named, with what was found and what would be taken', async () => {
  for (const [path, name, expected] of [
    ['/search.json?min=很多', 'min', /万元/],
    ['/search.csv?sort=upwards', 'sort', /newest/],
    ['/land.csv?from=昨天', 'from', /yyyy-mm-dd/],
    ['/land.atom?method=x', 'method', /auction/],
    ['/en/calendar.ics?kind=x', 'kind', /opens/],
    ['/owed.xlsx?basis=x', 'basis', /verified, unverified/],
    ['/fees.json?on=x', 'on', /yyyy-mm-dd/],
    ['/units.json?letter=AB', 'letter', /./],
    ['/api/changes?after=x', 'after', /./],
    ['/api/ocds/releases?limit=0', 'limit', /./],
    ['/land.json?region=620502&region=620503', 'region', /./],
    ['/land.json?min=500&max=100', 'max', /min/],
    ['/api/changes?after=0-0-0&before=last', 'before', /after/],
  ] as const) {
    const reply = await ask(encodeURI(path));
    assert.equal(reply.status, 400, path);
    assert.equal(reply.headers['access-control-allow-origin'], '*', path);
    const { errors = [] } = problemIn(reply, path);
    assert.deepEqual(
      errors.map((error) => error.name),
      [name],
      path,
    );
    assert.ok(path.includes(errors[0]!.found), path);
    assert.match(errors[0]!.expected, expected, path);
  }
  assert.equal((await ask(encodeURI('/search?min=很多'))).status, 200, 'a page drops it and says so');
  assert.equal((await ask('/land.json?nothing=1')).status, 200, 'what is not known does nothing');
});

test('an address that cannot be read is told to programs as a problem', async () => {
  for (const path of ['/records/%ff.json', '/units/%zz.csv', '/en/api/ocds/releases/%00']) {
    const reply = await ask(path);
    assert.deepEqual([reply.status, problemIn(reply, path).instance], [400, path]);
  }
  assert.match((await ask('/records/%ff')).headers['content-type']!, /^text\/plain/);
});

test('a position that this portal never gave is gone', async () => {
  const reply = await ask('/api/changes?after=99999-1-1');
  assert.equal(reply.status, 410);
  problemIn(reply, 'changes');
});

test('what the door refuses programs is a problem too', async () => {
  const wrong = await ask('/en/land.json', { method: 'DELETE' });
  assert.deepEqual([wrong.status, wrong.headers.allow], [405, 'GET, HEAD, OPTIONS']);
  assert.match(problemIn(wrong, 'DELETE').detail, /DELETE/);
  const tokenless = await ask('/api/office/notices', { method: 'POST', body: '{}' });
  assert.equal(tokenless.status, 401);
  assert.equal(problemIn(tokenless, 'no token').errors![0]!.code, 'token-wrong');
  const stranger = await ask('/api/office/notices/x', { headers: { authorization: 'Bearer gongshi_x' } });
  assert.equal(stranger.status, 401);
  assert.equal(problemIn(stranger, 'wrong token').errors![0]!.code, 'token-wrong');
  assert.equal(stranger.headers['access-control-allow-origin'], undefined);
});

test('pages of other sites may read what programs read, and no more', async () => {
  for (const path of ['/search.json', '/land.csv', '/fees.xlsx', '/calendar.ics', '/owed.atom', '/api/changes']) {
    const before = await ask(path, { method: 'OPTIONS', headers: { 'access-control-request-method': 'GET' } });
    assert.equal(before.status, 204, path);
    assert.match(before.headers['access-control-allow-headers']!, /If-None-Match/i);
    const reply = await ask(path, { headers: { origin: 'https://other.test' } });
    for (const { headers } of [before, reply]) {
      assert.equal(headers['access-control-allow-origin'], '*', path);
      assert.equal(headers['access-control-expose-headers'], 'Link, ETag, Retry-After', path);
    }
    const again = await ask(path, { headers: { 'if-none-match': reply.headers.etag! } });
    assert.deepEqual([again.status, again.headers['access-control-allow-origin']], [304, '*'], path);
    const head = await ask(path, { method: 'HEAD' });
    assert.deepEqual([head.status, head.body.length, head.headers.etag], [200, 0, reply.headers.etag], path);
  }
  for (const path of ['/search', '/office', '/api/office/notices'])
    assert.equal((await ask(path, { method: 'OPTIONS' })).status, 405, path);
});
