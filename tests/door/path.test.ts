import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readPath } from '../../src/door/path.ts';
import { canonicalQuery, ROUTES, routeOf } from '../../src/views/routes.ts';
import { recordPath } from '../../src/views/address.ts';
import { countingHandler, door, wire } from './door.ts';

test('whatever is written in another way than ours is sent to the one spelling or refused, and no page is asked', async (context) => {
  const { asked, handler } = countingHandler();
  const { ask, cache, port } = await door(context, handler);
  for (const [written, location] of [
    ['/search/', '/search'],
    ['/en/', '/en'],
    ['/%6fffice', '/office'],
    ['/%6Fffice/drafts', '/office/drafts'],
    ['/s%65arch?x=1&q=%e9%81%93', '/search?q=%E9%81%93'],
    ['/parties/%e5%bc%a0', '/parties/%E5%BC%A0'],
    ['/parties/a%40b', '/parties/a@b'],
    ['/records/ocds-1%2f001', '/records/ocds-1~2F001'],
    ['/records/ocds-1~2f001', '/records/ocds-1~7E2f001'],
    ['/records/%6fcds-1', '/records/ocds-1'],
    ['/en/records/~41.json', '/en/records/A.json'],
    ['/records/a.b', '/records/a~2Eb'],
    ['/records/a;b', '/records/a~3Bb'],
    ['/office/?next=1&x=2', '/office?next=1&x=2'],
    ['/about%2ejson', '/about.json'],
  ]) {
    const { status, headers } = await ask(written!);
    assert.deepEqual([status, headers.location], [308, location], written);
    assert.equal((await ask(written!, { method: 'HEAD' })).status, 308, written);
    assert.equal((await ask(location!)).status, 200, location);
  }
  const before = [asked.length, cache.size];
  for (const written of [
    '//',
    '/search//',
    '/search//x',
    '//office',
    '/./office',
    '/x/../office',
    '/x/..',
    '/.',
    '/%2e/office',
    '/%2e%2e/office',
    '/.%2E/office',
    '/x\\office',
    '/x%5Coffice',
    '/%252e%252e/office',
    '/%256fffice',
    '/office%252fdrafts',
    '/office%2fdrafts',
    '/search%2f',
    '/office;x=1/drafts',
    '/office;x=1',
    '/search;jsessionid=1',
    '/search%3Bx',
    '/%c0%af',
    '/%c0%ae%c0%ae/office',
    '/%e0%80%af',
    '/%f0%80%80%af',
    '/%ed%a0%80',
    '/%ff',
    '/%e5%bc',
    '/%',
    '/%2',
    '/%u006f',
    '/office%ef%bc%8fdrafts',
    '/office%e2%88%95drafts',
    '/office%e2%81%84drafts',
    '/office%ef%bc%bcdrafts',
    '/office%ef%bc%852fdrafts',
    '/%ef%bc%8e%ef%bc%8e/office',
    '/office%00',
    '/office%0d%0ax:y',
    '/office%c2%85',
    '/office%7f',
    '/records/..',
    '/records/%2e%2e',
    '/records/o%00',
    '/search#x',
    '/search?q=a#x',
  ]) {
    assert.match(
      await wire(port, `GET ${written} HTTP/1.1\r\nHost: portal.test:4321\r\nConnection: close\r\n\r\n`),
      /^HTTP\/1\.1 400 /,
      written,
    );
  }
  assert.deepEqual([asked.length, cache.size], before);
});

test('octets that are not ASCII, which no browser sends, are refused in the path and behind it', async (context) => {
  const { asked, handler } = countingHandler();
  const { port } = await door(context, handler);
  for (const target of ['/parties/张三', '/search?q=道路', '/office\u0000', '/\u00ff'])
    assert.match(
      await wire(
        port,
        `GET ${Buffer.from(target).toString('latin1')} HTTP/1.1\r\nHost: portal.test:4321\r\nConnection: close\r\n\r\n`,
      ),
      /^HTTP\/1\.1 400[^]*content-security-policy/,
      target,
    );
  assert.equal(asked.length, 0);
});

test('a form is not sent on to another address', async (context) => {
  const { asked, handler } = countingHandler();
  const { ask } = await door(context, handler);
  for (const target of ['/%6fffice', '/office/', '/office/sign-in/'])
    assert.equal(
      (await ask(target, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } })).status,
      400,
      target,
    );
  assert.equal(asked.length, 0);
});

