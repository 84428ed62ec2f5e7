import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { SlowPages } from '../../src/door/slow-pages.ts';
import { countingHandler, door } from './door.ts';

/** A handler in a module of its own, as the built pages are; `gate` is a file it waits for without letting go of its thread. */
const HANDLER = `
import { existsSync } from 'node:fs';
import { makePages } from '${new URL('../../src/door/slow-thread.ts', import.meta.url).href}';
makePages((request, response) => {
  const { searchParams } = new URL(request.url, 'http://x');
  const q = searchParams.get('q');
  if (q?.startsWith('/')) while (!existsSync(q));
  if (q === 'throws') throw new Error('planted');
  if (q === 'never') for (;;);
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<p>on a thread: ' + request.url + ' ' + (request.headers.cookie ?? '') + '</p>');
});
`;

async function withThread(context: TestContext, patience?: number) {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-slow-'));
  const entry = join(folder, 'entry.mjs');
  writeFileSync(entry, HANDLER);
  const slow = new SlowPages(entry, patience);
  const { handler, asked } = countingHandler();
  const made = await door(context, handler, { slow });
  context.after(async () => {
    await slow.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { ...made, asked, slow, gate: join(folder, 'gate') };
}

test('a search is made on a thread, a record page is not', async (context) => {
  const { ask, asked } = await withThread(context);
  assert.equal((await ask('/search?q=a')).text, '<p>on a thread: /search?q=a </p>');
  assert.equal(
    (await ask('/search?q=a', { headers: { cookie: 'session=s1' } })).text,
    '<p>on a thread: /search?q=a session=s1</p>',
  );
  for (const path of [
    '/construction?q=a',
    '/construction.csv',
    '/land.json',
    '/search.ics',
    '/en/owed',
    '/units/u1/compliance',
  ])
    assert.match((await ask(path)).text, /on a thread/, path);
  assert.deepEqual(asked, []);
  for (const path of ['/', '/construction?region=620502', '/records/r1', '/suggest.json?q=a']) await ask(path);
  assert.equal(asked.length, 4);
});

test('a record page is answered while searches hold their thread', async (context) => {
  const { ask, gate } = await withThread(context);
  const held = ask(`/search?q=${gate}`);
  const after = ask('/search?q=b');
  assert.equal((await ask('/records/r1')).status, 200);
  writeFileSync(gate, '');
  assert.deepEqual([(await held).status, (await after).status], [200, 200]);
});

test('a page that fails on its thread fails alone', async (context) => {
  const { ask } = await withThread(context);
  const [broken, whole] = await Promise.all([ask('/search?q=throws'), ask('/search?q=b')]);
  assert.deepEqual([broken!.status, whole!.status], [500, 200]);
});

test('a page that never ends is broken off with its thread, and the next one is made', async (context) => {
  const { ask } = await withThread(context, 1_000);
  assert.equal((await ask('/search?q=never')).status, 500);
  assert.equal((await ask('/search?q=b')).status, 200);
});

test('the page that a process makes before anybody is let in may take longer than any other', async (context) => {
  const { slow, ask, gate } = await withThread(context, 200);
  const first = slow.warm(`/search?q=${gate}`, {});
  const other = await withThread(context, 200);
  assert.equal((await other.ask('/search?q=never')).status, 500);
  writeFileSync(gate, '');
  assert.equal((await first).status, 200);
  assert.equal((await ask('/search?q=b')).status, 200);
});
