import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Database } from '../../src/database/database.ts';
import { eventsOf } from '../../src/events/storage.ts';
import { joinRecords, partNotice } from '../../src/notices/decisions/decide.ts';
import { allDecisions } from '../../src/notices/decisions/storage.ts';
import { forgetEverywhere } from '../../src/notices/drafts/redaction/forget.ts';
import { rebuild } from '../../src/notices/rebuild.ts';
import { findRecord, findRelease, newestReleases, publicStamp, releasesOf } from '../../src/notices/storage.ts';
import { doubtfulLinks } from '../../src/notices/links/storage.ts';
import type { NoticeInput } from '../../src/registers/notice.ts';
import type { Result } from '../../src/values/result.ts';
import { movedPath } from '../../src/views/record/moved.ts';
import { recordPage } from '../../src/views/record/record-page.ts';
import {
  awardNotice,
  clarificationNotice,
  emptyHouse,
  NOW,
  published,
  tenderNotice,
  withdrawalOf,
} from '../stories/lakeside-road.ts';
import { portalOver } from '../views/world.ts';

/** 课桌椅: the bureau of the district calls and awards; under its new name the portal takes it for another buyer. */
const desks = (changes: Partial<NoticeInput> & { id: string; buyer: string }): NoticeInput => {
  const { buyer, ...others } = changes;
  return {
    register: 'procurement',
    kind: 'tender',
    title: '课桌椅采购公开招标公告',
    project: { code: '2026-001' },
    region: '620502',
    publishedAt: '2026-10-20 09:00',
    firstPublished: { medium: '甘肃政府采购网' },
    fields: { buyer },
    ...others,
  };
};
const call = desks({ id: 'call', buyer: '秦州区某局' });
const award = desks({
  id: 'award',
  buyer: '城区教育服务中心',
  kind: 'award',
  title: '课桌椅采购中标公告',
  publishedAt: '2026-11-10 09:00',
  fields: { buyer: '城区教育服务中心', awards: [{ supplier: '天水某家具有限公司', awardPrice: '120000元' }] },
});
const contract = desks({
  id: 'contract',
  buyer: '城区教育服务中心',
  kind: 'contract',
  title: '课桌椅采购合同公告',
  publishedAt: '2026-11-15 09:00',
});

const deciding = { by: '李静', reason: '同一采购，单位改了名', now: NOW };
const codesOf = (result: Result<unknown>) => (result.ok ? ['done'] : result.refusals.map(({ code }) => code));
function insist<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

function twoRecords(): { database: Database; ours: string; theirs: string } {
  const database = emptyHouse();
  const [first, second] = published(database, call, award);
  assert.notEqual(first!.ocid, second!.ocid);
  return { database, ours: first!.ocid, theirs: second!.ocid };
}

/** The tender, clarified, and the award of 湖滨路, all of one record. */
function oneRecord(): { database: Database; ocid: string; ids: number[] } {
  const database = emptyHouse();
  const outcomes = published(database, tenderNotice, clarificationNotice, awardNotice);
  return { database, ocid: outcomes[0]!.ocid, ids: outcomes.map(({ id }) => id) };
}

test('a record that is joined is gone, and the other has all its notices as they were published', () => {
  const { database, ours, theirs } = twoRecords();
  const said = (ocid: string) => releasesOf(database, ocid).map(({ id, content, hash }) => ({ id, content, hash }));
  const before = [...said(ours), ...said(theirs)];
  const stamp = publicStamp(database);
  assert.equal(doubtfulLinks(database).length, 1);

  const { decision, moved } = insist(joinRecords(database, theirs, ours, deciding));
  assert.equal(moved, 1);
  assert.deepEqual(said(ours), before);
  assert.equal(findRecord(database, ours)!.stage, 'award');
  assert.equal(findRecord(database, ours)!.releases, 2);
  assert.equal(findRecord(database, theirs), undefined);
  assert.deepEqual(tablesNaming(database, theirs), []);
  assert.deepEqual(doubtfulLinks(database), []);
  assert.notEqual(publicStamp(database), stamp);
  assert.deepEqual(
    { ...allDecisions(database)[0] },
    { ...decision, id: 1, at: NOW, by: '李静', act: 'join', reason: deciding.reason, release: null, afterSeq: 2 },
  );
  const [event] = eventsOf(database, `record:${theirs}`);
  assert.equal(event!.act, 'links.join');
  assert.equal(event!.actor, '李静');
  assertSameAfterRebuild(database);
});

