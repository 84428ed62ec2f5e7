import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createUnit, changeUnit } from '../../src/accounts/units/unit.ts';
import { operator } from '../../src/accounts/officers/officer.ts';
import type { Actor } from '../../src/accounts/permissions.ts';
import { Database } from '../../src/database/database.ts';
import { listDrafts, recentOf, statesOf, unreviewedOf } from '../../src/notices/drafts/desk.ts';
import { noticeHash, type DraftContent } from '../../src/notices/drafts/draft.ts';
import {
  publishDraft,
  publishDue,
  publishUnreviewed,
  scheduleDraft,
  unscheduleDraft,
} from '../../src/notices/drafts/issue.ts';
import { approveDraft, checkDraft, draftWarnings, submitDraft } from '../../src/notices/drafts/review.ts';
import { findDraft } from '../../src/notices/drafts/storage.ts';
import { discardTemplate, saveTemplate, templatesOf } from '../../src/notices/drafts/templates/template.ts';
import { saveDraft, startDraft } from '../../src/notices/drafts/write.ts';
import { publish } from '../../src/notices/publish.ts';
import { findRelease, releasesOf } from '../../src/notices/storage.ts';
import { codes, DAY, NOW, value } from '../accounts/world.ts';
import { verdictsOfDraft } from '../../src/notices/drafts/judgement.ts';
import { approved, grant, issued, office, started } from './drafts-world.ts';

test('what comes over an edge can say only what an officer writes', () => {
  const house = office();
  const { database, author } = house;
  const foreign = issued(house);
  const draft = started(house);
  const smuggled = {
    ...grant,
    id: 'x',
    register: 'construction',
    kind: 'withdrawal',
    unit: { name: '某部' },
    amends: foreign.sourceKey,
    ocid: foreign.ocid,
    ocds: {},
    publishedAt: 0,
    unreviewed: true,
    redaction: { at: 0, reason: '' },
    remarks: [],
    attachments: [{ name: '别人的.pdf', sha256: 'b'.repeat(64) }],
    number: '甲',
  };
  const saved = value(saveDraft(database, author, draft.id, draft.version, smuggled as DraftContent, NOW));
  assert.deepEqual(saved.content, { ...grant, number: '甲' });
});

test('the hash that was approved can be computed again from the release', () => {
  const house = office();
  const draft = approved(house);
  const release = findRelease(
    house.database,
    value(publishDraft(house.database, house.issuer, draft.id, NOW)).release!,
  )!;
  assert.equal(noticeHash(release.content), draft.approvedHash);
  const emergency = started(house, { ...grant, project: { code: 'TS-TD-2026-099', name: '2026-99号宗地' } });
  const unreviewed = value(publishUnreviewed(house.database, house.issuer, emergency.id, '山洪险情', NOW));
  assert.equal(noticeHash(findRelease(house.database, unreviewed.release!)!.content), unreviewed.hash);
});

test('a unit that is renamed after the approval publishes under a name that somebody approved', () => {
  const house = office();
  const { database } = house;
  const draft = approved(house);
  value(
    changeUnit(
      database,
      operator(NOW),
      house.land,
      { name: '天水市某自然资源和规划局', region: '620500', registers: [{ register: 'land', part: 'lead' }] },
      NOW,
    ),
  );
  assert.deepEqual(codes(publishDraft(database, house.issuer, draft.id, NOW)), ['changed-meanwhile']);
});

test('a natural person’s name is in the draft until it is issued, and nowhere after', () => {
  const house = office();
  const { database } = house;
  const parcel = {
    parcel: '2026-9号',
    location: '秦州区某路',
    area: 0.02,
    use: '城镇住宅',
    dealPrice: '12万元',
    transferee: { name: '丁戊己', person: true },
  };
  const draft = value(startDraft(database, house.author, { register: 'land', kind: 'deal' }, NOW));
  const content = {
    title: '2026-9号宗地成交公示：丁戊己',
    project: { code: 'TS-TD-2026-009', name: '2026-9号宗地' },
    region: '620502',
    reason: '出让公告发布在旧网站。',
    fields: { parcels: [parcel] },
  };
  const saved = value(saveDraft(database, house.author, draft.id, draft.version, content, NOW));
  const missing = checkDraft(database, saved, NOW).map(({ path }) => path!.replace('fields.', ''));
  const whole = {
    ...content,
    fields: {
      ...content.fields,
      ...Object.fromEntries(
        missing.map((name) => [
          name,
          /On$|From$|Until$/.test(name) ? '2026-11-24' : name === 'method' ? 'listing' : '天水市某自然资源局',
        ]),
      ),
    },
  };
  value(saveDraft(database, house.author, draft.id, saved.version, whole, NOW));
  value(publishUnreviewed(database, house.issuer, draft.id, '演示', NOW));
  for (const { name } of database.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search\\_tokens%' ESCAPE '\\'",
  )) {
    assert.ok(!JSON.stringify(database.all(`SELECT * FROM "${name}"`)).includes('丁戊己'), name);
  }
});

