import assert from 'node:assert/strict';
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';
import { test } from 'node:test';
import { refuseConnection, refusalOfError } from '../../src/door/unread.ts';
import { securityHeaders } from '../../src/door/security-headers.ts';
import { countingHandler, door, wire } from './door.ts';

const HOST = 'Host: portal.test:4321\r\n';
const END = 'Connection: close\r\n\r\n';
const EVERYWHERE = Object.keys(securityHeaders('http://portal.test'));

/** The status, and that every security header is there once. */
function statusOf(answer: string): number {
  const [head = ''] = answer.split('\r\n\r\n');
  const names = head.split('\r\n').map((line) => line.split(':')[0]!.toLowerCase());
  for (const name of EVERYWHERE) assert.equal(names.filter((one) => one === name).length, 1, `${name} in ${head}`);
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);
}

test('a request names one host, once', async (context) => {
  const { asked, handler } = countingHandler();
  const { port } = await door(context, handler);
  const other = 'Host: evil.test\r\n';
  for (const [hosts, status] of [
    [HOST, 200],
    [HOST + other, 400],
    [other + HOST, 421],
    [HOST + HOST, 400],
    [HOST + HOST.replace('Host', 'hOST'), 400],
    ['Host: portal.test:4321, evil.test\r\n', 400],
    ['Host: portal.test:4321 evil.test\r\n', 400],
    ['Host: user@portal.test:4321\r\n', 400],
    ['Host: portal.test:4321/x\r\n', 400],
    ['Host:\r\n', 400],
    ['', 400],
    ['X-Forwarded-Host: portal.test:4321\r\n', 400],
  ] as const)
    assert.equal(statusOf(await wire(port, `GET /about HTTP/1.1\r\n${hosts}${END}`)), status, hosts);
  assert.equal(asked.length, 1);
});

test('whatever cannot be read is answered with the headers of every answer, and reaches no page', async (context) => {
  const { asked, handler } = countingHandler();
  const { port } = await door(context, handler);
  for (const [bytes, status] of [
    ['GET /\r\n\r\n', 400],
    ['GET\r\n\r\n', 400],
    ['GET / HTTP/1.1 x\r\n\r\n', 400],
    ['GET / HTTP/9.9\r\n\r\n', 400],
    ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['BREW / HTTP/1.1\r\n\r\n', 400],
    ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    [`GET / HTTP/1.1\r\n${HOST}no colon\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${HOST}A: b\r\n folded\r\n\x00\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${HOST}Content-Length: x\r\n\r\n`, 400],
    [`POST /office HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\na`, 400],
    [`POST /office HTTP/1.1\r\n${HOST}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    [`GET / HTTP/1.1\r\n${HOST}X: ${'a'.repeat(17_000)}\r\n\r\n`, 431],
    [`GET /${'a'.repeat(17_000)} HTTP/1.1\r\n${HOST}\r\n`, 431],
    [`GET /${'a'.repeat(8_000)} HTTP/1.1\r\n${HOST}${END}`, 414],
    [`GET /search?q=${'a'.repeat(8_000)} HTTP/1.1\r\n${HOST}${END}`, 414],
  ] as const)
    assert.equal(statusOf(await wire(port, bytes)), status, JSON.stringify(bytes.slice(0, 60)));
  assert.equal(asked.length, 0);
  assert.equal(statusOf(await wire(port, `GET /${'a'.repeat(7_999)} HTTP/1.1\r\n${HOST}${END}`)), 200);
});

test('CONNECT, Upgrade and Expect are answered like anything else', async (context) => {
  const { asked, handler } = countingHandler();
  const { port } = await door(context, handler);
  const connected = await wire(port, `CONNECT evil.test:443 HTTP/1.1\r\n${HOST}\r\n`);
  assert.equal(statusOf(connected), 405);
  assert.match(connected, /\r\nallow: GET, HEAD\r\n/);
  const upgrade = `Connection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Key: eA==\r\n\r\n`;
  assert.equal(statusOf(await wire(port, `GET /about HTTP/1.1\r\n${HOST}${upgrade}`)), 200);
  const h2c = `Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n`;
  assert.equal(statusOf(await wire(port, `GET /about HTTP/1.1\r\n${HOST}${h2c}`)), 200);
  assert.equal(statusOf(await wire(port, `GET /about HTTP/1.1\r\n${HOST}Expect: wonders\r\n\r\n`)), 417);
  assert.equal(asked.length, 1);
});

test('nobody is told to go on with a body that will not be taken', async (context) => {
  const { asked, handler } = countingHandler();
  const { port } = await door(context, handler);
  const expecting = (target: string, more: string) =>
    wire(port, `POST ${target} HTTP/1.1\r\n${HOST}Expect: 100-continue\r\n${more}\r\n`);
  const own = 'Sec-Fetch-Site: same-origin\r\n';
  assert.equal(statusOf(await expecting('/search', `${own}Content-Length: 1\r\n`)), 405);
  assert.equal(statusOf(await expecting('/office', `${own}Content-Length: 999999999\r\n`)), 413);
  assert.equal(statusOf(await expecting('/office', 'Sec-Fetch-Site: cross-site\r\nContent-Length: 1\r\n')), 403);
  assert.equal(asked.length, 0);
  const taken = await expecting('/office', `${own}Content-Length: 1\r\nConnection: close\r\n\r\na`);
  assert.match(taken, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
});

test('HEAD is GET without the page on every sort of address', async (context) => {
  const { ask } = await door(context, countingHandler((url) => `<p>${url}</p>`).handler);
  for (const target of [
    '/',
    '/search',
    '/en/search.json',
    '/records/o',
    '/office',
    '/healthz',
    '/nowhere',
    '/office/',
    '/%00',
    '/favicon.svg',
  ]) {
    const [head, get] = [await ask(target, { method: 'HEAD' }), await ask(target)];
    assert.deepEqual([head.status, head.body.length], [get.status, 0], target);
    const without = ({ date, ...rest }: typeof get.headers) => rest;
    assert.deepEqual(without(head.headers), without(get.headers), target);
  }
});

test('a request that does not arrive in time is answered, and nothing is written into an answer under way', async () => {
  const errors: [error: NodeJS.ErrnoException, underWay: boolean][] = [
    [Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), false],
    [Object.assign(new Error(), { code: 'HPE_INVALID_METHOD' }), true],
  ];
  const server = createServer((socket: Socket) => {
    const [error, underWay] = errors.shift()!;
    if (underWay) Object.assign(socket, { _httpMessage: { headersSent: true } });
    refuseConnection(socket, refusalOfError(error), securityHeaders('http://portal.test'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const read = () =>
    new Promise<string>((resolve, reject) => {
      let text = '';
      createConnection((server.address() as AddressInfo).port, '127.0.0.1')
        .on('data', (chunk) => (text += chunk.toString()))
        .on('error', reject)
        .on('close', () => resolve(text));
    });
  assert.equal(statusOf(await read()), 408);
  assert.equal(await read(), '');
  await new Promise((resolve) => server.close(resolve));
});
