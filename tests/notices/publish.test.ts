import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../../src/database/database.ts';
import { publish, publishBatch } from '../../src/notices/publish.ts';
import { rebuild } from '../../src/notices/rebuild.ts';
import { releaseText } from '../../src/notices/search-document.ts';
import { stateOf } from '../../src/views/record/state.ts';
import { partyId } from '../../src/parties/party.ts';
import { findRecord, findReleases, releasesOf } from '../../src/notices/storage.ts';
import { embeddedEngine } from '../../src/search/embedded-engine.ts';
import {
  NOW,
  awardNotice,
  candidateNotice,
  clarificationNotice,
  correctedAward,
  emptyHouse,
  published,
  refusedCodes,
  tenderNotice,
  withdrawalOf,
} from '../stories/lakeside-road.ts';

test('the notices of one project make one record that says the newest fact', () => {
  const database = emptyHouse();
  const outcomes = published(database, tenderNotice, clarificationNotice, candidateNotice, awardNotice);
  assert.equal(new Set(outcomes.map(({ ocid }) => ocid)).size, 1);
  const record = findRecord(database, outcomes[0]!.ocid)!;
  assert.equal(record.stage, 'award');
  assert.equal(record.title, '湖滨路改造工程施工');
  assert.equal(record.amount, 3_215_400_000);
  assert.equal(record.deadline, Date.parse('2026-10-08T10:00:00+08:00'), 'the clarification moved the deadline');
  assert.equal(record.releases, 4);
  const winner = record.compiled.parties!.find(({ name }) => name === '天水某建设有限公司')!;
  assert.deepEqual(winner.roles, ['candidate', 'supplier']);
});

test('a notice without a code joins its project by title, whatever kind of notice the title names', () => {
  const database = emptyHouse();
  const [first] = published(database, tenderNotice);
  const [second] = published(database, {
    ...awardNotice,
    id: 'uncoded',
    project: {},
    firstPublished: { medium: '某平台' },
  });
  assert.equal(second!.ocid, first!.ocid);
});

test('two projects of one title with different codes stay apart', () => {
  const database = emptyHouse();
  const [first, second] = published(database, tenderNotice, {
    ...tenderNotice,
    id: 'other-year',
    project: { ...tenderNotice.project, code: 'TS-GC-2027-0001' },
  });
  assert.notEqual(first!.ocid, second!.ocid);
});

test('a restated award replaces the first in the record and strikes it in the line', () => {
  const database = emptyHouse();
  const outcomes = published(database, tenderNotice, awardNotice, correctedAward);
  assert.equal(findRecord(database, outcomes[0]!.ocid)!.amount, 3_214_500_000);
  assert.deepEqual(stagesInSearch(database), ['award', 'amended', 'award']);
});

test('restating an old notice does not turn the record back', () => {
  const database = emptyHouse();
  const [first] = published(database, tenderNotice, awardNotice);
  published(database, { ...tenderNotice, id: 'restated', amends: 'lakeside-1', publishedAt: '2026-11-01 09:00' });
  assert.equal(findRecord(database, first!.ocid)!.stage, 'award');
});

test('a withdrawn notice no longer speaks in the record, and is not removed', () => {
  const database = emptyHouse();
  const [first] = published(database, tenderNotice, awardNotice, withdrawalOf('lakeside-4'));
  const record = findRecord(database, first!.ocid)!;
  assert.equal(record.stage, 'tender');
  assert.equal(record.amount, 3_300_000_000);
  assert.equal(releasesOf(database, first!.ocid).length, 3);
});

test('a record of which everything was withdrawn says so', () => {
  const database = emptyHouse();
  const [first] = published(database, tenderNotice, withdrawalOf('lakeside-1'));
  assert.equal(findRecord(database, first!.ocid)!.stage, 'withdrawn');
});

test('the order of arrival does not change the record', () => {
  const inOrder = emptyHouse();
  const [first] = published(inOrder, tenderNotice, clarificationNotice, candidateNotice, awardNotice);
  const late = emptyHouse();
  published(late, tenderNotice, awardNotice);
  published(late, clarificationNotice);
  published(late, candidateNotice);
  assert.deepEqual(findRecord(late, first!.ocid)!.compiled, findRecord(inOrder, first!.ocid)!.compiled);
});

test('publishing the same again changes nothing; the same id with other words is refused', () => {
  const database = emptyHouse();
  published(database, tenderNotice);
  const before = snapshot(database);
  assert.deepEqual(refusedCodes(database, tenderNotice), ['unchanged']);
  assert.deepEqual(refusedCodes(database, { ...tenderNotice, title: '另一个题目' }), ['already-published id']);
  assert.deepEqual(snapshot(database), before);
});

