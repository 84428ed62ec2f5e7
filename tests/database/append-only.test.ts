import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { awardNotice, emptyHouse, published, tenderNotice } from '../stories/lakeside-road.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongshi-append-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Another program, which knows nothing of this one: what it was told for each statement, '' where it went through. */
function elsewhere(path: string, statements: readonly string[], before = ''): string[] {
  const program = `
    const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(process.argv[1], { enableForeignKeyConstraints: false });
    database.exec(process.argv[3]);
    const told = JSON.parse(process.argv[2]).map((sql) => {
      try { database.exec(sql); return ''; } catch (error) { return error.message; }
    });
    process.stdout.write(JSON.stringify(told));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', program, path, JSON.stringify(statements), before], {
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  return JSON.parse(stdout) as string[];
}

const path = join(folder, 'gongshi.sqlite');
const house = emptyHouse(path);
after(() => house.close());
published(house, tenderNotice, awardNotice);
house.handle.exec(`
  INSERT INTO units (id, name, region, made_at) VALUES ('u', '市住建局', '620502', 0);
  INSERT INTO officers (id, unit, name, sign_in, staff_number, demo, invited_at) VALUES ('a', 'u', '王编辑', 'a', '1', 0, 0), ('b', 'u', '李审核', 'b', '2', 0, 0);
  INSERT INTO redactions ("release", unit, reason, hash, proposed_by, proposed_at) SELECT min(id), 'u', '个人信息', 'h', 'a', 0 FROM releases;
  INSERT INTO lost_numbers VALUES (2, 5, 0, 'operator', '恢复');
  INSERT INTO link_decisions VALUES (1, 0, 'operator', 'join', 'x', 'y', NULL, '同一批次', 2);
`);
const [ID] = house.all<{ id: number }>('SELECT id FROM releases ORDER BY seq').map(({ id }) => id);

/** What each table holds, and a row that takes the place of one of them. */
const tables: [table: string, columns: string, row: string, key: string][] = [
  ['releases', 'id', `${ID}`, 'id'],
  ['releases', 'seq', '1', 'seq'],
  ['releases', 'source_key', "'lakeside-1'", 'source_key'],
  ['events', 'id', '1', 'id'],
  ['link_decisions', 'id', '1', 'id'],
  ['link_decisions', 'ocid', "'x'", 'ocid'],
  ['redactions', 'id', '1', 'id'],
  ['redactions', '"release"', `${ID}`, 'release'],
  ['lost_numbers', 'after_seq', '2', 'after_seq'],
];

/** A copy of the row that holds the key, all else made new. */
function replacement(table: string, key: string): string {
  const fresh: Record<string, string> = {
    releases: `INTO releases SELECT CASE '${key}' WHEN 'id' THEN id ELSE 999 END, CASE '${key}' WHEN 'seq' THEN seq ELSE 999 END, 'o', register, kind, CASE '${key}' WHEN 'source_key' THEN source_key ELSE 'new' END, 0, NULL, '{}', 'h', 0 FROM releases WHERE seq = 1`,
    events: `INTO events (id, at, actor, act, subject, detail) SELECT id, 0, 'nobody', 'nothing', '', '{}' FROM events WHERE id = 1`,
    link_decisions: `INTO link_decisions SELECT CASE '${key}' WHEN 'id' THEN 1 ELSE 99 END, 0, 'nobody', 'join', CASE '${key}' WHEN 'ocid' THEN 'x' ELSE 'other' END, 'z', NULL, '', 0`,
    redactions: `INTO redactions (id, "release", unit, reason, hash, proposed_by, proposed_at) SELECT CASE '${key}' WHEN 'id' THEN 1 ELSE 99 END, CASE '${key}' WHEN 'id' THEN 7 ELSE ${ID} END, 'u', '', '', 'b', 0`,
    lost_numbers: `INTO lost_numbers VALUES (2, 3, 0, 'nobody', '')`,
  };
  return fresh[table]!;
}

const everything = () =>
  JSON.stringify([...new Set(tables.map(([table]) => table))].map((table) => house.all(`SELECT * FROM ${table}`)));

for (const recursive of ['OFF', 'ON'])
  test(`no other program replaces, changes or removes what is append-only (recursive_triggers ${recursive})`, () => {
    const before = everything();
    const statements = tables.flatMap(([table, columns, value, key]) => [
      `INSERT OR REPLACE ${replacement(table, key)}`,
      `REPLACE ${replacement(table, key)}`,
      `INSERT OR IGNORE ${replacement(table, key)}`,
      `UPDATE ${table} SET ${columns} = ${columns} + 1`,
      `UPDATE OR REPLACE ${table} SET ${columns} = ${value}`,
      `DELETE FROM ${table}`,
    ]);
    const told = elsewhere(path, statements, `PRAGMA recursive_triggers=${recursive}`);
    const silent = statements.filter((_, index) => told[index] === '' && !statements[index]!.includes('OR IGNORE'));
    // What would change nothing may go through.
    assert.deepEqual(
      silent.filter((sql) => !/^UPDATE OR REPLACE redactions SET (?:id|"release") = /.test(sql)),
      [],
    );
    assert.equal(everything(), before);
  });

test('a row cannot be hidden under the number that SQLite is about to choose', () => {
  for (const told of elsewhere(path, [
    "INSERT INTO events (id, at, actor, act, subject, detail) VALUES (-1, 0, '', '', '', '')",
    `INSERT OR REPLACE INTO redactions (id, "release", unit, reason, hash, proposed_by, proposed_at) VALUES (-1, 5, 'u', '', '', 'a', 0)`,
  ]))
    assert.match(told, /append-only|are kept/);
});

test('a draft cannot be replaced by an approved one, nor a published one by anything', () => {
  const columns =
    'id, unit, register, kind, author, state, version, title, content, hash, started_at, saved_at, saved_by, reviewer, approved_hash';
  const draft = (id: string, state: string) =>
    `INTO drafts (${columns}) VALUES ('${id}', 'u', 'land', 'grant', 'a', '${state}', 1, '', '{}', 'h', 0, 0, 'a', 'b', 'h')`;
  house.handle.exec(`INSERT ${draft('d', 'draft')}; INSERT ${draft('p', 'draft')}`);
  house.handle.exec("UPDATE drafts SET state = 'approved' WHERE id = 'p'");
  house.handle.exec(`UPDATE drafts SET state = 'published', "release" = ${ID} WHERE id = 'p'`);
  const before = house.all('SELECT * FROM drafts');
  const told = elsewhere(path, [
    `INSERT OR REPLACE ${draft('d', 'approved')}`,
    `REPLACE ${draft('p', 'draft')}`,
    "UPDATE OR REPLACE drafts SET id = 'p' WHERE id = 'd'",
  ]);
  assert.deepEqual(
    told.map((one) => one !== ''),
    [true, true, true],
  );
  assert.deepEqual(house.all('SELECT * FROM drafts'), before);
});
