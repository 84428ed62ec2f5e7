import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Database } from '../../src/database/database.ts';
import {
  confirmRedaction,
  endProposal,
  lookAfterRedaction,
  ownProposals,
  previewRedaction,
  proposeRedaction,
  redactionsFor,
} from '../../src/notices/drafts/redaction/redact.ts';
import { withoutPassages } from '../../src/notices/drafts/redaction/redacted.ts';
import { findDraft } from '../../src/notices/drafts/storage.ts';
import { saveTemplate, templatesOf } from '../../src/notices/drafts/templates/template.ts';
import { approveDraft, submitDraft } from '../../src/notices/drafts/review.ts';
import { saveDraft, startDraft } from '../../src/notices/drafts/write.ts';
import { rebuild } from '../../src/notices/rebuild.ts';
import { releaseText } from '../../src/notices/search-document.ts';
import { findRecord, findRelease, findReleases, publicStamp } from '../../src/notices/storage.ts';
import { embeddedEngine } from '../../src/search/embedded-engine.ts';
import { codes, MINUTE, NOW, value } from '../accounts/world.ts';
import { grant, issued, office, type Office } from './drafts-world.ts';

/** Fictional, like everybody here; written where no mask looks for a name. */
const NAME = '甲丙丁戊';
const NUMBER = '天演字第九〇七号';
const notice = {
  ...grant,
  title: `2026-32号宗地出让公告（原使用人${NAME}）`,
  body: `该宗地原由${NAME}使用，证号${NUMBER}。`,
  project: { code: 'TS-TD-2026-032', name: `${NAME}原宅基地` },
  fields: { ...grant.fields, contact: `${NAME}，秦州区某巷` },
};
const REASON = '误公开原使用人姓名';

async function searched(database: Database, q: string): Promise<number> {
  const engine = embeddedEngine(
    database,
    (ids) => new Map(findReleases(database, ids).map((release) => [release.id, releaseText(release)])),
  );
  return (await engine.search({ q, filters: {}, sort: 'newest', limit: 20, facets: false, now: NOW })).hits.length;
}

/** Tables in which a text stands; the tokens of the index are asked by searching. */
function tablesSaying(database: Database, text: string): string[] {
  return database
    .all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search\\_tokens%' ESCAPE '\\'",
    )
    .map(({ name }) => name)
    .filter((name) => JSON.stringify(database.all(`SELECT * FROM "${name}"`)).includes(text));
}

function redactedBy(house: Office, release: number): void {
  const { redaction } = value(
    proposeRedaction(house.database, house.reviewer, release, { passages: [NAME, NUMBER] }, REASON, NOW),
  );
  value(confirmRedaction(house.database, house.issuer, redaction.id, NOW + MINUTE));
}

test('personal data goes from every table and from search when two officers say so; the notice, its day and why remain', async () => {
  const house = office();
  const { database } = house;
  const before = issued(house, notice);
  assert.equal(await searched(database, NAME), 1);
  redactedBy(house, before.id);
  assert.deepEqual(tablesSaying(database, NAME), []);
  assert.deepEqual(tablesSaying(database, NUMBER), []);
  assert.deepEqual(
    [
      await searched(database, NAME),
      await searched(database, NUMBER),
      await searched(database, '2026-32号宗地出让公告'),
    ],
    [0, 0, 1],
  );
  const after = findRelease(database, before.id)!;
  assert.equal(after.content.title, '2026-32号宗地出让公告（原使用人***）');
  assert.deepEqual(after.content.redaction, { at: NOW + MINUTE, reason: REASON });
  assert.deepEqual(
    [after.ocid, after.publishedAt, after.hash, after.sourceKey],
    [before.ocid, before.publishedAt, before.hash, before.sourceKey],
  );
  assert.deepEqual(
    [findRecord(database, before.ocid)!.stage, findRecord(database, before.ocid)!.title],
    ['tender', '***原宅基地'],
  );
});

