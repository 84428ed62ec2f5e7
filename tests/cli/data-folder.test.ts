import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDataFolder } from '../../src/cli/data-folder.ts';
import { Database } from '../../src/database/database.ts';
import { migrations, schemaVersion } from '../../src/database/migrate.ts';
import { isScarce, spaceIn } from '../../src/database/space.ts';

test('an upgrade keeps the database as it was, and the copies of the last two only', (context) => {
  const data = mkdtempSync(join(tmpdir(), 'gongshi-upgrade-'));
  context.after(() => rmSync(data, { recursive: true, force: true }));
  const path = join(data, 'gongshi.sqlite');
  const [first] = migrations();
  const old = new Database(path);
  old.handle.exec(`${first!.sql}; PRAGMA user_version=${first!.version}`);
  old.close();
  for (const name of ['before-0002.sqlite', 'before-0003.sqlite']) new Database(join(data, name)).close();
  const opened = openDataFolder({ data });
  assert.ok(opened.ok);
  opened.value.database.close();
  const newest = migrations().at(-1)!.version;
  const copies = readdirSync(data).filter((name) => /^before-.*\.sqlite$/.test(name));
  assert.deepEqual(copies, ['before-0003.sqlite', `before-${String(newest).padStart(4, '0')}.sqlite`]);
  const copy = new Database(join(data, copies[1]!), { readOnly: true });
  assert.equal(schemaVersion(copy), first!.version);
  copy.close();
});

test('an older program refuses a newer database, and has touched nothing', (context) => {
  const data = mkdtempSync(join(tmpdir(), 'gongshi-newer-'));
  context.after(() => rmSync(data, { recursive: true, force: true }));
  const newer = new Database(join(data, 'gongshi.sqlite'));
  newer.handle.exec('CREATE TABLE of_tomorrow (x); PRAGMA user_version=9999');
  newer.close();
  const opened = openDataFolder({ data });
  assert.ok(!opened.ok);
  assert.equal(opened.refusals[0]!.code, 'newer-schema');
  assert.deepEqual(
    readdirSync(data).filter((name) => name.startsWith('before-')),
    [],
  );
});

test('a volume is scarce below a twentieth, and a large one below half a gigabyte', () => {
  const GB = 1024 ** 3;
  assert.equal(isScarce({ free: 0.04 * GB, size: GB }), true);
  assert.equal(isScarce({ free: 0.06 * GB, size: GB }), false);
  assert.equal(isScarce({ free: 0.4 * GB, size: 1_000 * GB }), true);
  assert.equal(isScarce({ free: 0.6 * GB, size: 1_000 * GB }), false);
  assert.ok(spaceIn(tmpdir())!.size > 0);
});