test('a refused notice leaves no trace and does not hinder the others', () => {
  const database = emptyHouse();
  const outcomes = publishBatch(
    database,
    [tenderNotice, { ...tenderNotice, id: 'bad', kind: 'nothing' }, candidateNotice].map((input) => ({ input, at: 0 })),
    { actor: 'test', now: NOW },
  );
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['published', 'refused', 'published'],
  );
  assert.equal(database.get<{ n: number }>('SELECT count(*) AS n FROM releases')!.n, 2);
});

test('a refusal says what is wrong and where', () => {
  const database = emptyHouse();
  const { bidDeadline: _, ...fields } = tenderNotice.fields!;
  assert.deepEqual(refusedCodes(database, { ...tenderNotice, fields }), ['missing fields.bidDeadline']);
  assert.deepEqual(
    refusedCodes(database, { ...tenderNotice, fields: { ...tenderNotice.fields, bidDeadline: '29日' } }),
    ['not-an-instant fields.bidDeadline'],
  );
  assert.deepEqual(
    refusedCodes(database, { ...tenderNotice, fields: { ...tenderNotice.fields, ceilingPrice: '三千万' } }),
    ['not-money fields.ceilingPrice'],
  );
  assert.deepEqual(refusedCodes(database, { ...tenderNotice, fields: { ...tenderNotice.fields, extra: 1 } }), [
    'unknown-field fields.extra',
  ]);
  assert.deepEqual(refusedCodes(database, { ...tenderNotice, register: 'fish' }), ['unknown-register register']);
  assert.deepEqual(refusedCodes(database, { ...tenderNotice, publishedAt: '2036-01-01' }), [
    'in-the-future publishedAt',
  ]);
  assert.deepEqual(refusedCodes(database, { ...awardNotice, amends: 'nobody' }), ['amends-unknown amends']);
  assert.deepEqual(refusedCodes(database, { ...withdrawalOf('x'), amends: undefined }), ['amends-missing amends']);
  assert.deepEqual(refusedCodes(database, 'not a notice').length, 1);
});

test('a reprint may lack what the first publication must say', () => {
  const database = emptyHouse();
  const [outcome] = published(database, {
    ...tenderNotice,
    fields: {},
    firstPublished: { medium: '甘肃省公共资源交易网' },
  });
  assert.equal(outcome!.status, 'published');
});

test('rebuilding every projection gives the same records, parties and search results, byte for byte', async () => {
  const database = emptyHouse();
  published(database, awardNotice);
  published(database, tenderNotice, clarificationNotice);
  published(database, correctedAward, candidateNotice);
  published(database, withdrawalOf('lakeside-3'));
  const before = snapshot(database);
  const found = await foundWith(database, '湖滨路');
  assert.equal(rebuild(database), 6);
  assert.deepEqual(snapshot(database), before);
  assert.deepEqual(await foundWith(database, '湖滨路'), found);
});

test('a dry run goes through everything and keeps nothing', () => {
  const database = emptyHouse();
  const before = snapshot(database);
  const [outcome] = publishBatch(database, [{ input: tenderNotice, at: 1 }], { actor: 'test', now: NOW, dryRun: true });
  assert.equal(outcome!.status, 'published');
  assert.deepEqual(snapshot(database), before);
});

test('a natural person and an identity number are masked before anything is stored', () => {
  const database = emptyHouse();
  published(database, {
    ...awardNotice,
    body: '中标人：赵明，身份证号 620502198001011234，收款账号：6222021234567890123。',
    fields: { procuringEntity: '天水市某建设管理中心', awards: [{ supplier: { name: '赵明', person: true } }] },
  });
  const everything = JSON.stringify(database.all('SELECT * FROM releases')) + JSON.stringify(snapshot(database));
  for (const secret of ['赵明', '620502198001011234', '6222021234567890123'])
    assert.ok(!everything.includes(secret), secret);
  assert.ok(everything.includes('赵*'));
});

test('the state of a record follows from its dates and the day it is asked', () => {
  const database = emptyHouse();
  const [first] = published(database, tenderNotice);
  const record = findRecord(database, first!.ocid)!;
  const at = (text: string) => stateOf(record, Date.parse(text));
  assert.deepEqual(at('2026-09-20T10:00:00+08:00'), { code: 'tender', tone: 'open', days: 9 });
  assert.deepEqual(at('2026-09-28T18:00:00+08:00'), { code: 'tender', tone: 'closing', days: 1 });
  assert.deepEqual(at('2026-09-29T10:01:00+08:00'), { code: 'closed', tone: 'ended' });
});

