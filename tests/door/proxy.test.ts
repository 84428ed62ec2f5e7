import assert from 'node:assert/strict';
import { createServer, request, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { DEMO_PASSWORD, demoSecret } from '../../src/accounts/officers/demo.ts';
import { Database } from '../../src/database/database.ts';
import { startPortal, type RunningPortal } from '../browser/portal.ts';
import { sourcesUnder } from '../promises/source.ts';

interface Answered {
  status: number;
  text: string;
  /** `name=value` of the first one set. */
  cookie: string;
}

/** A proxy as an operator puts one in front: it appends whom it forwards to what came, and passes the Host on. */
async function proxyTo(context: TestContext, portal: RunningPortal, adds = true): Promise<string> {
  const proxy = createServer((incoming, outgoing) => {
    const { 'x-forwarded-for': came, ...headers } = incoming.headers;
    const named = [came, incoming.socket.remoteAddress!].filter(Boolean).join(', ');
    const sent = request(
      portal.url + incoming.url!,
      { method: incoming.method!, headers: { ...headers, ...(adds && { 'x-forwarded-for': named }) }, agent: false },
      (answer) => {
        outgoing.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(sent);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  context.after(() => new Promise((resolve) => proxy.close(resolve)));
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}

/** Signs in with a password, from an address of this machine's own network, by way of `url`. */
function signIn(
  portal: RunningPortal,
  url: string,
  { from = '127.0.0.1', name = 'land.author', password = DEMO_PASSWORD, headers = {} as OutgoingHttpHeaders },
): Promise<Answered> {
  const { host } = new URL(portal.url);
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/office/sign-in`, {
      method: 'POST',
      localAddress: from,
      agent: false,
      headers: { host, origin: portal.url, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
    sent.on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer
        .on('end', () =>
          resolve({ status: answer.statusCode!, text, cookie: answer.headers['set-cookie']?.[0]!.split(';')[0] ?? '' }),
        )
        .on('error', reject);
    });
    sent.on('error', reject).end(new URLSearchParams({ name, password }).toString());
  });
}

async function portalWith(context: TestContext, environment: Record<string, string>): Promise<RunningPortal> {
  const portal = await startPortal(environment, ['--workers', '1']);
  context.after(() => portal.stop());
  return portal;
}

test('behind a proxy a stranger is slowed down, whatever he writes, and locks no officer out', async (context) => {
  const portal = await portalWith(context, { GONGSHI_TRUSTED_PROXIES: '127.0.0.1' });
  const proxy = await proxyTo(context, portal);
  const stranger = (n: number) =>
    signIn(portal, proxy, {
      from: '127.0.1.1',
      password: 'wrong',
      headers: { 'x-forwarded-for': `198.51.${n}.1`, 'x-client-address': `198.51.${n}.1`, 'x-client-local': '1' },
    });
  assert.equal((await stranger(0)).status, 422);
  // As if he had gone on for as long as it takes.
  const writing = new Database(portal.path);
  for (let n = 0; n < 5; n++)
    writing.run('INSERT INTO failures (at, account, origin) SELECT at, account, origin FROM failures LIMIT 1');
  writing.close();
  for (let n = 1; n < 4; n++) assert.equal((await stranger(n)).status, 429);
  assert.equal((await signIn(portal, proxy, { from: '127.0.1.77', name: ' LAND.author' })).status, 429);

  assert.equal((await signIn(portal, proxy, { from: '127.0.2.1' })).status, 303);

  const database = new Database(portal.path, { readOnly: true });
  const told = database
    .all<{ act: string; address: string }>("SELECT act, address FROM events WHERE act LIKE 'session.%' ORDER BY id")
    .map(({ act, address }) => `${act} ${address}`);
  database.close();
  assert.deepEqual([...new Set(told)], ['session.refused 127.0.1.1', 'session.password 127.0.2.1']);
});

test('a demo account signs in at this machine, and elsewhere is told where and what to do', async (context) => {
  const portal = await portalWith(context, { GONGSHI_TRUSTED_PROXIES: '127.0.0.9' });
  const refused = async (answer: Promise<Answered>) => {
    const { status, text } = await answer;
    assert.equal(status, 403);
    assert.match(text, /“land\.author”是演示账号.*GONGSHI_DEMO=public/);
    assert.ok(!text.includes(DEMO_PASSWORD) && !text.includes(demoSecret('land.author')));
  };
  const here = await signIn(portal, portal.url, {});
  assert.equal(here.status, 303);
  // By a proxy on this machine that is not named, or says that it forwards somebody.
  const proxy = await proxyTo(context, portal);
  await refused(signIn(portal, proxy, {}));
  await refused(signIn(portal, portal.url, { headers: { forwarded: 'for=127.0.0.1' } }));
  // By one that is: whom it names counts, and it must name somebody.
  const named = (headers: OutgoingHttpHeaders) => signIn(portal, portal.url, { from: '127.0.0.9', headers });
  await refused(named({ 'x-forwarded-for': '127.0.0.1, 198.51.100.1' }));
  await refused(named({ 'x-client-local': '1' }));
  assert.equal((await named({ 'x-forwarded-for': '127.0.0.1' })).status, 303);
  // What was begun here is not gone on with elsewhere.
  const factor = (headers: Record<string, string>) =>
    fetch(`${portal.url}/office/factor`, { redirect: 'manual', headers: { cookie: here.cookie, ...headers } });
  assert.equal((await factor({})).status, 200);
  const elsewhere = await factor({ 'x-forwarded-for': '198.51.100.1' });
  assert.deepEqual([elsewhere.status, elsewhere.headers.get('location')?.split('?')[0]], [303, '/office/sign-in']);
});

test('GONGSHI_DEMO=public lets demo accounts in from anywhere', async (context) => {
  const portal = await portalWith(context, { GONGSHI_DEMO: 'public' });
  assert.equal((await signIn(portal, portal.url, { headers: { 'x-forwarded-for': '198.51.100.1' } })).status, 303);
});

test('no page knows the credentials of demo accounts', () => {
  for (const folder of ['src/pages', 'src/office', 'src/site', 'src/ui', 'src/views'])
    for (const { path, text } of sourcesUnder(folder))
      assert.doesNotMatch(text, /officers\/demo\.ts|DEMO_PASSWORD|demoSecret|demoCode/, path);
});