test('a clash brings both texts back; the same save sent twice is one', () => {
  const house = office();
  const { database, author } = house;
  const draft = started(house);
  const first = value(saveDraft(database, author, draft.id, draft.version, { ...grant, number: '甲' }, NOW));
  assert.equal(
    value(saveDraft(database, author, draft.id, draft.version, { ...grant, number: '甲' }, NOW)).version,
    first.version,
    'the answer was lost',
  );
  const { clash } = saveDraft(database, author, draft.id, draft.version, { ...grant, number: '乙' }, NOW);
  assert.deepEqual(
    [clash!.theirs.content.number, clash!.yours.number, findDraft(database, draft.id)!.content.number],
    ['甲', '乙', '甲'],
  );
});

test('a mistake seen before the hour is mended once whoever saw it has taken the notice back', () => {
  const house = office();
  const { database } = house;
  const draft = value(scheduleDraft(database, house.issuer, approved(house).id, NOW + DAY, NOW));
  const mend = (version: number) =>
    saveDraft(database, house.author, draft.id, version, { ...grant, number: '改' }, NOW);
  assert.deepEqual(codes(mend(draft.version)), ['wrong-state']);
  const back = value(unscheduleDraft(database, house.author, draft.id, NOW));
  value(mend(back.version));
  assert.equal(publishDue(database, NOW + DAY), 0);
  assert.deepEqual(
    [findDraft(database, draft.id)!.state, findDraft(database, draft.id)!.scheduledFor],
    ['draft', null],
  );
});

test('of two corrections of one notice the second begins from the first', () => {
  const house = office();
  const { database, author } = house;
  const first = issued(house);
  const begun = [1, 2].map(() =>
    value(startDraft(database, author, { register: 'land', kind: 'grant', from: { correct: first.id } }, NOW)),
  );
  const [one, two] = begun.map((draft, n) =>
    value(
      saveDraft(database, author, draft.id, draft.version, { ...draft.content, number: `${n}`, reason: '有误' }, NOW),
    ),
  );
  for (const draft of [one!, two!]) {
    value(submitDraft(database, author, draft.id, NOW));
    value(approveDraft(database, house.reviewer, draft.id, draft.hash, NOW));
  }
  value(publishDraft(database, house.issuer, one!.id, NOW));
  assert.deepEqual(codes(publishDraft(database, house.issuer, two!.id, NOW)), ['no-longer-current']);
  assert.deepEqual(
    codes(startDraft(database, author, { register: 'land', kind: 'withdrawal', from: { amend: first.id } }, NOW)),
    ['no-longer-current'],
  );
  assert.equal(releasesOf(database, first.ocid).length, 2);
});

test('a withdrawal may say why at once, and carries title, project and region of what it takes back', () => {
  const house = office();
  const release = issued(house);
  const draft = value(
    startDraft(
      house.database,
      house.author,
      { register: 'land', kind: 'withdrawal', from: { amend: release.id, reason: '规划条件有误' } },
      NOW,
    ),
  );
  assert.deepEqual(draft.content, {
    title: '2026-32号宗地撤回公告',
    project: grant.project,
    region: '620502',
    reason: '规划条件有误',
    fields: {},
  });
  assert.deepEqual(checkDraft(house.database, draft, NOW), []);
});

test('the next notice of a record takes over what both say, but not the dates', () => {
  const house = office();
  const release = issued(house);
  const { content } = value(
    startDraft(house.database, house.author, { register: 'land', kind: 'regrant', from: { follow: release.id } }, NOW),
  );
  assert.deepEqual(
    [content.project, content.fields!['salePlace'], content.fields!['applicationDeadline'], content.title],
    [grant.project, '网上', undefined, '2026-32号宗地重新出让公告'],
  );
});

test('who took over the duties of a unit corrects its notices', () => {
  const house = office();
  const { database } = house;
  const successor = value(
    createUnit(
      database,
      operator(NOW),
      { name: '天水市某新局', region: '620500', registers: [{ register: 'land', part: 'lead' }] },
      NOW,
    ),
  );
  const release = issued(house);
  const heir: Actor = house.actor(house.officer('heir', successor.id, ['author']));
  const correct = () =>
    startDraft(database, heir, { register: 'land', kind: 'grant', from: { correct: release.id } }, NOW);
  assert.deepEqual(codes(correct()), ['not-your-notice']);
  value(
    changeUnit(
      database,
      operator(NOW),
      house.land,
      {
        name: '天水市某自然资源局',
        region: '620500',
        registers: [{ register: 'land', part: 'lead' }],
        successor: successor.id,
        ended: true,
      },
      NOW,
    ),
  );
  assert.ok(correct().ok);
});

