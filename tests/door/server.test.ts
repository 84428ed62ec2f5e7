import { LONGEST_DRAFT } from '../../src/notices/drafts/write.ts';
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { migrations } from '../../src/database/migrate.ts';
import type { PageHandler } from '../../src/door/page-handler.ts';
import { countingHandler, door } from './door.ts';

const LONG = `<p>${'天水市公共资源 '.repeat(500)}</p>`;
const longPage = () => countingHandler(() => LONG).handler;

test('the public name and this machine’s own names are answered, and no other', async (context) => {
  const { ask, port } = await door(context, countingHandler().handler);
  for (const host of ['portal.test:4321', 'PORTAL.test:4321', `127.0.0.1:${port}`, `localhost:${port}`]) {
    assert.equal((await ask('/', { headers: { host } })).status, 200, host);
  }
  for (const host of ['evil.test', 'portal.test', 'portal.test:4321.evil.test', '127.0.0.1', `localhost:${port + 1}`]) {
    const { status, text } = await ask('/', { headers: { host } });
    assert.equal(status, 421, host);
    assert.match(text, /不属于本站/);
  }
  assert.equal((await ask('/', { setHost: false })).status, 400);
});

test('the page never sees the Host header a reader sent', async (context) => {
  const { asked, handler } = countingHandler();
  const { ask, port } = await door(context, handler);
  await ask('/', { headers: { host: `localhost:${port}`, 'x-forwarded-host': 'evil.test' } });
  assert.equal(asked[0]!.headers.host, 'portal.test:4321');
  assert.equal(asked[0]!.headers['x-forwarded-host'], undefined);
});

test('methods that no page has are refused with those that are', async (context) => {
  const { ask } = await door(context, countingHandler().handler);
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH']) {
    for (const [target, allow] of [
      ['/', 'GET, HEAD'],
      ['/healthz', 'GET, HEAD'],
      ['/nowhere', 'GET, HEAD'],
      ['/office/drafts', 'GET, HEAD, POST'],
      ['/api/office/notices', 'GET, HEAD, POST'],
      ['*', 'GET, HEAD'],
    ] as const) {
      const { status, headers } = await ask(target, { method });
      assert.deepEqual([status, headers.allow], [405, allow], `${method} ${target}`);
    }
  }
});

test('what only is read takes no posts, whoever sends them and in whichever language', async (context) => {
  const { asked, handler } = countingHandler();
  const { ask, cache } = await door(context, handler, { clientFolder: clientFiles(context) });
  for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { authorization: 'Bearer x' }, { cookie: 'session=x' }]) {
    for (const target of [
      '/',
      '/en',
      '/search',
      '/hant/search',
      '/healthz',
      '/favicon.svg',
      '/nowhere',
      '/records/o',
    ]) {
      const { status, headers: got } = await ask(target, { method: 'POST', headers, body: 'a=1' });
      assert.deepEqual([status, got.allow], [405, 'GET, HEAD'], target);
    }
  }
  assert.deepEqual([asked.length, cache.size], [0, 0]);
});

test('a body up to 256 kB reaches the page, a larger one is refused, announced or not', async (context) => {
  const sizes: number[] = [];
  const handler: PageHandler = (incoming, response) => {
    sizes.push((incoming as typeof incoming & { body: Buffer }).body.length);
    response.end('ok');
  };
  const { ask } = await door(context, handler);
  const send = (size: number, headers: Record<string, string>) =>
    ask('/office', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      body: Buffer.alloc(size),
    });
  assert.equal((await send(262_144, {})).status, 200);
  assert.equal((await send(262_145, {})).status, 413);
  assert.equal((await send(262_145, { 'transfer-encoding': 'chunked' })).status, 413);
  assert.deepEqual(sizes, [262_144]);
});