test('later notices follow a join: by code, by what they amend, and by the ocid that is gone', () => {
  const { database, ours, theirs } = twoRecords();
  insist(joinRecords(database, theirs, ours, deciding));
  const later = published(
    database,
    contract,
    { ...award, id: 'award-again', amends: 'award', reason: '录入有误' },
    { ...contract, id: 'by-ocid', ocid: theirs, project: {}, title: '验收公告', kind: 'acceptance' },
  );
  assert.deepEqual(
    later.map(({ ocid }) => ocid),
    [ours, ours, ours],
  );
  assertSameAfterRebuild(database);
});

test('the address of a joined record leads to the one that has its notices, also after a second join', () => {
  const { database, ours, theirs } = twoRecords();
  const [third] = published(database, {
    ...call,
    id: 'third',
    project: { code: 'QZ-CG-2026-77' },
    title: '图书采购公告',
  });
  const portal = portalOver(database);
  const path = () => movedPath(portal, theirs);
  assert.equal(path(), undefined);
  insist(joinRecords(database, theirs, ours, deciding));
  assert.equal(path(), `/records/${ours}`);
  insist(joinRecords(database, ours, third!.ocid, deciding));
  assert.equal(path(), `/records/${third!.ocid}`);
  assert.equal(movedPath(portal, 'gongshi-nobody'), undefined);
  assert.equal(recordPage(portal, third!.ocid, 'zh')!.timeline.length, 3);
  assertSameAfterRebuild(database);
});

test('no new record takes the address of one that was joined', () => {
  const { database, ours, theirs } = twoRecords();
  // The first of its code: its address is made of that code alone.
  insist(joinRecords(database, ours, theirs, deciding));
  const [other] = published(database, {
    ...call,
    id: 'pump',
    title: '水泵采购公告',
    region: '620524',
    fields: { buyer: '武山县某院' },
  });
  assert.ok(![ours, theirs].includes(other!.ocid));
  assertSameAfterRebuild(database);
});

test('who points to a record that was joined points to the one that has its notices', () => {
  const { database, ours, theirs } = twoRecords();
  const [pointing] = published(database, tenderNotice, {
    ...tenderNotice,
    id: 'second-phase',
    project: { code: 'TS-GC-2026-0400', name: '湖滨路改造工程施工（二期）' },
    related: [{ relationship: 'framework', code: theirs }],
  }).slice(1);
  insist(joinRecords(database, theirs, ours, deciding));
  const related = (ocid: string) => recordPage(portalOver(database), ocid, 'zh')!.related.map((one) => one.ocid);
  assert.deepEqual(related(pointing!.ocid), [ours]);
  assert.deepEqual(related(ours), [pointing!.ocid]);
});

test('a notice that is parted makes a record of its own, and what amends it goes with it', () => {
  const { database, ocid, ids } = oneRecord();
  const { decision, moved } = insist(partNotice(database, ids[0]!, deciding));
  assert.equal(moved, 2);
  assert.deepEqual(
    releasesOf(database, decision.into).map(({ id }) => id),
    ids.slice(0, 2),
  );
  assert.equal(findRecord(database, decision.into)!.stage, 'tender');
  assert.equal(findRecord(database, ocid)!.releases, 1);
  assert.equal(eventsOf(database, `release:${ids[0]}`)[0]!.act, 'links.part');
  const [later] = published(database, { ...withdrawalOf('lakeside-1') });
  assert.equal(later!.ocid, decision.into);
  assertSameAfterRebuild(database);
});

test('after a part the later notices of the code choose by buyer, and both records keep the code', () => {
  const database = emptyHouse();
  const [first, wrong] = published(
    database,
    { ...call, project: { code: 'QZ-CG-2026-77' } },
    { ...call, id: 'wrong', project: { code: 'QZ-CG-2026-77' }, fields: {}, title: '水泵采购更正' },
  );
  assert.equal(first!.ocid, wrong!.ocid);
  const { into } = insist(partNotice(database, wrong!.id, deciding)).decision;
  const [later] = published(database, {
    ...award,
    project: { code: 'QZ-CG-2026-77' },
    fields: { ...award.fields, buyer: '秦州区某局' },
  });
  assert.equal(later!.ocid, first!.ocid);
  const holders = database.all<{ ocid: string }>(
    "SELECT ocid FROM record_keys WHERE key LIKE '%:code:%' ORDER BY ocid",
  );
  assert.deepEqual(
    holders.map((row) => row.ocid),
    [first!.ocid, into].sort(),
  );
  assertSameAfterRebuild(database);
});

