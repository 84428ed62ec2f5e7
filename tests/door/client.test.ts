import assert from 'node:assert/strict';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { test } from 'node:test';
import fc from 'fast-check';
import { clientBehind } from '../../src/door/client.ts';
import { networkOf, type Network } from '../../src/values/network.ts';
import { countingHandler, door } from './door.ts';

const PROXIES = ['127.0.0.1', '10.0.0.0/8', '2001:db8:1::/48'].map((one) => networkOf(one)!);

function clientOf(remoteAddress: string, headers: IncomingHttpHeaders, proxies: Network[] = PROXIES) {
  const request = { socket: { remoteAddress }, headers: { host: 'localhost:4321', ...headers } };
  return clientBehind(proxies)(request as unknown as IncomingMessage);
}
const through = (headers: IncomingHttpHeaders, from = '127.0.0.1') => clientOf(from, headers).address;

test('who comes by no trusted proxy has the address of the connection, whatever a header says', () => {
  for (const headers of [
    {},
    { 'x-forwarded-for': '198.51.100.1' },
    { forwarded: 'for=198.51.100.1' },
    { 'x-real-ip': '198.51.100.1' },
  ]) {
    assert.equal(through(headers, '203.0.113.9'), '203.0.113.9');
    assert.equal(through(headers, '::ffff:203.0.113.9'), '203.0.113.9');
    assert.equal(clientOf('127.0.0.1', headers, []).address, '127.0.0.1');
    assert.equal(through(headers, '2001:db8:2::1'), '2001:db8:2::1');
  }
});

test('a trusted proxy is believed in the last address that is not a proxy’s', () => {
  for (const [header, address] of [
    ['198.51.100.1', '198.51.100.1'],
    ['1.1.1.1, 198.51.100.1', '198.51.100.1'],
    ['1.1.1.1,198.51.100.1, 10.1.2.3,10.9.9.9', '198.51.100.1'],
    ['198.51.100.1:52110', '198.51.100.1'],
    ['2001:db8:9::1', '2001:db8:9::1'],
    ['[2001:DB8:9:0::1]', '2001:db8:9::1'],
    ['[2001:db8:9::1]:443, 2001:db8:1::5', '2001:db8:9::1'],
    ['::ffff:198.51.100.1', '198.51.100.1'],
    ['::ffff:c633:6401', '198.51.100.1'],
    ['10.1.1.1, 10.2.2.2', '10.1.1.1'],
    // What cannot be read ends it where it stands.
    ['', '127.0.0.1'],
    ['unknown', '127.0.0.1'],
    ['198.51.100.1, ', '127.0.0.1'],
    ['198.51.100.1, evil', '127.0.0.1'],
    ['198.51.100.1, evil, 10.0.0.7', '10.0.0.7'],
    ['0306.0.0.1', '127.0.0.1'],
    ['3325256705', '127.0.0.1'],
    ['fe80::1%eth0', '127.0.0.1'],
    ['"198.51.100.1"', '127.0.0.1'],
    ['[198.51.100.1]', '127.0.0.1'],
    ['198.51.100.1:http', '127.0.0.1'],
  ] as const)
    assert.equal(through({ 'x-forwarded-for': header }), address, header);
  assert.equal(through({ 'x-forwarded-for': '198.51.100.1' }, '::ffff:10.0.0.1'), '198.51.100.1');
  assert.equal(through({ 'x-forwarded-for': '198.51.100.1' }, '2001:db8:1::7'), '198.51.100.1');
});

test('Forwarded is read by RFC 7239, from the right', () => {
  for (const [header, address] of [
    ['for=198.51.100.1', '198.51.100.1'],
    ['For="198.51.100.1:4711";proto=http;by=10.0.0.1', '198.51.100.1'],
    ['for=1.1.1.1, for=198.51.100.1;proto=https , FOR=10.0.0.2', '198.51.100.1'],
    ['proto=https;for="[2001:db8:9::1]:4711"', '2001:db8:9::1'],
    ['for="[2001:db8:9::1]:_port"', '2001:db8:9::1'],
    ['for="\\198.51.100.1"', '198.51.100.1'],
    ['for=1.1.1.1;by="a,for=2.2.2.2;", for=198.51.100.1', '198.51.100.1'],
    ['for=unknown', '127.0.0.1'],
    ['for=198.51.100.1, for=_hidden', '127.0.0.1'],
    ['for=198.51.100.1, for=_hidden, for=10.0.0.2', '10.0.0.2'],
    ['for=198.51.100.1;for=1.1.1.1', '127.0.0.1'],
    ['proto=https', '127.0.0.1'],
    ['for=[2001:db8:9::1]', '127.0.0.1'],
    ['for="2001:db8:9::1"', '127.0.0.1'],
    ['for=198.51.100.1,', '127.0.0.1'],
    ['for = 198.51.100.1', '127.0.0.1'],
    // A mark that a client left open swallows nothing.
    ['for="1.1.1.1, for=198.51.100.1', '127.0.0.1'],
    ['for=1.1.1.1;x=", for=198.51.100.1;by="b"', '127.0.0.1'],
  ] as const)
    assert.equal(through({ forwarded: header }), address, header);
});