test('a template is of one kind and one unit', () => {
  const house = office();
  const { database, author } = house;
  const template = value(saveTemplate(database, author, started(house).id, '工业用地挂牌', NOW));
  assert.deepEqual(
    templatesOf(database, author, NOW).map(({ name }) => name),
    ['工业用地挂牌'],
  );
  assert.deepEqual(
    value(startDraft(database, author, { register: 'land', kind: 'grant', from: { template: template.id } }, NOW))
      .content,
    grant,
  );
  assert.deepEqual(
    codes(startDraft(database, author, { register: 'land', kind: 'regrant', from: { template: template.id } }, NOW)),
    ['template-unknown'],
  );
  assert.deepEqual(
    [templatesOf(database, house.stranger, NOW), codes(discardTemplate(database, house.stranger, template.id, NOW))],
    [[], ['hidden']],
  );
  value(discardTemplate(database, author, template.id, NOW));
  assert.deepEqual(templatesOf(database, author, NOW), []);
});

test('everything that is wrong is told at once, above and below; doubtful codes warn', () => {
  const house = office();
  const draft = started(house, {
    title: '出让',
    project: { name: '某地', dealCode: '123' },
    region: '620502',
    firstPublished: { medium: '' },
    fields: { grantor: { name: '天水市某局', code: '91620500MA00000000' } },
  } as DraftContent);
  const paths = checkDraft(house.database, draft, NOW).map(({ path }) => path);
  assert.ok(paths.includes('firstPublished.medium'));
  assert.deepEqual(
    draftWarnings(draft).map(({ code, path }) => `${code} ${path}`),
    ['code-shape project.dealCode', 'check-digit fields.grantor.code'],
  );
});

test('who only administers a unit, or holds a token for another register, sees no drafts of it', () => {
  const house = office();
  const { database } = house;
  started(house);
  const administrator = house.actor(house.officer('unit-admin', house.land, ['unitAdministrator']));
  assert.deepEqual(
    [listDrafts(database, administrator, {}), statesOf(database, administrator), recentOf(database, administrator, 9)],
    [[], {}, []],
  );
  const token: Actor = { ...house.author, token: 't1', registers: ['mining'] };
  assert.deepEqual(listDrafts(database, token, {}), []);
  assert.equal(listDrafts(database, house.author, {}).length, 1);
});

test('a machine drafts and submits, and goes no further', () => {
  const house = office();
  const { database } = house;
  const machine: Actor = { ...house.author, token: 't1' };
  const draft = started({ ...house, author: machine });
  value(submitDraft(database, machine, draft.id, NOW));
  const everything: Actor = { ...machine, id: 'o-issuer', roles: ['author', 'reviewer', 'issuer'] };
  assert.deepEqual(codes(approveDraft(database, everything, draft.id, draft.hash, NOW)), ['forbidden']);
  assert.deepEqual(codes(publishUnreviewed(database, everything, draft.id, '急', NOW)), ['forbidden']);
});

test('emergencies are counted, for the unit and for auditors', () => {
  const house = office();
  value(publishUnreviewed(house.database, house.issuer, started(house).id, '山洪险情', NOW));
  const auditor = house.actor(house.officer('auditor', null, ['auditor']));
  assert.deepEqual(
    [house.author, house.stranger, auditor].map((actor) => unreviewedOf(house.database, actor)),
    [1, 0, 1],
  );
});