/** Any spelling of a path: each character as it is, or as percent signs in either case. */
const spelling = (path: string) =>
  fc.array(fc.nat(2), { minLength: path.length, maxLength: path.length }).map((ways) =>
    [...path]
      .map((char, at) => {
        const hex = `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
        return char === '/' || ways[at] === 0 ? char : ways[at] === 1 ? hex : hex.toUpperCase();
      })
      .join(''),
  );

test('every spelling of an address of ours is read as that address, and that address as itself', () => {
  const paths = ROUTES.flatMap(({ path }) => [path, `/en${path === '/' ? '' : path}`]).filter(
    (path) => !path.includes('['),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...paths).chain((path) => fc.tuple(fc.constant(path), spelling(path))),
      ([path, written]) => {
        assert.equal(readPath(written), path);
        assert.equal(readPath(path), path);
      },
    ),
  );
});

test('a record has one address, whatever its ocid holds and however that is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (ocid) => {
      fc.pre(ocid.isWellFormed() && !/[\u0000-\u001f\u007f-\u009f\\]|^\.{1,2}$|\.(?:json|ics)$/.test(ocid));
      const path = recordPath(ocid);
      assert.equal(readPath(path), path);
      // A tilde that others write may stand for one of ours.
      if (!ocid.includes('~')) assert.equal(readPath(`/records/${encodeURIComponent(ocid)}`), path);
    }),
    { numRuns: 1_000 },
  );
});

test('what is read is read again as itself, and holds nothing that leads elsewhere', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '/',
      '.',
      '..',
      '%2e',
      '%2F',
      '%5c',
      '%25',
      ';',
      '\\',
      '~2F',
      '%c0%af',
      '／',
      'office',
      'records',
      'en',
      '.json',
      '%E5%BC%A0',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = readPath(`/${pieces.join('')}`.replace(/[^\u0000-\u00ff]/g, encodeURIComponent));
      if (path === null) return;
      assert.equal(readPath(path), path);
      assert.match(path, /^\/(?![/\\])[!-~]*$/);
      assert.doesNotMatch(path, /\/\/|\/\.{1,2}(?:\/|$)|\\|[a-z]%2f/);
      // Nobody reads the office into an address that the door takes for something else.
      const opened = decodeURIComponent(path);
      if (/^\/office(?:\/|$)/.test(opened)) assert.equal(routeOf(path)?.route.lane, 'office', path);
    }),
    { numRuns: 2_000 },
  );
});

test('the same question has one query, in whatever order, how often and in whichever letters it is asked', () => {
  const pair = fc.tuple(fc.constantFrom('q', 'region', 'sort', 'x', 'Q', ''), fc.constantFrom('a', 'b c', '道', ''));
  fc.assert(
    fc.property(fc.array(pair), fc.array(fc.nat()), (pairs, order) => {
      const of = (list: [string, string][]) => canonicalQuery('/search', new URLSearchParams(list));
      const shuffled = pairs
        .map((one, at) => [order[at] ?? 0, one] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, one]) => one);
      assert.equal(of([...shuffled, ...pairs]), of(pairs));
      assert.equal(of([...new URLSearchParams(of(pairs))] as [string, string][]), of(pairs));
      assert.doesNotMatch(of(pairs), /[?&](?:x|Q)?=/);
    }),
  );
});

test('no question asked in another way makes another entry', async (context) => {
  const { asked, handler } = countingHandler();
  const { ask, cache } = await door(context, handler);
  const many = Array.from({ length: 500 }, (_, n) => `x${n}=1`).join('&');
  for (const query of ['?', '?&', '?=', '?x', '?q=', '?Q=a', '?%78=1', `?${many}`]) await ask(`/search${query}`);
  assert.deepEqual([asked.length, cache.size], [1, 1]);
  for (const query of ['?q=a+b', '?q=a%20b', '?%71=a+b', '?q=%61+b', '?q=a+b&q=a+b', '?q=a+b&', '?&&q=a+b&q='])
    await ask(`/search${query}`);
  assert.deepEqual([asked.length, cache.size], [2, 2]);
  for (const query of ['?region=1&region=2', '?region=2&region=1', '?region=1&region=2&region=1'])
    await ask(`/en/search.json${query}`);
  assert.deepEqual([asked.length, cache.size], [3, 3]);
});
