import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Database } from '../../src/database/database.ts';
import { migrate, schemaText } from '../../src/database/migrate.ts';
import { ROOT } from './source.ts';

const printed = () => readFileSync(`${ROOT}db/schema.sql`, 'utf8');

test('db/schema.sql is what the migrations make', () => {
  const database = new Database(':memory:');
  migrate(database);
  assert.equal(schemaText(database), printed());
});

test('a column that only one of the two knows is found', () => {
  const database = new Database(':memory:');
  migrate(database);
  database.handle.exec('ALTER TABLE records ADD COLUMN planted TEXT');
  assert.notEqual(schemaText(database), printed());
});

test('migrating twice changes nothing', () => {
  const database = new Database(':memory:');
  assert.ok(migrate(database).length > 0);
  assert.deepEqual(migrate(database), []);
});

test('a release can be neither changed nor removed', () => {
  const database = new Database(':memory:');
  migrate(database);
  database.handle.exec(
    "INSERT INTO releases (id, seq, ocid, register, kind, source_key, published_at, content, hash, accepted_at) VALUES (1, 1, 'o', 'land', 'grant', 'k', 0, '{}', 'h', 0)",
  );
  assert.throws(() => database.handle.exec("UPDATE releases SET content = 'x'"), /append-only/);
  assert.throws(() => database.handle.exec('DELETE FROM releases'), /append-only/);
});