test('of two headers that differ neither is believed', () => {
  const both = (one: string, other: string) => through({ 'x-forwarded-for': one, forwarded: `for=${other}` });
  assert.equal(both('198.51.100.1', '198.51.100.1'), '198.51.100.1');
  assert.equal(both('198.51.100.1', '1.1.1.1'), '127.0.0.1');
});

test('a client that may write what it likes to the left of its own address changes nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.ipV4(), (written, own) => {
      fc.pre(!own.startsWith('10.') && own !== '127.0.0.1');
      assert.equal(through({ 'x-forwarded-for': `${written}, ${own}` }), own);
      // In Forwarded it may make the header unreadable, which gives it no address but the proxy's.
      assert.ok([own, '127.0.0.1'].includes(through({ forwarded: `${written}, for=${own}` })));
    }),
    { numRuns: 2_000 },
  );
});

test('at this machine is who connects from it, calls it so, and has nothing between', () => {
  const isLocal = (from: string, headers: IncomingHttpHeaders, proxies?: Network[]) =>
    clientOf(from, headers, proxies).isLocal;
  for (const host of ['localhost:4321', '127.0.0.1:4321', '[::1]:4321', 'LOCALHOST'])
    for (const from of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '127.3.2.1'])
      assert.ok(isLocal(from, { host }, []), from);
  for (const from of ['203.0.113.9', '10.0.0.1', '::2', '']) assert.ok(!isLocal(from, {}, []), from);
  for (const host of ['gongshi.example.cn', 'localhost.evil.test', ''])
    assert.ok(!isLocal('127.0.0.1', { host }, []), host);
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'x-forwarded-proto'])
    assert.ok(!isLocal('127.0.0.1', { [name]: '127.0.0.1' }, []), name);
  assert.ok(isLocal('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }));
  assert.ok(isLocal('10.0.0.1', { forwarded: 'for="[::1]"' }));
  for (const header of ['127.0.0.1, 198.51.100.1', 'unknown', ''])
    assert.ok(!isLocal('127.0.0.1', { 'x-forwarded-for': header }), header);
  // It names nobody, and may forward everybody.
  assert.ok(!isLocal('127.0.0.1', {}));
});

test('no client tells a page its address or the number of its request, on any path', async (context) => {
  const { asked, handler } = countingHandler();
  const { ask } = await door(context, handler);
  const forged = {
    'x-client-address': '198.51.100.1',
    'X-CLIENT-LOCAL': '1',
    'x-request-id': 'forged',
    'x-forwarded-for': '198.51.100.1',
    'x-forwarded-proto': 'https',
    forwarded: 'for=198.51.100.1',
    cookie: 'session=x',
  };
  for (const path of [
    '/',
    '/search',
    '/records/o',
    '/notices/1/files/a',
    '/office',
    '/office/drafts',
    '/api/office/notices',
    '/en/about',
  ])
    await ask(path, { headers: forged });
  await ask('/office', { method: 'POST', headers: { ...forged, 'sec-fetch-site': 'same-origin' } });
  assert.equal(asked.length, 9);
  for (const { url, headers } of asked) {
    assert.doesNotMatch(JSON.stringify(headers), /198\.51|forged|https/, url);
    assert.equal(headers['x-client-address'], /^\/(?:api\/)?office/.test(url) ? '127.0.0.1' : undefined, url);
    assert.equal(headers['x-client-local'], undefined, url);
  }
  await ask('/office', { headers: { 'x-client-address': '198.51.100.1', host: 'portal.test:4321' } });
  assert.equal(asked.at(-1)!.headers['x-client-address'], '127.0.0.1');
});

test('the office is told whom a trusted proxy forwards', async (context) => {
  const { asked, handler } = countingHandler();
  const { ask } = await door(context, handler, { trustedProxies: PROXIES });
  await ask('/office', { headers: { 'x-forwarded-for': '1.1.1.1, 198.51.100.1' } });
  assert.equal(asked[0]!.headers['x-client-address'], '198.51.100.1');
});
