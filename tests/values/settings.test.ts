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
    passwordPolicy: 'nist',
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
