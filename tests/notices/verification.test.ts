import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { stories } from '../../db/seeds/demo/stories.ts';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { filePath, keepFile } from '../../src/notices/attachments/keep.ts';
import { findRedaction, insertRedaction, replaceContent } from '../../src/notices/drafts/redaction/storage.ts';
import { publishBatch } from '../../src/notices/publish.ts';
import { rebuild } from '../../src/notices/rebuild.ts';
import { lastVerification, saveVerification } from '../../src/notices/verification/storage.ts';
import { verify } from '../../src/notices/verification/verify.ts';
import type { Notice } from '../../src/registers/notice.ts';
import { canonicalJson, sha256 } from '../../src/values/canonical.ts';
import {
  awardNotice,
  candidateNotice,
  clarificationNotice,
  correctedAward,
  NOW,
  published,
  tenderNotice,
  withdrawalOf,
} from '../stories/lakeside-road.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongshi-verify-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A data folder with the whole story of 湖滨路改造 in it, in an order in which records turn back and forth. */
function house(): { data: string; database: Database; found: () => string[] } {
  const data = mkdtempSync(join(folder, 'data-'));
  const database = new Database(join(data, 'gongshi.sqlite'));
  after(() => database.close());
  migrate(database);
  published(database, awardNotice);
  published(database, tenderNotice, clarificationNotice);
  published(database, correctedAward, candidateNotice);
  published(database, withdrawalOf('lakeside-3'));
  const found = () =>
    verify(database, { data, marks: [], now: NOW }).findings.map(({ code, n, examples }) => `${code} ${n} ${examples}`);
  return { data, database, found };
}

/** As somebody does who has the file, and knows how to do away with the triggers. */
function tamper(database: Database, table: string, sql: string): void {
  const triggers = database.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?",
    table,
  );
  for (const { name } of triggers) database.handle.exec(`DROP TRIGGER ${name}`);
  database.handle.exec(sql);
  for (const trigger of triggers) database.handle.exec(trigger.sql);
}

test('what was published, corrected and withdrawn is sound, and so are all demo stories', () => {
  const { data, database } = house();
  const outcomes = publishBatch(
    database,
    stories(NOW).map((input) => ({ input, at: input.id })),
    { actor: 'test', now: NOW },
  );
  assert.ok(outcomes.every(({ status }) => status === 'published'));
  const verification = verify(database, { data, marks: [], now: NOW });
  assert.deepEqual(verification.findings, []);
  assert.equal(verification.ok, true);
  assert.equal(verification.counts.releases, outcomes.length + 6);
  saveVerification(database, verification);
  assert.deepEqual(lastVerification(database), verification);
  assert.deepEqual(
    readdirSync(data).filter((name) => name.startsWith('verifying')),
    [],
  );
});

test('a text that was changed behind the triggers is found, a column beside it too', () => {
  const { database, found } = house();
  const [first, second] = database.all<{ id: number }>('SELECT id FROM releases ORDER BY seq').map(({ id }) => id);
  tamper(
    database,
    'releases',
    `UPDATE releases SET content = replace(content, '湖滨路', '湖边路') WHERE id = ${first}; UPDATE releases SET published_at = published_at - 60000 WHERE id = ${second}`,
  );
  const codes = found();
  assert.ok(codes.includes(`release-hash 1 ${first}`), String(codes));
  assert.ok(codes.includes(`release-columns 1 ${second}`), String(codes));
});

test('a release that is gone leaves a hole, and so does an event', () => {
  const { database, found } = house();
  tamper(database, 'releases', 'PRAGMA foreign_keys=OFF; DELETE FROM releases WHERE seq IN (2, 3)');
  tamper(database, 'events', 'DELETE FROM events WHERE id = 1');
  const codes = found();
  assert.ok(codes.includes('sequence-hole 1 2–3'), String(codes));
  assert.ok(codes.includes('events-hole 1 3 / 4'), String(codes));
});

test('a trigger that was dropped is missed', () => {
  const { database, found } = house();
  database.handle.exec('DROP TRIGGER releases_are_never_deleted');
  assert.deepEqual(found(), ['schema-differs 1 TRIGGER releases_are_never_deleted']);
});

test('a derived row that somebody wrote, changed or removed is found', () => {
  const { database, found } = house();
  const { id } = database.get<{ id: number }>('SELECT max(id) AS id FROM search_rows')!;
  database.handle.exec("UPDATE records SET amount = 1; INSERT INTO record_keys VALUES ('code:x', 'o')");
  database.handle.exec(`UPDATE search_rows SET stage = 'x' WHERE id = ${id}; DELETE FROM parties WHERE is_unit = 1`);
  const [finding, ...others] = found();
  assert.deepEqual(others, []);
  for (const row of [/ records gongshi-/, /,record_keys code:x o/, /,parties /, new RegExp(`,search_rows ${id}$`)])
    assert.match(finding!, row);
});

test('a redacted release has the hash of its redaction, and no other text', () => {
  const { database, found } = house();
  const { id, content } = database.get<{ id: number; content: string }>(
    "SELECT id, content FROM releases WHERE source_key = 'lakeside-4'",
  )!;
  database.handle.exec(`
    INSERT INTO units (id, name, region, made_at) VALUES ('u', '市住建局', '620502', 0);
    INSERT INTO officers (id, unit, name, sign_in, staff_number, demo, invited_at) VALUES ('a', 'u', '王编辑', 'a', '1', 0, 0), ('b', 'u', '李审核', 'b', '2', 0, 0)`);
  const notice = { ...(JSON.parse(content) as Notice), body: '***', redaction: { at: NOW, reason: '个人信息' } };
  const text = canonicalJson(notice);
  const redaction = insertRedaction(
    database,
    { release: id, unit: 'u', reason: '个人信息', hash: 'h', proposedBy: 'a', proposedAt: NOW },
    { passages: ['某'] },
    text,
  );
  replaceContent(database, findRedaction(database, redaction)!, 'b', text, sha256(text), NOW);
  rebuild(database);
  const { redacted } = verify(database, { data: folder, marks: [], now: NOW }).counts;
  assert.equal(redacted, 1);
  assert.deepEqual(found(), []);
  tamper(database, 'releases', `UPDATE releases SET content = '${content}' WHERE id = ${id}`);
  assert.ok(found().includes(`release-hash 1 ${id}`), 'the text of before is back');
});

test('words that are not in the releases are found in the index', () => {
  const { database, found } = house();
  database.handle.exec("INSERT INTO search_tokens (rowid, tokens) VALUES (5, 'planted')");
  assert.deepEqual(found(), ['projection-differs 1 search_tokens planted']);
});

test('an attachment that changed, and one that is gone, are found by their names', async () => {
  const { data, database, found } = house();
  const keep = async (text: string) => {
    const kept = await keepFile(database, data, 'a.pdf', Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`), NOW);
    assert.ok(kept.ok);
    return kept.value.sha256;
  };
  const [changed, gone] = [await keep('one'), await keep('two')];
  assert.deepEqual(found(), []);
  writeFileSync(filePath(data, changed), '%PDF-1.4\nsix\n%%EOF\n');
  rmSync(filePath(data, gone));
  assert.deepEqual(found().sort(), [`attachment-absent 1 ${gone}`, `attachment-changed 1 ${changed}`]);
});