for (const project of [{ code: 'TS-1', name: '某宗地' }, { name: '某宗地工业用地' }]) {
  test(`a result is judged with the notices of its record, however that is found, and a rule to be verified asks no reason: ${JSON.stringify(project)}`, () => {
    const { database, author } = office();
    const offer = {
      ...grant.fields,
      applicationDeadline: '2026-10-10 17:00',
      listingFrom: '2026-09-30 09:00',
      listingUntil: '2026-10-12 10:00',
    };
    const published = publish(
      database,
      {
        id: 'g1',
        register: 'land',
        kind: 'grant',
        title: '2026-32号宗地出让公告',
        project: 'code' in project ? project : {},
        region: '620502',
        unit: { name: '天水市某自然资源局' },
        publishedAt: '2026-09-08 09:00',
        fields: offer,
      },
      { actor: 'import', now: NOW },
    );
    assert.equal(published.status, 'published', JSON.stringify(published));
    const draft = value(startDraft(database, author, { register: 'land', kind: 'deal' }, NOW));
    const [parcel] = grant.fields!['parcels'] as Record<string, unknown>[];
    const { parcel: number, location, area, use, term } = parcel!;
    const fields = {
      grantor: '天水市某自然资源局',
      method: 'listing',
      dealtOn: '2026-10-12',
      parcels: [
        { parcel: number, location, area, use, term, dealPrice: '25万元/亩', transferee: '甘肃某制造有限公司' },
      ],
    };
    const content: DraftContent = { title: '2026-32号宗地成交公示', project, region: '620502', fields };
    const saved = value(saveDraft(database, author, draft.id, draft.version, content, NOW));
    const late = verdictsOfDraft(database, saved, NOW).filter(({ verdict }) => verdict === 'broken');
    assert.deepEqual(
      late.map(({ rule }) => rule),
      ['L4'],
    );
    assert.deepEqual(codes(submitDraft(database, author, draft.id, NOW)), []);
  });
}

test('if anything of an issue fails, nothing of it has happened', () => {
  const house = office();
  const { database } = house;
  const draft = approved(house);
  const rows = () =>
    ['releases', 'records', 'events', 'search_rows', 'party_roles'].map(
      (table) => database.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)!.n,
    );
  const before = rows();
  database.handle.exec(
    "CREATE TEMP TRIGGER power_cut BEFORE INSERT ON main.events WHEN NEW.act = 'notice.publish' BEGIN SELECT RAISE(ABORT, 'power cut'); END",
  );
  assert.throws(() => publishDraft(database, house.issuer, draft.id, NOW), /power cut/);
  assert.deepEqual([rows(), findDraft(database, draft.id)!.state], [before, 'approved']);
  database.handle.exec('DROP TRIGGER power_cut');
  assert.equal(value(publishDraft(database, house.issuer, draft.id, NOW)).state, 'published');
});

test('two processes that issue the same draft at the same time issue it once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-drafts-'));
  try {
    const house = office();
    const draft = approved(house);
    house.database.handle.exec(`VACUUM INTO '${join(folder, 'x.sqlite')}'`);
    const [one, two] = [new Database(join(folder, 'x.sqlite')), new Database(join(folder, 'x.sqlite'))];
    const results = [publishDraft(one, house.issuer, draft.id, NOW), publishDraft(two, house.issuer, draft.id, NOW)];
    assert.deepEqual(results.map(codes), [[], ['wrong-state']]);
    assert.equal(two.get<{ n: number }>('SELECT count(*) AS n FROM releases')!.n, 1);
    one.close();
    two.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the database itself lets nothing out that was not approved, and forgets nobody who wrote', () => {
  const house = office();
  const { database } = house;
  const draft = approved(house);
  const release = publish(
    database,
    { id: 'z', register: 'land', kind: 'plan', title: '计划', publishedAt: NOW, firstPublished: { medium: '某处' } },
    { actor: 'import', now: NOW },
  );
  assert.ok(release.status === 'published');
  const sql =
    (text: string, ...values: (string | number)[]) =>
    () =>
      database.run(text, ...values);
  assert.throws(sql("UPDATE drafts SET content = '{}' WHERE id = ?", draft.id), /one exact text/);
  assert.throws(
    sql(
      'UPDATE drafts SET state = \'published\', "release" = ?, unreviewed_reason = ? WHERE id = ?',
      release.id,
      '急',
      draft.id,
    ),
    /says so/,
  );
  assert.throws(sql('UPDATE drafts SET author = ? WHERE id = ?', house.issuer.id, draft.id), /keeps its author/);
  assert.throws(
    sql('INSERT INTO draft_editors (draft, officer) VALUES (?, ?)', draft.id, house.reviewer.id),
    /nobody reviews/,
  );
  assert.throws(sql('DELETE FROM draft_editors'), /remembered/);
  const open = started(house);
  assert.throws(
    sql(
      `UPDATE drafts SET state = 'published', "release" = ?, reviewer = ?, approved_hash = hash WHERE id = ?`,
      release.id,
      house.reviewer.id,
      open.id,
    ),
    /was approved/,
  );
  assert.throws(
    sql(
      "INSERT INTO drafts (id, unit, register, kind, author, state, version, title, content, hash, started_at, saved_at, saved_by, reviewer, approved_hash) VALUES ('n', ?, 'land', 'grant', ?, 'approved', 1, '', '{}', 'h', 0, 0, '', ?, 'h')",
      house.land,
      house.author.id,
      house.reviewer.id,
    ),
    /begins as a draft/,
  );
});