test('nothing of it is left in the files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-redaction-'));
  try {
    const memory = office();
    memory.database.handle.exec(`VACUUM INTO '${join(folder, 'x.sqlite')}'`);
    const house = { ...memory, database: new Database(join(folder, 'x.sqlite')) };
    const release = issued(house, notice);
    const bytes = () => readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    assert.ok(bytes().some((file) => file.includes(NAME)));
    redactedBy(house, release.id);
    for (const file of bytes()) for (const text of [NAME, NUMBER]) assert.ok(!file.includes(text), text);
    house.database.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('while somebody reads an older state a redaction is done all the same, and the log is emptied afterwards', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-redaction-'));
  try {
    const path = join(folder, 'x.sqlite');
    const memory = office();
    memory.database.handle.exec(`VACUUM INTO '${path}'`);
    const house = { ...memory, database: new Database(path, { patience: 0 }) };
    const release = issued(house, notice);
    const reader = new Database(path, { readOnly: true });
    reader.handle.exec('BEGIN');
    reader.get('SELECT count(*) FROM releases');
    redactedBy(house, release.id);
    assert.deepEqual(tablesSaying(house.database, NAME), []);
    assert.equal(house.database.emptyLog(), false);
    reader.close();
    assert.equal(house.database.emptyLog(), true);
    for (const name of readdirSync(folder)) assert.ok(!readFileSync(join(folder, name)).includes(NAME), name);
    house.database.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('rebuilding everything brings nothing back and changes nothing', async () => {
  const house = office();
  const { database } = house;
  redactedBy(house, issued(house, notice).id);
  const all = () =>
    ['records', 'record_keys', 'record_facets', 'parties', 'party_names', 'party_roles'].map((table) =>
      JSON.stringify(database.all(`SELECT * FROM ${table}`)),
    );
  const before = all();
  rebuild(database);
  assert.deepEqual(all(), before);
  assert.equal(await searched(database, NAME), 0);
});

test('pages that were kept are made anew: readers must not see the name for as long as nothing else is published', () => {
  const house = office();
  const { id } = issued(house, notice);
  const before = publicStamp(house.database);
  redactedBy(house, id);
  assert.notEqual(publicStamp(house.database), before);
});

test('one officer alone redacts nothing', () => {
  const house = office();
  const { database } = house;
  const { id } = issued(house, notice);
  const both = house.actor(house.officer('both', house.land, ['reviewer', 'issuer']));
  const propose = (who = both, now = NOW) => proposeRedaction(database, who, id, { passages: [NAME] }, REASON, now);
  assert.deepEqual(
    [codes(propose(house.author)), codes(propose(house.stranger)), codes(propose(both, NOW + 6 * MINUTE))],
    [['forbidden'], ['hidden'], ['stale']],
  );
  const { redaction } = value(propose());
  assert.deepEqual(codes(propose(house.reviewer)), ['redaction-open']);
  assert.deepEqual(
    [
      redactionsFor(database, both).length,
      redactionsFor(database, house.issuer).length,
      redactionsFor(database, house.stranger).length,
    ],
    [0, 1, 0],
  );
  assert.deepEqual(
    [
      codes(confirmRedaction(database, both, redaction.id, NOW)),
      codes(confirmRedaction(database, house.stranger, redaction.id, NOW)),
    ],
    [['forbidden'], ['hidden']],
  );
  assert.throws(
    () => database.run('UPDATE redactions SET confirmed_by = proposed_by, confirmed_at = 1 WHERE id = ?', redaction.id),
    /CHECK/,
  );
  assert.throws(() => database.run("UPDATE releases SET content = '{}' WHERE id = ?", id), /append-only/);
  assert.equal(
    value(previewRedaction(database, house.issuer, redaction.id, NOW)).content.title,
    '2026-32号宗地出让公告（原使用人***）',
  );
  assert.ok(findRelease(database, id)!.content.title.includes(NAME));
});

test('after a redaction the release is as closed as before', () => {
  const house = office();
  const { database } = house;
  const { id } = issued(house, notice);
  redactedBy(house, id);
  assert.throws(() => database.run("UPDATE releases SET content = '{}' WHERE id = ?", id), /append-only/);
  assert.throws(() => database.run('UPDATE drafts SET content = \'{}\' WHERE "release" = ?', id), /not edited/);
  assert.throws(() => database.run("UPDATE redactions SET replacement = '{}'"), /stays as it was/);
  assert.throws(() => database.run('DELETE FROM redactions'), /kept/);
});

test('a proposal says what goes and why, without saying it again, and can be taken back', () => {
  const house = office();
  const { database, reviewer } = house;
  const { id } = issued(house, notice);
  const propose = (passages: string[], reason = REASON) =>
    proposeRedaction(database, reviewer, id, { passages }, reason, NOW);
  assert.deepEqual(
    [
      codes(propose([])),
      codes(propose(['甲'])),
      codes(propose(['无此人'])),
      codes(propose([NAME], ' ')),
      codes(propose([NAME], `误公开${NAME}`)),
    ],
    [['passage-missing'], ['passage-missing'], ['passage-unknown'], ['reason-missing'], ['reason-tells']],
  );
  const { redaction } = value(propose([NAME]));
  value(endProposal(database, house.issuer, redaction.id, NOW));
  assert.deepEqual(codes(confirmRedaction(database, house.issuer, redaction.id, NOW)), ['wrong-state']);
  assert.ok(findRelease(database, id)!.content.title.includes(NAME));
});

test('what was begun from the notice loses the name too, and with it the approval', () => {
  const house = office();
  const { database, author } = house;
  const release = issued(house, notice);
  const draft = value(
    startDraft(database, author, { register: 'land', kind: 'grant', from: { correct: release.id } }, NOW),
  );
  value(saveTemplate(database, author, draft.id, '出让公告', NOW));
  const saved = value(
    saveDraft(database, author, draft.id, draft.version, { ...draft.content, reason: '面积有误' }, NOW),
  );
  value(submitDraft(database, author, draft.id, NOW));
  value(approveDraft(database, house.reviewer, draft.id, saved.hash, NOW));
  redactedBy(house, release.id);
  assert.deepEqual(
    [findDraft(database, draft.id)!.state, findDraft(database, draft.id)!.approvedHash],
    ['draft', null],
  );
  assert.equal(templatesOf(database, author, NOW).length, 1);
  assert.deepEqual(tablesSaying(database, NAME), []);
});

test('a notice can go whole: its place, its day and why remain', async () => {
  const house = office();
  const { database } = house;
  const release = issued(house, notice);
  const { redaction } = value(proposeRedaction(database, house.reviewer, release.id, { whole: true }, REASON, NOW));
  value(confirmRedaction(database, house.issuer, redaction.id, NOW));
  const { content } = findRelease(database, release.id)!;
  assert.deepEqual(
    [content.title, content.body, content.fields, content.unit, content.redaction?.reason],
    ['***', undefined, {}, { name: '天水市某自然资源局' }, REASON],
  );
  assert.deepEqual(
    [tablesSaying(database, NAME), await searched(database, NAME), await searched(database, '秦州区某路')],
    [[], 0, 0],
  );
});

test('a proposal says which other notices of the record want one', () => {
  const house = office();
  const { database, author } = house;
  const first = issued(house, notice);
  const draft = value(
    startDraft(database, author, { register: 'land', kind: 'grant', from: { correct: first.id } }, NOW),
  );
  assert.ok(draft.title.includes(NAME));
  const second = issued(house, { ...notice, title: '2026-32号宗地补充信息' });
  assert.deepEqual(
    value(proposeRedaction(database, house.reviewer, first.id, { passages: [NAME] }, REASON, NOW)).elsewhere,
    [second.id],
  );
});

test('who confirms looks at every face as it would be, and nothing has happened by it', () => {
  const house = office();
  const { database, reviewer, issuer } = house;
  const { id } = issued(house, notice);
  const { redaction } = value(proposeRedaction(database, reviewer, id, { passages: [NAME] }, REASON, NOW));
  const before = database.all('SELECT * FROM events');
  const said = value(
    lookAfterRedaction(database, issuer, redaction.id, NOW, (after) =>
      JSON.stringify([after, findRecord(database, after.ocid)]),
    ),
  );
  assert.ok(!said.includes(NAME) && said.includes(NUMBER));
  assert.ok(findRelease(database, id)!.content.title.includes(NAME));
  assert.deepEqual(database.all('SELECT * FROM events'), before);
  assert.deepEqual(codes(lookAfterRedaction(database, reviewer, redaction.id, NOW, () => '')), ['forbidden']);
});

test('who proposed it finds it among their own, and takes it back', () => {
  const house = office();
  const { database, reviewer, issuer } = house;
  const { id } = issued(house, notice);
  const { redaction } = value(proposeRedaction(database, reviewer, id, { passages: [NAME] }, REASON, NOW));
  assert.deepEqual([ownProposals(database, reviewer).length, ownProposals(database, issuer).length], [1, 0]);
  value(endProposal(database, reviewer, redaction.id, NOW));
  assert.deepEqual(ownProposals(database, reviewer), []);
});

test('a passage is not cut out of another value: a part of a number, or of a code', () => {
  assert.deepEqual(
    withoutPassages({ telephone: '13812345678', method: 'listing', body: '电话138，138。另见1380、A138' }, [
      '138',
      'list',
    ]),
    { telephone: '13812345678', method: 'listing', body: '电话***，***。另见1380、A138' },
  );
  const house = office();
  const { id } = issued(house, { ...notice, body: '证号62050219800101。' });
  const propose = (passage: string) =>
    codes(proposeRedaction(house.database, house.reviewer, id, { passages: [passage] }, REASON, NOW));
  assert.deepEqual([propose('19800101'), propose('62050219800101')], [['passage-unknown'], []]);
});
