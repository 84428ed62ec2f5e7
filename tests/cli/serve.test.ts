import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { stories } from '../../db/seeds/demo/stories.ts';
import { Database } from '../../src/database/database.ts';
import { publish } from '../../src/notices/publish.ts';
import { startPortal } from '../browser/portal.ts';

const portal = await startPortal();
after(() => portal.stop());
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(portal.url + path, { headers, redirect: 'manual' });

test('a new portal has its demo stories in, and says so on the page', async () => {
  const { releases } = (await (await get('/healthz')).json()) as { releases: number };
  assert.equal(releases, stories(Date.now()).length);
  const page = await get('/');
  assert.equal(page.status, 200);
  assert.ok((await page.text()).includes('演示数据'));
});

test('what another process publishes is found by the next reader, on a page that was cached', async () => {
  const address = '/search?q=%E8%B7%AF%E7%81%AF%E5%90%88%E6%88%90%E6%A0%B7';
  const isFound = async () =>
    (await (await get(address)).text()).replace(/<\/?mark>/g, '').includes('天水市某处路灯合成样');
  assert.equal(await isFound(), false);
  const database = new Database(portal.path);
  const story = stories(Date.now()).find(
    ({ register, amends }) => register === 'construction' && amends === undefined,
  )!;
  const outcome = publish(
    database,
    { ...story, id: 'serve-test', title: '天水市某处路灯合成样', number: undefined, project: {} },
    { actor: 'test', now: Date.now() },
  );
  database.close();
  assert.equal(outcome.status, 'published', JSON.stringify(outcome));
  assert.equal(await isFound(), true);
});

test('a page that does not exist is a page of ours, in the reader’s language', async () => {
  for (const [path, words] of [
    ['/nothing/here', '没有找到这个网页'],
    ['/en/nothing/here', 'There is no such page'],
    ['/hant/nothing/here', '沒有找到這個網頁'],
    ['/en/notices/0', 'There is no such page'],
  ]) {
    const answer = await get(path!);
    assert.equal(answer.status, 404, path);
    assert.ok((await answer.text()).includes(words!), path);
  }
});

test('traditional characters are for pages; data is given as it was published', async () => {
  assert.match((await (await get('/hant')).text()).slice(0, 2_000), /天水市公共資源/);
  const titles = async (path: string) =>
    ((await (await get(path)).json()) as { rows: { title: string }[] }).rows.map(({ title }) => title);
  assert.deepEqual(await titles('/hant/search.json'), await titles('/search.json'));
});

test('asking for large print sets a cookie and leads back to the same page', async () => {
  const answer = await get('/hant/search?q=%E9%81%93%E8%B7%AF&print=large');
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/hant/search?q=%E9%81%93%E8%B7%AF');
  assert.match(answer.headers.get('set-cookie')!, /^print=large;.*Path=\/; HttpOnly; SameSite=Lax$/);
  const isLarge = async (headers = {}) => /<html[^>]* data-print="large"/.test(await (await get('/', headers)).text());
  assert.equal(await isLarge({ cookie: 'print=large' }), true);
  assert.equal(await isLarge(), false);
  assert.match(
    (await get('/?print=normal', { cookie: 'print=large' })).headers.get('set-cookie')!,
    /^print=;|^print=deleted;/,
  );
});

test('robots are told that demo stories are not to be found elsewhere', async () => {
  assert.match(await (await get('/robots.txt')).text(), /^User-agent: \*\nDisallow: \/\n\nSitemap: http:\/\/127/);
});

test('told to stop, the portal finishes what is in flight and ends well', async () => {
  const { promise: reply, resolve } = Promise.withResolvers<string>();
  const socket = connect(Number(new URL(portal.url).port), '127.0.0.1');
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
    // The server has the headers, and now waits for the body.
    if (heard.includes('100 Continue') && !heard.includes('HTTP/1.1 4')) {
      portal.signal('SIGTERM');
      socket.write('a=');
    }
  });
  socket.on('close', () => resolve(heard));
  socket.write(
    `POST /office/sign-in HTTP/1.1\r\nHost: ${new URL(portal.url).host}\r\nContent-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n`,
  );
  assert.match(await reply, /HTTP\/1\.1 422 [^]*<\/html>/);
  assert.equal(await portal.ended, 0);
  assert.equal(portal.errors(), '');
});