test('what was joined can be parted and joined again, and a rebuild replays it all', () => {
  const { database, ours, theirs } = twoRecords();
  insist(joinRecords(database, theirs, ours, deciding));
  published(database, contract);
  const awarded = releasesOf(database, ours)[1]!.id;
  const { into } = insist(partNotice(database, awarded, deciding)).decision;
  assert.notEqual(into, theirs);
  assert.equal(movedPath(portalOver(database), theirs), `/records/${ours}`);
  assertSameAfterRebuild(database);
  published(database, { ...call, id: 'between', publishedAt: '2026-11-01 09:00' });
  insist(joinRecords(database, into, ours, deciding));
  const again = insist(partNotice(database, awarded, deciding)).decision;
  assert.notEqual(again.into, into);
  assert.equal(findRecord(database, again.into)!.releases, 1);
  assertSameAfterRebuild(database);
});

test('what was doubted for the sake of a code is doubted of the notice that brought it, once that is parted', () => {
  const database = emptyHouse();
  const [pump, first, wrong] = published(
    database,
    desks({ id: 'pump', title: '水泵采购公告', buyer: '武山县某院', project: { code: 'WS-2026-5' } }),
    { ...call, project: { code: 'QZ-CG-2026-77' } },
    { ...call, id: 'wrong', project: { code: 'WS-2026-5', otherCodes: ['QZ-CG-2026-77'] } },
  );
  assert.equal(wrong!.ocid, first!.ocid);
  const pairs = () => doubtfulLinks(database).map(({ ocid, other }) => [ocid, other]);
  assert.deepEqual(pairs(), [[first!.ocid, pump!.ocid]]);
  const { into } = insist(partNotice(database, wrong!.id, deciding)).decision;
  assert.deepEqual(pairs(), [[into, pump!.ocid]]);
  assertSameAfterRebuild(database);
});

test('a record that loses its only code is found by its title again', () => {
  const database = emptyHouse();
  const title = '实验中学物业管理服务采购公告';
  const uncoded = desks({ id: 'uncoded', buyer: '秦州区某局', title, project: {} });
  const [first, coded] = published(database, uncoded, { ...uncoded, id: 'coded', project: { code: 'QZ-CG-2026-77' } });
  assert.equal(coded!.ocid, first!.ocid);
  const { into } = insist(partNotice(database, coded!.id, deciding)).decision;
  const [byTitle, byCode] = published(
    database,
    { ...uncoded, id: 'by-title' },
    { ...uncoded, id: 'by-code', project: { code: 'QZ-CG-2026-77' } },
  );
  assert.equal(byTitle!.ocid, first!.ocid);
  assert.equal(byCode!.ocid, into);
  assertSameAfterRebuild(database);
});

test('a redaction leaves a parted record the keys that its notices still bring', () => {
  const database = emptyHouse();
  const project = { code: 'QZ-CG-2026-77' };
  const [, second] = published(database, { ...call, project }, { ...call, id: 'second', project });
  const { into } = insist(partNotice(database, second!.id, deciding)).decision;
  const before = everything(database)['record_keys'];
  forgetEverywhere(database, 'nobody', findRelease(database, second!.id)!, {}, NOW);
  assert.deepEqual(everything(database)['record_keys'], before);
  assert.ok(before!.some((row) => row.includes(':code:') && row.includes(into)));
});

test('whatever is published, joined and parted, and in whatever order, a rebuild gives the same', () => {
  const step = fc.record({
    act: fc.constantFrom('publish', 'publish', 'publish', 'join', 'part'),
    first: fc.nat(20),
    second: fc.nat(20),
    title: fc.constantFrom('课桌椅采购公告', '水泵采购公告', '实验中学物业管理服务采购公告'),
    buyer: fc.constantFrom('秦州区某局', '武山县某局', '天水市第一中学', ''),
    project: fc.constantFrom({}, { code: '2026-001' }, { code: 'QZ-CG-2026-77' }),
    region: fc.constantFrom('620502', '620500', '620102'),
    year: fc.constantFrom('2023', '2026'),
  });
  const property = fc.property(fc.array(step, { minLength: 10, maxLength: 30 }), (steps) => {
    const database = emptyHouse();
    for (const [index, { act, first, second, title, buyer, project, region, year }] of steps.entries()) {
      const releases = newestReleases(database, 100);
      const [one, other] = [first, second].map((n) => releases[n % releases.length]);
      if (act === 'publish' || !one || !other) {
        const publishedAt = `${year}-0${1 + (first % 9)}-10 09:00`;
        const notice = desks({ id: `n${index}`, buyer, title, project, region, publishedAt });
        published(database, buyer ? notice : { ...notice, fields: {} });
      } else if (act === 'join') joinRecords(database, one.ocid, other.ocid, deciding);
      else partNotice(database, one.id, deciding);
    }
    assertSameAfterRebuild(database);
  });
  fc.assert(property, { numRuns: 20, seed: 20261126 });
});

