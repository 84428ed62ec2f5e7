import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { confirmTotp, enrolTotp } from '../../src/accounts/factors/enrolment.ts';
import { replaceRecoveryCodes } from '../../src/accounts/factors/storage.ts';
import { rekeySecrets, sealSecrets } from '../../src/accounts/factors/sealing.ts';
import { startSession } from '../../src/accounts/sessions/session.ts';
import { tokenHash } from '../../src/accounts/secrets.ts';
import { Vault } from '../../src/accounts/vault.ts';
import { Database } from '../../src/database/database.ts';
import { code, codes, HOME, MINUTE, NOW, second, SECRET, SETTINGS, stage, value, VAULT, world } from './world.ts';

const KEY = 'k'.repeat(32);
const OTHER = 'o'.repeat(32);
const folder = mkdtempSync(join(tmpdir(), 'gongshi-vault-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const stored = (database: Database) =>
  database.all<{ secret: string }>('SELECT secret FROM totp_secrets ORDER BY id').map(({ secret }) => secret);

/** 李 with an authenticator whose secret stands in the clear, and her session that waits for a code. */
function house() {
  const made = world();
  const li = made.officer('li', made.land, ['author']);
  const pending = (now = NOW) => startSession(made.database, li.id, HOME, { confirmedAt: null }, now);
  return { ...made, li, pending };
}

test('a sealed secret is opened by its key for its officer, and by nothing else', () => {
  const vault = new Vault(KEY);
  const sealed = vault.seal('o1', SECRET);
  assert.match(sealed, /^k1:[\w-]+$/);
  assert.ok(!sealed.includes(SECRET));
  assert.notEqual(vault.seal('o1', SECRET), sealed);
  assert.equal(new Vault(KEY).open('o1', sealed), SECRET);
  const told: string[] = [];
  const tell = (officer: string) => void told.push(officer);
  const changed = sealed.slice(0, -1) + (sealed.endsWith('A') ? 'B' : 'A');
  for (const [key, officer, text] of [
    [OTHER, 'o1', sealed],
    [undefined, 'o1', sealed],
    [KEY, 'o2', sealed],
    [KEY, 'o1', sealed.slice(0, 20)],
    [KEY, 'o1', 'k1:'],
    [KEY, 'o1', `k1:${'A'.repeat(40)}${changed.slice(43)}`],
  ] as const)
    assert.equal(new Vault(key, tell).open(officer, text), null);
  assert.equal(told.length, 6);
});

test('with a key what stands in the clear is sealed, signs in as before, and is sealed once', () => {
  const { database, pending } = house();
  const vault = new Vault(KEY);
  assert.deepEqual(sealSecrets(database, VAULT), { sealed: 0, unreadable: 0 });
  assert.deepEqual(stored(database), [SECRET]);
  assert.deepEqual(sealSecrets(database, vault), { sealed: 1, unreadable: 0 });
  const sealed = stored(database);
  assert.deepEqual(sealSecrets(database, vault), { sealed: 0, unreadable: 0 });
  assert.deepEqual(stored(database), sealed);
  const entered = value(second(database, pending(), code(NOW), NOW, vault));
  assert.equal(stage(database, entered.token), 'full');
});

test('after sealing no file of the database holds the secret any more', () => {
  const { database: memory } = house();
  const path = join(folder, 'gongshi.sqlite');
  memory.copyInto(path);
  const database = new Database(path);
  const isThere = () => readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(SECRET));
  assert.ok(isThere());
  sealSecrets(database, new Vault(KEY));
  assert.ok(!isThere());
  database.close();
});

test('a new authenticator is sealed from the beginning', () => {
  const made = world();
  const { database } = made;
  const li = made.officer('li', made.land, ['author'], { factor: false });
  const vault = new Vault(KEY);
  const visitor = { token: startSession(database, li.id, HOME, { confirmedAt: null }, NOW), ...HOME };
  const { secret } = value(enrolTotp(database, vault, visitor, SETTINGS, NOW));
  assert.match(stored(database)[0]!, /^k1:/);
  assert.equal(value(enrolTotp(database, vault, visitor, SETTINGS, NOW)).secret, secret);
  const late = { ...visitor, code: code(NOW, secret) };
  // Shown under one key and proven under another: it is to be shown anew.
  assert.deepEqual(codes(confirmTotp(database, new Vault(OTHER), late, SETTINGS, NOW)), ['enrolment-missing']);
  assert.ok(confirmTotp(database, vault, late, SETTINGS, NOW).ok);
});

test('with a wrong key, or none, a code is refused for that reason, counts as no attempt, and a recovery code lets in', () => {
  const { database, li, pending } = house();
  sealSecrets(database, new Vault(KEY));
  assert.deepEqual(sealSecrets(database, new Vault(OTHER)), { sealed: 0, unreadable: 1 });
  assert.deepEqual(sealSecrets(database, VAULT), { sealed: 0, unreadable: 1 });
  const lines: string[] = [];
  const wrong = new Vault(OTHER, (officer) => void lines.push(officer));
  for (let n = 0; n < 12; n++)
    assert.deepEqual(codes(second(database, pending(), code(NOW), NOW, n % 2 ? VAULT : wrong)), ['code-unreadable']);
  assert.deepEqual(lines, Array(6).fill(li.id));
  replaceRecoveryCodes(database, li.id, [tokenHash('aaaabbbbccccdddd')], NOW);
  const entered = second(database, pending(), 'aaaa-bbbb-cccc-dddd', NOW, wrong);
  assert.equal(stage(database, value(entered).token), 'full');
  // The right key again, and nothing was lost.
  assert.ok(second(database, pending(NOW + MINUTE), code(NOW + MINUTE), NOW + MINUTE, new Vault(KEY)).ok);
});

test('a sealed secret that is written into another officer’s row opens nothing', () => {
  const { database, officer, land, pending } = house();
  officer('wang', land, ['author']);
  const vault = new Vault(KEY);
  sealSecrets(database, vault);
  const [, ofWang] = stored(database);
  database.run("UPDATE totp_secrets SET secret = ? WHERE officer = 'o-li'", ofWang!);
  assert.deepEqual(codes(second(database, pending(), code(NOW), NOW, vault)), ['code-unreadable']);
});

test('another key takes the place of the old one, all or nothing, and may be set again', () => {
  const { database, officer, land, pending } = house();
  officer('wang', land, ['author']);
  sealSecrets(database, new Vault(KEY));
  const before = stored(database);
  assert.deepEqual(codes(rekeySecrets(database, new Vault('x'.repeat(32)), new Vault(OTHER))), ['secrets-unreadable']);
  assert.deepEqual(stored(database), before);
  assert.equal(value(rekeySecrets(database, new Vault(KEY), new Vault(OTHER))), 2);
  assert.equal(value(rekeySecrets(database, new Vault(KEY), new Vault(OTHER))), 0);
  assert.deepEqual(codes(second(database, pending(), code(NOW), NOW, new Vault(KEY))), ['code-unreadable']);
  assert.ok(second(database, pending(), code(NOW), NOW, new Vault(OTHER)).ok);
});
