import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { en } from '../../src/locales/en/en.ts';
import { zh } from '../../src/locales/zh/zh.ts';
import { readSettings, SETTINGS } from '../../src/values/settings.ts';

test('without settings the portal serves this machine, with demo stories', () => {
  const settings = readSettings({ PATH: '/bin', GONGSHI_ICP: '  ' });
  assert.ok(settings.ok);
  const { footer, ...rest } = settings.value;
  assert.deepEqual(rest, {
    host: '127.0.0.1',
    port: 4321,
    data: resolve('.data'),
    origin: 'http://127.0.0.1:4321',
    demo: true,
    demoSignIn: 'this-machine',
    trustedProxies: [],
    webhookNetworks: [],
    passwordPolicy: 'nist',
    logQueries: false,
    ocidPrefix: 'ocds-000000',
  });
  assert.ok(Object.values(footer).every((value) => value === undefined));
});

test('a public address is taken without its last slash, in lower case', () => {
  const settings = readSettings({
    HOST: '0.0.0.0',
    PORT: '80',
    GONGSHI_ORIGIN: 'https://Gongshi.example.cn/',
    GONGSHI_DEMO: '0',
    GONGSHI_ORGANISER: '天水市某局',
  });
  assert.ok(settings.ok);
  assert.equal(settings.value.origin, 'https://gongshi.example.cn');
  assert.equal(settings.value.demo, false);
  assert.equal(settings.value.footer.organiser, '天水市某局');
});

test('a server that listens everywhere is reached as localhost', () => {
  for (const [host, origin] of [
    ['0.0.0.0', 'http://localhost:4321'],
    ['::', 'http://localhost:4321'],
    ['::1', 'http://[::1]:4321'],
  ]) {
    const settings = readSettings({ HOST: host });
    assert.ok(settings.ok && settings.value.origin === origin, host);
  }
});

test('wrong settings are refused all at once, each by name and with what was found', () => {
  const settings = readSettings({
    HOST: 'a b',
    PORT: '0',
    GONGSHI_ORIGIN: 'http://a.cn/portal',
    GONGSHI_DEMO: 'no',
    GONGSHI_TRUSTED_PROXIES: '127.0.0.1, proxy',
    GONGSHI_PASSWORD_POLICY: 'strong',
    GONGSHI_ICP: 'x'.repeat(300),
  });
  assert.ok(!settings.ok);
  assert.deepEqual(
    settings.refusals.map(({ path, found }) => [path, found?.slice(0, 20)]),
    [
      ['HOST', 'a b'],
      ['PORT', '0'],
      ['GONGSHI_ORIGIN', 'http://a.cn/portal'],
      ['GONGSHI_DEMO', 'no'],
      ['GONGSHI_TRUSTED_PROXIES', '127.0.0.1, proxy'],
      ['GONGSHI_PASSWORD_POLICY', 'strong'],
      ['GONGSHI_ICP', 'x'.repeat(20)],
    ],
  );
  for (const { code } of settings.refusals) assert.ok(code in zh.refusals && code in en.refusals, code);
});

test('no port, address or number in another form passes', () => {
  const refused = (environment: Record<string, string>) => !readSettings(environment).ok;
  for (const port of ['65536', '-1', '1e3', '0x50', '80.5', '4321 ;']) assert.ok(refused({ PORT: port }), port);
  for (const origin of [
    'gongshi.cn',
    'ftp://a.cn',
    'http://u:p@a.cn',
    'http://a.cn/?q',
    'http://a.cn/#x',
    'javascript:alert(1)',
    'http://',
  ]) {
    assert.ok(refused({ GONGSHI_ORIGIN: origin }), origin);
  }
});

test('trusted proxies are addresses and networks, and never everybody', () => {
  const settings = readSettings({
    GONGSHI_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,2001:DB8:0::/32,::ffff:192.0.2.0/120',
  });
  assert.ok(settings.ok);
  assert.deepEqual(settings.value.trustedProxies, [
    { address: '127.0.0.1', prefix: 32 },
    { address: '10.0.0.0', prefix: 8 },
    { address: '2001:db8::', prefix: 32 },
    { address: '192.0.2.0', prefix: 24 },
  ]);
  for (const wrong of [
    'localhost',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    '10.0.0/8',
    '010.0.0.1',
    'fe80::1%eth0',
    ',',
    '10.0.0.1,',
    '::ffff:0.0.0.0/96',
    '10.0.0.1:80',
    '*',
  ])
    assert.ok(!readSettings({ GONGSHI_TRUSTED_PROXIES: wrong }).ok, wrong);
});

test('demo accounts sign in at this machine unless the operator says otherwise', () => {
  const of = (demo: string) => {
    const settings = readSettings({ GONGSHI_DEMO: demo });
    return settings.ok && [settings.value.demo, settings.value.demoSignIn];
  };
  assert.deepEqual(
    [of('0'), of('1'), of('public')],
    [
      [false, 'this-machine'],
      [true, 'this-machine'],
      [true, 'anywhere'],
    ],
  );
});

test('the scanner is a socket or a port of this machine, and nothing further away', () => {
  const of = (text: string) => {
    const settings = readSettings({ GONGSHI_CLAMD: text });
    return settings.ok ? settings.value.clamd : settings.refusals;
  };
  assert.deepEqual(of('/run/clamav/clamd.ctl'), { path: '/run/clamav/clamd.ctl' });
  assert.deepEqual(of('127.0.0.1:3310'), { host: '127.0.0.1', port: 3310 });
  assert.deepEqual(of('localhost:3310'), { host: 'localhost', port: 3310 });
  assert.deepEqual(of('[::1]:3310'), { host: '::1', port: 3310 });
  for (const found of [
    'clamd.ctl',
    '10.0.0.1:3310',
    '127.0.0.1',
    '127.0.0.1:0',
    '127.0.0.1:70000',
    'clamav:3310',
    '3310',
  ])
    assert.deepEqual(of(found), [{ code: 'setting-clamd', path: 'GONGSHI_CLAMD', found }]);
});

test('every setting stands in the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  assert.deepEqual(
    SETTINGS.filter((name) => !readme.includes(`\`${name}\``)),
    [],
  );
});

test('a secret that is wrong is not repeated', () => {
  const settings = readSettings({ GONGSHI_KEY: 'short secret' });
  assert.deepEqual(settings.ok ? [] : settings.refusals, [{ code: 'setting-key', path: 'GONGSHI_KEY', found: '…' }]);
});