function snapshot(database: Database): unknown {
  return {
    records: database.all('SELECT * FROM records ORDER BY ocid'),
    keys: database.all('SELECT * FROM record_keys ORDER BY key'),
    facets: database.all('SELECT * FROM record_facets ORDER BY register, facet, value, ocid'),
    parties: database.all('SELECT * FROM parties ORDER BY id'),
    names: database.all('SELECT * FROM party_names ORDER BY party, name'),
    roles: database.all('SELECT * FROM party_roles ORDER BY party, ocid, role'),
    rows: database.all(
      'SELECT id, ocid, register, kind, region, unit, stage, deadline, amount FROM search_rows WHERE id > 0 ORDER BY id',
    ),
    codes: database.all('SELECT * FROM search_codes ORDER BY code, id'),
  };
}

function foundWith(database: Database, q: string): Promise<unknown> {
  const engine = embeddedEngine(
    database,
    (ids) => new Map(findReleases(database, ids).map((release) => [release.id, releaseText(release)])),
  );
  return engine.search({ q, filters: {}, sort: 'newest', limit: 50, facets: true, now: NOW });
}

function stagesInSearch(database: Database): string[] {
  return database
    .all<{ stage: string }>('SELECT stage FROM search_rows WHERE id > 0 ORDER BY id')
    .map(({ stage }) => stage);
}

test('a notice of another register is not amended, whatever it says', () => {
  const database = emptyHouse();
  published(database, tenderNotice);
  const outcome = publish(
    database,
    {
      ...awardNotice,
      register: 'procurement',
      kind: 'withdrawal',
      id: 'elsewhere',
      amends: tenderNotice.id,
      reason: '误发',
      fields: {},
    },
    { actor: 'test', now: NOW },
  );
  assert.deepEqual(outcome.status === 'refused' && outcome.refusals.map(({ code }) => code), ['amends-elsewhere']);
});

test('what changed a notice falls with it when it is withdrawn', () => {
  const database = emptyHouse();
  const plan = {
    ...awardNotice,
    id: 'plan',
    kind: 'plan',
    title: '湖滨路改造工程施工招标计划',
    publishedAt: '2026-08-01 09:00',
    firstPublished: { medium: '某网' },
    fields: {},
  };
  const { ocid } = published(database, plan, tenderNotice, clarificationNotice)[0]!;
  assert.notEqual(findRecord(database, ocid)!.deadline, null);
  published(database, {
    ...awardNotice,
    id: 'withdrawal',
    kind: 'withdrawal',
    title: '撤回',
    publishedAt: '2026-09-25 09:00',
    amends: tenderNotice.id,
    reason: '误发',
    fields: {},
  });
  const record = findRecord(database, ocid)!;
  assert.deepEqual([record.stage, record.deadline], ['planning', null]);
});

test('the sum of a consortium is credited to none of its members', () => {
  const database = emptyHouse();
  const members = ['天水某建设有限公司', '甘肃某设计院有限公司'];
  published(database, {
    ...awardNotice,
    fields: {
      ...awardNotice.fields,
      awards: [{ supplier: members[0], members: [members[1]], awardPrice: '32,154,000.00元' }],
    },
  });
  const won = (name: string) =>
    database.all<{ amount: number | null }>(
      "SELECT amount FROM party_roles WHERE role = 'supplier' AND party = ?",
      partyId(name),
    );
  for (const name of members)
    assert.deepEqual(
      won(name).map(({ amount }) => amount),
      [null],
      name,
    );
});

test('a word that a page breaks by spaces, marks or the end of a line is found whole', async () => {
  const database = emptyHouse();
  published(database, {
    ...tenderNotice,
    body: '采 购 范 围：道路**绿化**工程，含行道\n树种植。\n\n另见附件。',
  });
  const engine = embeddedEngine(
    database,
    (ids) => new Map(findReleases(database, ids).map((release) => [release.id, releaseText(release)])),
    { clock: () => 0 },
  );
  for (const q of ['采购范围', '绿化工程', '行道树种植']) {
    const { total } = await engine.search({
      q,
      filters: {},
      sort: 'best',
      limit: 5,
      facets: false,
      collapse: true,
      now: NOW,
    });
    assert.equal(total, 1, q);
  }
});
