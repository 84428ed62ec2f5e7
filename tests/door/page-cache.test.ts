import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test, type TestContext } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Database } from '../../src/database/database.ts';
import { Answer } from '../../src/door/answer.ts';
import { PageCache } from '../../src/door/page-cache.ts';
import type { PageHandler } from '../../src/door/page-handler.ts';
import { allowedParameters, canonicalQuery, laneOf } from '../../src/views/routes.ts';
import { countingHandler, door, newDatabase } from './door.ts';

/** What a publication writes that readers can see. */
const PUBLICATION =
  "INSERT INTO releases (id, seq, ocid, register, kind, source_key, published_at, content, hash, accepted_at) VALUES (1, 1, 'o', 'land', 'grant', 'k', 0, '{}', 'h', 0)";

/** Commits as another process: what an operator's import does to a portal that is running. */
function commitElsewhere(path: string, sql: string = PUBLICATION): void {
  const script = `
    const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(${JSON.stringify(path)});
    database.exec(${JSON.stringify(sql)});
    database.close();`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

function newCache(context: TestContext, maxBytes?: number): PageCache {
  const database = new Database(newDatabase(context), { readOnly: true });
  context.after(() => database.close());
  return new PageCache(database, { maxBytes });
}

test('a page is made once, and again after a publication in another process', async (context) => {
  let made = 0;
  const { ask, path } = await door(context, (_incoming, response) => response.end(`version ${++made}`));
  assert.equal((await ask('/')).text, 'version 1');
  assert.equal((await ask('/')).text, 'version 1');
  commitElsewhere(path);
  assert.equal((await ask('/')).text, 'version 2');
  assert.equal((await ask('/')).text, 'version 2');
});

test('what readers cannot see, a draft saved or an officer signed in, leaves the pages alone', async (context) => {
  let made = 0;
  const { ask, path } = await door(context, (_incoming, response) => response.end(`version ${++made}`));
  await ask('/');
  commitElsewhere(
    path,
    "INSERT INTO events (at, actor, act, subject, detail) VALUES (0, 'test', 'publish', 'x', '{}')",
  );
  assert.equal((await ask('/')).text, 'version 1');
});

test('a publication by another connection of this process is seen as well', async (context) => {
  let made = 0;
  const { ask, path } = await door(context, (_incoming, response) => response.end(`version ${++made}`));
  await ask('/');
  const writer = new Database(path);
  writer.run(PUBLICATION);
  writer.close();
  assert.equal((await ask('/')).text, 'version 2');
});

test('a page begun before a publication and finished after it is not kept', async (context) => {
  const path = newDatabase(context);
  const database = new Database(path, { readOnly: true });
  context.after(() => database.close());
  const cache = new PageCache(database);
  assert.equal(cache.find('/'), undefined);
  await cache.make('/', async () => {
    commitElsewhere(path);
    return new Answer(200, {}, 'of yesterday');
  });
  await nextTurn();
  assert.equal(cache.find('/'), undefined);
});

test('a reader with a session neither reads from the cache nor writes to it', async (context) => {
  const { asked, handler } = countingHandler((_url, cookie) => `<p>for ${cookie || 'everybody'}</p>`);
  const { ask, cache } = await door(context, handler);
  const session = { cookie: 'a=1; __Host-session=officer' };

  assert.match((await ask('/', { headers: session })).text, /officer/);
  assert.equal(cache.size, 0);
  assert.equal((await ask('/')).text, '<p>for everybody</p>');
  assert.equal(cache.size, 1);
  const own = await ask('/', { headers: session });
  assert.match(own.text, /officer/);
  assert.equal(own.headers['cache-control'], 'private, no-store');
  await ask('/', { headers: { authorization: 'Bearer x' } });
  assert.equal(asked.length, 4);
  assert.equal((await ask('/')).text, '<p>for everybody</p>');
  assert.equal(asked.length, 4);
});

test('nothing an anonymous reader sends beside address and print reaches a page that is kept', async (context) => {
  const { asked, handler } = countingHandler();
  const { ask } = await door(context, handler);
  await ask('/', {
    headers: {
      cookie: 'print=large; name=somebody',
      'user-agent': 'secret',
      'accept-language': 'en',
      referer: 'http://x/',
      'x-forwarded-for': '1.2.3.4',
    },
  });
  const { 'x-request-id': id, ...rest } = asked[0]!.headers;
  assert.ok(id);
  assert.deepEqual(rest, { host: 'portal.test:4321', cookie: 'print=large' });
});

test('print and language are pages of their own', async (context) => {
  const { asked, handler } = countingHandler((url, cookie) => `<p>${url} ${cookie}</p>`);
  const { ask } = await door(context, handler);
  const large = { cookie: 'print=large' };
  for (let round = 0; round < 2; round++) {
    assert.equal((await ask('/about')).text, '<p>/about </p>');
    assert.equal((await ask('/about', { headers: large })).text, '<p>/about print=large</p>');
    assert.equal((await ask('/about', { headers: { cookie: 'print=normal' } })).text, '<p>/about </p>');
    assert.equal((await ask('/en/about')).text, '<p>/en/about </p>');
    assert.equal((await ask('/hant/about')).text, '<p>/hant/about </p>');
  }
  assert.equal(asked.length, 4);
});

test('asking for another print passes by the cache', async (context) => {
  const { asked, handler } = countingHandler();
  const { ask, cache } = await door(context, handler);
  await ask('/about?print=large');
  await ask('/about?print=large');
  assert.deepEqual(
    asked.map(({ url }) => url),
    ['/about?print=large', '/about?print=large'],
  );
  assert.equal(cache.size, 0);
});

test('unknown parameters, their order and empty ones multiply no entry and do not reach the page', async (context) => {
  const { asked, handler } = countingHandler();
  const { ask, cache } = await door(context, handler);
  for (const target of [
    '/search?q=%E9%81%93%E8%B7%AF&sort=newest',
    '/search?sort=newest&q=%E9%81%93%E8%B7%AF',
    '/search?x=1&q=道路&sort=newest&from=',
    '/search?utm=2&sort=newest&q=%e9%81%93%e8%b7%af',
  ]) {
    await ask(encodeURI(decodeURI(target)));
  }
  assert.equal(cache.size, 1);
  assert.deepEqual(
    asked.map(({ url }) => url),
    ['/search?q=%E9%81%93%E8%B7%AF&sort=newest'],
  );
  for (let n = 0; n < 5; n++) await ask(`/about?x=${n}`);
  assert.equal(cache.size, 2);
  assert.equal(asked.at(-1)!.url, '/about');
});

test('every face and language of a page takes the same parameters, and keeps several values of one, each once', () => {
  assert.ok(allowedParameters('/search').includes('q'));
  for (const path of ['/en/search', '/hant/search', '/search.json', '/en/search.csv'])
    assert.deepEqual(allowedParameters(path), allowedParameters('/search'), path);
  assert.deepEqual(allowedParameters('/about'), []);
  assert.equal(
    canonicalQuery('/search', new URLSearchParams('region=2&region=1&q=a&region=2')),
    '?q=a&region=1&region=2',
  );
});

test('only found pages that are for everybody are kept', async (context) => {
  const answers: Record<string, [status: number, headers: Record<string, string>]> = {
    '/cookie': [200, { 'set-cookie': 'a=b' }],
    '/private': [200, { 'cache-control': 'private' }],
    '/no-store': [200, { 'cache-control': 'no-store' }],
    '/missing': [404, {}],
    '/failed': [503, {}],
    '/moved': [301, { location: '/' }],
  };
  let made = 0;
  const handler: PageHandler = (incoming, response) => {
    made += 1;
    response.writeHead(...answers[incoming.url!]!).end();
  };
  const { ask, cache } = await door(context, handler);
  for (const target of Object.keys(answers)) {
    await ask(target);
    await ask(target);
  }
  assert.equal(made, 12);
  assert.equal(cache.size, 0);
});

test('a page that speaks of time left is kept for half a minute, another until something is published', async (context) => {
  let time = 0;
  let made = 0;
  const handler: PageHandler = (_incoming, response) => response.writeHead(200).end(`${++made}`);
  const { ask } = await door(context, handler, { now: () => time });
  assert.equal((await ask('/')).text, '1');
  assert.equal((await ask('/about')).text, '2');
  time = 29_999;
  assert.equal((await ask('/')).text, '1');
  time = 30_000;
  assert.equal((await ask('/')).text, '3');
  time = 30_000_000;
  assert.equal((await ask('/about')).text, '2');
});

test('the office is the office however its address is spelt', () => {
  for (const path of [
    '/office',
    '/office/drafts',
    '/%6fffice/sign-in',
    '/en/office',
    '/hant/%6Fffice',
    '/api/office/notices',
  ])
    assert.equal(laneOf(path, ''), 'office', path);
  for (const path of ['/officers', '/records/office', '/records/%2Foffice', '/'])
    assert.notEqual(laneOf(path, ''), 'office', path);
});

test('readers who ask for a page while it is being made wait for it', async (context) => {
  const cache = newCache(context);
  let made = 0;
  const page = async () => new Answer(200, {}, `${++made}`);
  const [first, second] = await Promise.all([cache.make('/', page), cache.make('/', page)]);
  assert.equal(first, second);
  assert.equal(made, 1);
});

test('a page begun before a publication is good for who asked before it, and for nobody after', async (context) => {
  const path = newDatabase(context);
  const database = new Database(path, { readOnly: true });
  context.after(() => database.close());
  const cache = new PageCache(database);
  const begun = Promise.withResolvers<Answer>();
  assert.equal(cache.find('/'), undefined);
  const first = cache.make('/', () => begun.promise);
  commitElsewhere(path);
  await nextTurn();
  begun.resolve(new Answer(200, {}, 'old'));
  assert.equal((await first).body.toString(), 'old');
  await nextTurn();
  assert.equal(cache.find('/'), undefined);
});

test('who asks after a publication does not wait for a page that was begun before it', async (context) => {
  const path = newDatabase(context);
  const database = new Database(path, { readOnly: true });
  context.after(() => database.close());
  const cache = new PageCache(database);
  const begun = Promise.withResolvers<Answer>();
  assert.equal(cache.find('/'), undefined);
  const first = cache.make('/', () => begun.promise);
  commitElsewhere(path);
  await nextTurn();
  assert.equal(cache.find('/'), undefined);
  const second = cache.make('/', async () => new Answer(200, {}, 'new'));
  begun.resolve(new Answer(200, {}, 'old'));
  assert.equal((await second).body.toString(), 'new');
  assert.equal((await first).body.toString(), 'old');
  await nextTurn();
  assert.equal(cache.find('/')!.body.toString(), 'new');
});

test('what was made for one reader, or failed, is not given to those who waited for it', async (context) => {
  const cache = newCache(context);
  let made = 0;
  const own = async () => new Answer(200, { 'set-cookie': 'a=b' }, `${++made}`);
  const [first, second] = await Promise.all([cache.make('/', own), cache.make('/', own)]);
  assert.notEqual(first, second);
  const failing = cache.make('/x', () => Promise.reject(new Error('planted')));
  const waiting = cache.make('/x', async () => new Answer(200, {}, 'fine'));
  await assert.rejects(failing, /planted/);
  assert.equal((await waiting).body.toString(), 'fine');
});

test('the cache stays within its bytes, and what nobody asks for goes first', async (context) => {
  const cache = newCache(context, 100_000);
  const fill = async (key: string, size = 4_000) => {
    if (!cache.find(key)) await cache.make(key, async () => new Answer(200, {}, 'x'.repeat(size)));
  };
  await fill('a');
  for (let n = 0; n < 100; n++) {
    await fill(`n${n}`);
    cache.find('a');
    assert.ok(cache.bytes <= 100_000);
  }
  assert.ok(cache.find('a'));
  assert.ok(cache.find('n99'));
  assert.equal(cache.find('n0'), undefined);
  const before = cache.size;
  await fill('huge', 60_000);
  assert.equal(cache.size, before);
});