test('a draft of as many characters as it may have reaches the page, though a form writes each in nine bytes', async (context) => {
  const sizes: number[] = [];
  const handler: PageHandler = (incoming, response) => {
    sizes.push((incoming as typeof incoming & { body: Buffer }).body.length);
    response.end('ok');
  };
  const { ask } = await door(context, handler);
  const body = new URLSearchParams({ body: '公'.repeat(LONGEST_DRAFT) }).toString();
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
  for (const path of ['/office/drafts/d1', '/office/drafts/d1/autosave', '/api/office/notices'])
    assert.equal((await ask(path, { method: 'POST', headers, body })).status, 200, path);
  assert.deepEqual(new Set(sizes), new Set([body.length]));
  const over = Buffer.alloc(4 * 1024 * 1024 + 1);
  assert.equal((await ask('/office/drafts/d1', { method: 'POST', headers, body: over })).status, 413);
});

test('addresses that are no path of ours are refused', async (context) => {
  const { asked, handler } = countingHandler();
  const { ask } = await door(context, handler);
  for (const target of [
    '//evil.test/x',
    '/\\evil.test',
    'http://evil.test/',
    '/%00',
    '/a%0d%0ab',
    '/%5cevil',
    '/%zz',
    '/%c0%ae',
    '/.//evil.test',
    '*',
  ]) {
    assert.equal((await ask(target)).status, 400, target);
  }
  assert.equal(asked.length, 0);
});

const EVERYWHERE = [
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'x-frame-options',
];

test('every kind of answer carries the security headers and none says what made it', async (context) => {
  const clientFolder = clientFiles(context);
  const handler: PageHandler = (incoming, response) => {
    if (incoming.url === '/broken') throw new Error('planted');
    response.setHeader('X-Powered-By', 'x').setHeader('Server', 'x');
    response
      .writeHead(incoming.url === '/moved' ? 301 : 200, { 'content-type': 'text/html', location: '/' })
      .end('page');
  };
  silence(context);
  const { ask } = await door(context, handler, { clientFolder });
  const { headers: first } = await ask('/');
  const answers = [
    await ask('/'),
    await ask('/office', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }),
    await ask('/search/'),
    await ask('/', { headers: { 'if-none-match': first.etag } }),
    await ask('/', { headers: { cookie: '__Host-session=a' } }),
    await ask('/moved'),
    await ask('/broken'),
    await ask('/healthz'),
    await ask('/_assets/site.css'),
    await ask('/%00'),
    await ask('/', { headers: { host: 'evil.test' } }),
    await ask('/', { method: 'PUT' }),
  ];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 308, 304, 200, 301, 500, 200, 200, 400, 421, 405],
  );
  for (const { headers, status } of answers) {
    for (const name of EVERYWHERE) assert.ok(headers[name], `${name} on ${status}`);
    assert.doesNotMatch(String(headers['content-security-policy']), /unsafe|\*/);
    assert.equal(headers['x-powered-by'], undefined);
    assert.equal(headers.server, undefined);
    assert.equal(headers['strict-transport-security'], undefined);
  }
});

test('a portal whose public address is https says so to browsers', async (context) => {
  const { ask } = await door(context, countingHandler().handler, { origin: 'https://portal.test' });
  const { headers } = await ask('/', { headers: { host: 'portal.test' } });
  assert.match(String(headers['strict-transport-security']), /max-age=\d{8}/);
  assert.equal((await ask('/', { headers: { host: 'portal.test:443' } })).status, 200);
});

