import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { demoCode, DEMO_PASSWORD } from '../../src/accounts/officers/demo.ts';
import { Vault } from '../../src/accounts/vault.ts';
import { Database } from '../../src/database/database.ts';
import { startPortal, type RunningPortal } from '../browser/portal.ts';
import { ROOT } from '../promises/source.ts';

// The most careless shell there is; what is started here inherits it.
process.umask(0);
const folder = mkdtempSync(join(tmpdir(), 'gongshi-closed-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const KEY = 'a key of the portal, for tests only'.replaceAll(' ', '-');
const OTHER = 'another key of it, for tests only'.replaceAll(' ', '-');

function gongshi(words: string[], environment: Record<string, string>) {
  const { PATH, NODE_COMPILE_CACHE = '' } = process.env;
  return spawnSync(process.execPath, ['src/cli/gongshi.ts', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH, NODE_COMPILE_CACHE, ...environment },
  });
}

/** What others may do something with. */
const open = (data: string) =>
  [data, ...readdirSync(data, { recursive: true, encoding: 'utf8' }).map((name) => join(data, name))]
    .filter((path) => (statSync(path).mode & 0o077) !== 0)
    .map((path) => relative(folder, path));

const secrets = (data: string) => {
  const database = new Database(join(data, 'gongshi.sqlite'), { readOnly: true });
  try {
    return database.all<{ secret: string }>('SELECT secret FROM totp_secrets').map(({ secret }) => secret);
  } finally {
    database.close();
  }
};

/** The answer to a code of 演示甲, whose secret the key opens. */
async function enter({ url }: RunningPortal, data: string, key: string): Promise<Response> {
  const send = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url, ...headers },
      body: new URLSearchParams(form),
    });
  const half = await send('/office/sign-in', { name: 'land.author', password: DEMO_PASSWORD });
  const cookie = half.headers.getSetCookie()[0]!.split(';')[0]!;
  const database = new Database(join(data, 'gongshi.sqlite'), { readOnly: true });
  const code = demoCode(database, new Vault(key), 'land.author', Date.now())!;
  database.close();
  return send('/office/factor', { code }, { cookie });
}

test('a folder that is made is closed to others, and so is everything in it', () => {
  const data = join(folder, 'new');
  assert.equal(gongshi(['migrate'], { GONGSHI_DATA: data }).status, 0);
  assert.deepEqual(open(data), []);
});

test('a folder that was open to others is closed when it is opened', () => {
  const data = join(folder, 'old');
  mkdirSync(data);
  const file = join(data, 'gongshi.sqlite');
  const database = new Database(file);
  database.handle.exec('CREATE TABLE kept (word TEXT)');
  for (const path of [file, `${file}-wal`, `${file}-shm`]) chmodSync(path, 0o664);
  chmodSync(data, 0o775);
  assert.equal(open(data).length, 4);
  assert.equal(gongshi(['migrate'], { GONGSHI_DATA: data }).status, 0);
  assert.deepEqual(open(data), []);
  database.close();
});

test('a portal that runs leaves nothing open, seals its secrets, and knows them again after a restart', async () => {
  const data = join(folder, 'served');
  const environment = { GONGSHI_DATA: data, GONGSHI_MARK: join(folder, 'mark') };
  // Begun without a key: the secrets stand in the clear.
  const before = await startPortal(environment, ['--workers', '1']);
  await before.stop();
  assert.ok(secrets(data).length > 0 && secrets(data).every((secret) => /^[A-Z2-7]{32}$/.test(secret)));

  const portal = await startPortal({ ...environment, GONGSHI_KEY: KEY }, ['--workers', '2']);
  try {
    assert.ok(secrets(data).every((secret) => secret.startsWith('k1:')));
    assert.equal((await enter(portal, data, KEY)).status, 303);
    assert.deepEqual(open(data), []);
    assert.ok(readdirSync(data).includes('log'));
    assert.equal(statSync(join(folder, 'mark')).mode & 0o077, 0);
  } finally {
    await portal.stop();
  }
  assert.deepEqual(open(data), []);
  assert.equal(portal.errors(), '');
});

test('under a wrong key a code is refused with a sentence, the log says whose, and the portal goes on', async () => {
  const data = join(folder, 'served');
  const portal = await startPortal({ GONGSHI_DATA: data, GONGSHI_KEY: OTHER }, ['--workers', '1']);
  try {
    assert.match(portal.errors(), /现在的 GONGSHI_KEY 打不开 \d+ 个验证器密钥/);
    const answer = await enter(portal, data, KEY);
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), /现在核对不了验证码。请用恢复码或通行密钥登录/);
    const lines = portal
      .errors()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    assert.equal(lines.length, 1);
    assert.match(JSON.parse(lines[0]!).id, /^secret of o[0-9a-f]{16}$/);
    assert.equal((await fetch(`${portal.url}/healthz`)).status, 200);
  } finally {
    await portal.stop();
  }
});

test('the operator changes the key by both, and is told what is missing', () => {
  const data = join(folder, 'served');
  const rekey = (keys: Record<string, string>) => gongshi(['user', 'rekey'], { GONGSHI_DATA: data, ...keys });
  assert.match(rekey({ GONGSHI_KEY: OTHER }).stderr, /同时设置 GONGSHI_OLD_KEY/);
  assert.match(rekey({ GONGSHI_KEY: OTHER, GONGSHI_OLD_KEY: OTHER }).stderr, /都打不开，什么都没有改/);
  const done = rekey({ GONGSHI_KEY: OTHER, GONGSHI_OLD_KEY: KEY });
  assert.equal(done.status, 0, done.stderr);
  assert.match(done.stdout, /重新加密 \d+ 个/);
  const code = gongshi(['user', 'code', 'land.author'], { GONGSHI_DATA: data, GONGSHI_KEY: OTHER });
  assert.match(code.stdout, /^\d{6}\n$/);
});

test('without a key a portal for real use says that nothing is encrypted', async () => {
  const portal = await startPortal({ GONGSHI_DEMO: '0' }, ['--workers', '1']);
  await portal.stop();
  assert.match(portal.errors(), /^没有设置 GONGSHI_KEY：.*\n$/);
});