test('a party keeps no name and no day that only a broken record gave it', () => {
  const database = emptyHouse();
  const [first] = published(database, { ...tenderNotice, publishedAt: '2026-09-01 09:00', id: 'early' }, awardNotice, {
    ...tenderNotice,
    id: 'other',
    project: { code: 'TS-GC-2026-0999', name: '东区支路工程施工' },
  });
  insist(partNotice(database, first!.id, deciding));
  assertSameAfterRebuild(database);
});

test('what cannot be decided is refused with nothing done', () => {
  const { database, ours, theirs } = twoRecords();
  const [road, clarified] = published(database, tenderNotice, clarificationNotice);
  const before = everything(database);
  const join = (a: string, b: string, reason = 'x') => codesOf(joinRecords(database, a, b, { ...deciding, reason }));
  assert.deepEqual(join(ours, 'nobody'), ['record-unknown']);
  assert.deepEqual(join('nobody', 'no one'), ['record-unknown', 'record-unknown']);
  assert.deepEqual(join(ours, ours), ['record-same']);
  assert.deepEqual(join(ours, road!.ocid), ['record-registers']);
  assert.deepEqual(join(ours, theirs, '  '), ['decision-reason']);
  const part = (id: number, reason = 'x') => codesOf(partNotice(database, id, { ...deciding, reason }));
  assert.deepEqual(part(7), ['notice-unknown']);
  assert.deepEqual(part(road!.id), ['notice-alone']);
  assert.deepEqual(part(clarified!.id), ['notice-amends']);
  assert.deepEqual(part(road!.id, ''), ['decision-reason', 'notice-alone']);
  assert.deepEqual(everything(database), before);
  insist(joinRecords(database, theirs, ours, deciding));
  assert.deepEqual(join(theirs, ours), ['record-joined']);
  assert.deepEqual(join(ours, theirs), ['record-joined']);
});

test('the record of a release changes by a decision alone, and decisions stay', () => {
  const { database, ours, theirs } = twoRecords();
  const refused = (sql: string) =>
    assert.throws(() => database.handle.exec(sql), /append-only|moves what is there|joined/);
  const move = (from: string, to: string) => `UPDATE releases SET ocid = '${to}' WHERE ocid = '${from}'`;
  refused(move(theirs, ours));
  insist(joinRecords(database, theirs, ours, deciding));
  const { id } = releasesOf(database, ours)[1]!;
  refused(move(ours, theirs));
  refused(`UPDATE releases SET content = '{}' WHERE id = ${id}`);
  refused('DELETE FROM link_decisions');
  refused("UPDATE link_decisions SET reason = ''");
  refused('DELETE FROM moved_releases');
  refused(`INSERT INTO moved_releases VALUES (${releasesOf(database, ours)[0]!.id}, 1)`);
  refused(
    `INSERT INTO releases SELECT 1, 99, '${theirs}', register, kind, 'k', 0, NULL, content, hash, 0 FROM releases LIMIT 1`,
  );
  assert.equal(findRelease(database, id)!.ocid, ours);
});

/** Derived tables, apart from the numbers by which readers of the index go on. */
const DERIVED = {
  records: '*',
  record_keys: '*',
  record_marks: '*',
  doubtful_links: '*',
  record_links: '*',
  record_facets: '*',
  parties: '*',
  party_names: '*',
  party_roles: '*',
  verdicts: '*',
  search_rows: 'id, ocid, register, kind, region, unit, stage, deadline, amount',
  search_codes: '*',
};

function everything(database: Database): Record<string, string[]> {
  const counts = 'SELECT * FROM facet_counts WHERE records > 0';
  return Object.fromEntries(
    [
      ...Object.entries(DERIVED).map(([table, columns]) => [table, `SELECT ${columns} FROM ${table}`] as const),
      ['facet_counts', counts] as const,
      ['link_decisions', 'SELECT * FROM link_decisions'] as const,
      ['releases', 'SELECT * FROM releases'] as const,
    ].map(([table, sql]) => [
      table,
      database
        .all(sql)
        .filter((row) => (row as { id?: unknown }).id !== 0)
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
}

function tablesNaming(database: Database, ocid: string): string[] {
  return Object.entries(everything(database)).flatMap(([table, rows]) =>
    table !== 'link_decisions' && rows.some((row) => row.includes(ocid)) ? [table] : [],
  );
}

function assertSameAfterRebuild(database: Database): void {
  const before = everything(database);
  rebuild(database);
  assert.deepEqual(everything(database), before);
}