test('a page is sent in the coding the reader takes, and once known only as 304', async (context) => {
  const { ask } = await door(context, longPage());
  const plain = await ask('/');
  assert.equal(plain.text, LONG);
  assert.equal(plain.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(plain.headers['content-length'], String(plain.body.length));
  assert.match(String(plain.headers.vary), /Accept-Encoding/);

  const coded = async (accept: string) => ask('/', { headers: { 'accept-encoding': accept } });
  const brotli = await coded('gzip, deflate, br');
  assert.equal(brotli.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(brotli.body).toString(), LONG);
  const zipped = await coded('gzip;q=1.0, br;q=0');
  assert.equal(zipped.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(zipped.body).toString(), LONG);
  assert.equal((await coded('gzip;q=0, br;q=0')).headers['content-encoding'], undefined);

  const { etag } = plain.headers;
  for (const known of [etag!, `"other", ${etag}`, '*', brotli.headers.etag!]) {
    const again = await ask('/', { headers: { 'if-none-match': known, 'accept-encoding': 'br' } });
    assert.equal(again.status, 304, known);
    assert.equal(again.body.length, 0);
    assert.equal(again.headers.etag, etag);
  }
  assert.equal((await ask('/', { headers: { 'if-none-match': '"other"' } })).status, 200);
});

test('HEAD is answered like GET without the page', async (context) => {
  const { asked, handler } = countingHandler(() => LONG);
  const { ask } = await door(context, handler);
  const head = await ask('/', { method: 'HEAD' });
  const get = await ask('/');
  assert.equal(head.body.length, 0);
  assert.equal(head.headers['content-length'], get.headers['content-length']);
  assert.equal(head.headers.etag, get.headers.etag);
  assert.equal(get.text, LONG);
  assert.deepEqual(
    asked.map(({ method }) => method),
    ['GET'],
  );
});

test('a page that fails answers 500 with a number, logs it on one line, and the next reader is served', async (context) => {
  const lines = silence(context);
  const handler: PageHandler = (incoming, response) => {
    if (incoming.url === '/throws') throw new Error('planted\n{"level":"forged"}');
    if (incoming.url === '/rejects') return Promise.reject(new Error('planted'));
    if (incoming.url === '/breaks-off') return response.writeHead(200).destroy(new Error('planted'));
    return response.end('fine');
  };
  const { ask } = await door(context, handler);
  for (const target of ['/throws', '/rejects', '/breaks-off']) {
    const { status, text, headers } = await ask(target);
    assert.equal(status, 500, target);
    assert.equal(headers['cache-control'], 'no-store');
    assert.doesNotMatch(text, /planted|\.ts|at /);
    const line = JSON.parse(lines.at(-1)!) as { id: string; path: string; error: string };
    assert.ok(text.includes(line.id));
    assert.equal(line.path, target);
    assert.match(line.error, /planted/);
  }
  assert.equal(lines.length, 3);
  assert.equal((await ask('/')).text, 'fine');
});

test('files of the build are served from a list; hashed ones for ever, and no path leads outside', async (context) => {
  const { asked, handler } = countingHandler();
  const { ask } = await door(context, handler, { clientFolder: clientFiles(context) });
  const style = await ask('/_assets/site.css');
  assert.equal(style.headers['content-type'], 'text/css; charset=utf-8');
  assert.match(String(style.headers['cache-control']), /immutable/);
  const icon = await ask('/favicon.svg?v=2');
  assert.equal(icon.headers['content-type'], 'image/svg+xml');
  assert.doesNotMatch(String(icon.headers['cache-control']), /immutable/);
  assert.equal((await ask('/favicon.svg', { headers: { 'if-none-match': icon.headers.etag } })).status, 304);
  assert.equal(asked.length, 0);
  for (const target of [
    '/../secret.txt',
    '/_assets/../../secret.txt',
    '/_assets/%2e%2e/%2e%2e/secret.txt',
    '/_assets/..%2f..%2fsecret.txt',
    '/.sources',
  ]) {
    assert.doesNotMatch((await ask(target)).text, /top secret/, target);
  }
});

test('a request that may change something is carried out only when our own page sends it', async (context) => {
  const { asked, handler } = countingHandler();
  const { ask } = await door(context, handler);
  const own = 'http://portal.test:4321';
  const cookie = 'session=x';
  const json = 'application/json';
  const rows: [sent: Record<string, string>, status: number][] = [
    [{ cookie, origin: own, 'sec-fetch-site': 'same-origin' }, 200],
    [{ cookie, origin: own }, 200],
    [{ cookie, 'sec-fetch-site': 'same-origin' }, 200],
    [{ authorization: 'Bearer x' }, 200],
    [{ cookie, origin: 'https://evil.example' }, 403],
    [{ cookie, origin: 'https://evil.example', 'content-type': json }, 403],
    [{ cookie, origin: 'null' }, 403],
    [{ cookie, origin: own, 'sec-fetch-site': 'cross-site' }, 403],
    [{ cookie, 'sec-fetch-site': 'same-site' }, 403],
    [{ cookie, 'sec-fetch-site': 'none' }, 403],
    [{ cookie }, 403],
    [{ cookie, authorization: 'Bearer x' }, 403],
    [{}, 403],
    [{ origin: `${own}.evil.example` }, 403],
  ];
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', json, 'multipart/form-data; boundary=b', '']) {
    for (const [sent, status] of rows) {
      const before = asked.length;
      const { status: found } = await ask('/office/x', {
        method: 'POST',
        headers: { ...(type && { 'content-type': type }), ...sent },
        body: 'a=1',
      });
      assert.equal(found, status, `${type} ${JSON.stringify(sent)}`);
      assert.equal(asked.length - before, status === 200 ? 1 : 0);
    }
  }
});

test('/healthz tells node, schema and releases, and is never kept', async (context) => {
  const { ask } = await door(context, countingHandler().handler);
  const { status, headers, text } = await ask('/healthz');
  assert.equal(status, 200);
  assert.equal(headers['cache-control'], 'no-store');
  assert.deepEqual(JSON.parse(text), {
    ok: true,
    schema: migrations().at(-1)!.version,
    releases: 0,
    node: process.version,
  });
});

test('closing finishes what is in flight, takes nothing new, and ends connections kept alive', async (context) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
  const { ask, close, port } = await door(context, async (_incoming, response) => {
    reach();
    await released;
    response.end('whole answer');
  });
  const slow = ask('/slow', { headers: { connection: 'keep-alive' } });
  await reached;
  const closed = close();
  await assert.rejects(ask('/late'), { code: 'ECONNREFUSED' });
  release();
  assert.equal((await slow).text, 'whole answer');
  await closed;
  await assert.rejects(
    new Promise((resolve, reject) => connect(port, '127.0.0.1').on('connect', resolve).on('error', reject)),
  );
});

test('what does not finish is broken off after the limit', async (context) => {
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
  const { ask, close } = await door(context, () => {
    reach();
    return new Promise(() => {});
  });
  const stuck = assert.rejects(ask('/stuck'));
  await reached;
  await close(0);
  await stuck;
});

function clientFiles(context: { after(work: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-client-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const client = join(folder, 'client');
  mkdirSync(join(client, '_assets'), { recursive: true });
  writeFileSync(join(client, '_assets/site.css'), 'body { color: black }');
  writeFileSync(join(client, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(client, '.sources'), 'top secret');
  writeFileSync(join(folder, 'secret.txt'), 'top secret');
  return client;
}

/** Takes what is written to the error log. */
function silence(context: { after(work: () => void): void }): string[] {
  const lines: string[] = [];
  const { mock: written } = mock.method(process.stderr, 'write', (text: string) => {
    lines.push(text.trimEnd());
    return true;
  });
  context.after(() => written.restore());
  return lines;
}

test('a server that is read-only answers readers, shuts the back office and takes nothing in', async (context) => {
  const { handler } = countingHandler();
  const { ask } = await door(context, handler, { isReadOnly: true });
  const headers = { host: 'portal.test:4321', origin: 'http://portal.test:4321' };
  assert.equal((await ask('/search', { headers })).status, 200);
  assert.equal((await ask('/healthz', { headers })).status, 200);
  for (const [path, method] of [
    ['/office', 'GET'],
    ['/office/sign-in', 'GET'],
    ['/en/office/desk', 'GET'],
    ['/office/drafts', 'POST'],
    ['/api/office/notices', 'POST'],
  ]) {
    const answer = await ask(path!, { method, headers });
    assert.equal(answer.status, 503, path);
    assert.match(answer.text, /只供查阅/, path);
    assert.equal(/for reading only/.test(answer.text), !path!.startsWith('/api/'), 'a program is told in its language');
  }
});
