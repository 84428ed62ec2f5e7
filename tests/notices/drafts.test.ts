import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Actor } from '../../src/accounts/permissions.ts';
import { Database } from '../../src/database/database.ts';
import { listDrafts, tasksOf } from '../../src/notices/drafts/desk.ts';
import {
  publishDraft,
  publishDue,
  publishUnreviewed,
  scheduleDraft,
  unscheduleDraft,
} from '../../src/notices/drafts/issue.ts';
import { approveDraft, checkDraft, returnDraft, submitDraft } from '../../src/notices/drafts/review.ts';
import { STATES, STEPS, type Step } from '../../src/notices/drafts/status.ts';
import { findRemarks } from '../../src/notices/drafts/remarks/storage.ts';
import { findDraft } from '../../src/notices/drafts/storage.ts';
import { attachToDraft, discardDraft, saveDraft, startDraft } from '../../src/notices/drafts/write.ts';
import type { Draft } from '../../src/notices/drafts/draft.ts';
import { publish } from '../../src/notices/publish.ts';
import { findRecord, findRelease, releasesOf } from '../../src/notices/storage.ts';
import type { Result } from '../../src/values/result.ts';
import { codes, DAY, MINUTE, NOW, value } from '../accounts/world.ts';
import { approved, grant, office, started, type Office } from './drafts-world.ts';

test('a notice is written, reviewed by another, issued, and public', () => {
  const house = office();
  const issued = value(publishDraft(house.database, house.issuer, approved(house).id, NOW));
  const release = findRelease(house.database, issued.release!)!;
  assert.deepEqual(
    [release.content.title, release.content.unit, release.publishedAt, release.content.unreviewed],
    ['2026-32号宗地出让公告', { name: '天水市某自然资源局' }, NOW, undefined],
  );
  assert.equal(findRecord(house.database, release.ocid)!.stage, 'tender');
});

test('an unfinished draft is kept, and told what it lacks; it cannot be submitted', () => {
  const house = office();
  const draft = started(house, { title: '半截' });
  assert.deepEqual(findDraft(house.database, draft.id)!.content, { title: '半截' });
  const open = checkDraft(house.database, draft, NOW).map(({ path }) => path);
  for (const path of ['project.name', 'region', 'fields.parcels', 'fields.grantor'])
    assert.ok(open.includes(path), path);
  assert.deepEqual(
    codes(submitDraft(house.database, house.author, draft.id, NOW)),
    checkDraft(house.database, draft, NOW).map(({ code }) => code),
  );
});

test('nobody reviews or issues what they wrote, whatever offices they hold', () => {
  const house = office();
  const all = house.actor(house.officer('all', house.land, ['author', 'reviewer', 'issuer']));
  const draft = started({ ...house, author: all });
  value(submitDraft(house.database, all, draft.id, NOW));
  assert.deepEqual(codes(approveDraft(house.database, all, draft.id, draft.hash, NOW)), ['forbidden']);
  value(approveDraft(house.database, house.reviewer, draft.id, draft.hash, NOW));
  assert.deepEqual(codes(publishDraft(house.database, all, draft.id, NOW)), ['forbidden']);
});

test('a second author who wrote in a draft cannot review it, in the database either', () => {
  const house = office();
  const second = house.actor(house.officer('second', house.land, ['author', 'reviewer']));
  const draft = started(house);
  const again = value(saveDraft(house.database, second, draft.id, draft.version, { ...grant, number: '1' }, NOW));
  value(submitDraft(house.database, house.author, draft.id, NOW));
  assert.deepEqual(codes(approveDraft(house.database, second, draft.id, again.hash, NOW)), ['forbidden']);
  const force = (reviewer: string) =>
    house.database.run(
      "UPDATE drafts SET state = 'approved', reviewer = ?, approved_hash = hash WHERE id = ?",
      reviewer,
      draft.id,
    );
  assert.throws(() => force(second.id), /nobody reviews what they wrote/);
  assert.throws(() => force(house.author.id), /CHECK|nobody/);
  assert.throws(() => house.database.run("UPDATE drafts SET state = 'approved' WHERE id = ?", draft.id), /CHECK/);
});

test('approval is of one exact text: another is refused, and a later change voids it', () => {
  const house = office();
  const draft = started(house);
  value(submitDraft(house.database, house.author, draft.id, NOW));
  assert.deepEqual(codes(approveDraft(house.database, house.reviewer, draft.id, 'another', NOW)), [
    'changed-meanwhile',
  ]);
  const seen = value(approveDraft(house.database, house.reviewer, draft.id, draft.hash, NOW)).version;
  assert.deepEqual(
    codes(saveDraft(house.database, house.author, draft.id, draft.version, { ...grant, number: '2' }, NOW)),
    ['clash'],
    'a form left open does not void it unseen',
  );
  const changed = value(saveDraft(house.database, house.author, draft.id, seen, { ...grant, number: '2' }, NOW));
  assert.deepEqual([changed.state, changed.reviewer, changed.approvedHash], ['draft', null, null]);
  assert.deepEqual(codes(publishDraft(house.database, house.issuer, draft.id, NOW)), ['wrong-state']);
});

test('a returned draft carries the remarks to its author', () => {
  const house = office();
  const draft = started(house);
  value(submitDraft(house.database, house.author, draft.id, NOW));
  assert.deepEqual(codes(returnDraft(house.database, house.reviewer, draft.id, [{ path: '', text: ' ' }], NOW)), [
    'remark-missing',
  ]);
  value(returnDraft(house.database, house.reviewer, draft.id, [{ path: 'fields.salePlace', text: '请写全地址' }], NOW));
  assert.deepEqual(
    findRemarks(house.database, draft.id).map(({ path, text }) => [path, text]),
    [['fields.salePlace', '请写全地址']],
  );
  assert.deepEqual(
    tasksOf(house.database, house.author).map(({ why }) => why),
    ['returned'],
  );
});

test('of two who save the same version the second is told, and nothing is lost', () => {
  const house = office();
  const draft = started(house);
  const first = value(saveDraft(house.database, house.author, draft.id, draft.version, { ...grant, title: '甲' }, NOW));
  assert.deepEqual(
    codes(saveDraft(house.database, house.author, draft.id, draft.version, { ...grant, title: '乙' }, NOW)),
    ['clash'],
  );
  assert.equal(findDraft(house.database, draft.id)!.title, '甲');
  assert.equal(
    value(saveDraft(house.database, house.author, draft.id, first.version, { ...grant, title: '乙' }, NOW)).title,
    '乙',
  );
});

test('files stay with a draft that is saved without naming them', () => {
  const house = office();
  const draft = started(house);
  value(
    attachToDraft(
      house.database,
      house.author,
      draft.id,
      { name: '宗地图.pdf', type: 'application/pdf', size: 9, sha256: 'a'.repeat(64) },
      NOW,
    ),
  );
  assert.deepEqual(
    value(saveDraft(house.database, house.author, draft.id, draft.version, grant, NOW)).content.attachments!.map(
      ({ name }) => name,
    ),
    ['宗地图.pdf'],
  );
});

test('another unit’s drafts are not there', () => {
  const house = office();
  const draft = approved(house);
  const tries = [
    saveDraft(house.database, house.stranger, draft.id, draft.version, grant, NOW),
    submitDraft(house.database, house.stranger, draft.id, NOW),
    returnDraft(house.database, house.stranger, draft.id, [{ path: '', text: '?' }], NOW),
    publishDraft(house.database, house.stranger, draft.id, NOW),
    scheduleDraft(house.database, house.stranger, draft.id, NOW + DAY, NOW),
    discardDraft(house.database, house.stranger, draft.id, NOW),
    publishDraft(house.database, house.stranger, 'd0', NOW),
  ];
  for (const tried of tries) assert.deepEqual(codes(tried), ['hidden']);
  assert.deepEqual(listDrafts(house.database, house.stranger, {}), []);
});

test('a unit writes only in the registers it answers for', () => {
  const house = office();
  assert.deepEqual(codes(startDraft(house.database, house.author, { register: 'construction', kind: 'tender' }, NOW)), [
    'forbidden',
  ]);
});

test('the platform’s administrator reads no draft, the auditor all and changes none', () => {
  const house = office();
  const draft = approved(house);
  const administrator = house.actor(house.officer('administrator', null, ['administrator']));
  const auditor = house.actor(house.officer('auditor', null, ['auditor']));
  assert.deepEqual(listDrafts(house.database, administrator, {}), []);
  assert.deepEqual(
    listDrafts(house.database, auditor, {}).map(({ id }) => id),
    [draft.id],
  );
  for (const who of [administrator, auditor]) assert.ok(!publishDraft(house.database, who, draft.id, NOW).ok);
});

test('to publish wants a fresh second factor', () => {
  const house = office();
  const later = NOW + 6 * MINUTE;
  assert.deepEqual(codes(publishDraft(house.database, house.issuer, approved(house).id, later)), ['stale']);
});

test('a scheduled notice comes out once, at its time, whichever process looks first', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-drafts-'));
  try {
    const house = office();
    const draft = approved(house);
    value(scheduleDraft(house.database, house.issuer, draft.id, NOW + DAY, NOW));
    house.database.handle.exec(`VACUUM INTO '${join(folder, 'x.sqlite')}'`);
    const [one, two] = [new Database(join(folder, 'x.sqlite')), new Database(join(folder, 'x.sqlite'))];
    assert.deepEqual(
      [publishDue(one, NOW + DAY - 1), publishDue(one, NOW + DAY), publishDue(two, NOW + DAY)],
      [0, 1, 0],
    );
    const issued = findDraft(two, draft.id)!;
    assert.deepEqual([issued.state, findRelease(two, issued.release!)!.publishedAt], ['published', NOW + DAY]);
    one.close();
    two.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a scheduled notice that the door refuses waits, with the reason, to be issued anew', () => {
  const house = office();
  const draft = approved(house);
  value(scheduleDraft(house.database, house.issuer, draft.id, NOW + DAY, NOW));
  publish(
    house.database,
    {
      id: `office:${draft.id}`,
      register: 'land',
      kind: 'plan',
      title: '占用',
      publishedAt: NOW,
      firstPublished: { medium: '某处' },
    },
    { actor: 'import', now: NOW },
  );
  assert.equal(publishDue(house.database, NOW + DAY), 0);
  const waiting = findDraft(house.database, draft.id)!;
  assert.deepEqual([waiting.state, waiting.trouble!.map(({ code }) => code)], ['approved', ['already-published']]);
  assert.deepEqual(
    tasksOf(house.database, house.issuer).map(({ why }) => why),
    ['refused'],
  );
});

test('a schedule can be taken back, and lies in the future', () => {
  const house = office();
  const draft = approved(house);
  assert.deepEqual(codes(scheduleDraft(house.database, house.issuer, draft.id, NOW, NOW)), ['in-the-past']);
  value(scheduleDraft(house.database, house.issuer, draft.id, NOW + DAY, NOW));
  assert.equal(value(unscheduleDraft(house.database, house.issuer, draft.id, NOW)).state, 'approved');
  assert.equal(publishDue(house.database, NOW + 2 * DAY), 0);
});

test('an emergency issue is marked for everybody, wants a reason, and only issuers may', () => {
  const house = office();
  const draft = started(house);
  assert.deepEqual(codes(publishUnreviewed(house.database, house.author, draft.id, '山洪', NOW)), ['forbidden']);
  assert.deepEqual(codes(publishUnreviewed(house.database, house.issuer, draft.id, ' ', NOW)), ['reason-missing']);
  const issued = value(publishUnreviewed(house.database, house.issuer, draft.id, '山洪险情', NOW));
  assert.equal(findRelease(house.database, issued.release!)!.content.unreviewed, true);
});

test('no import and no form can set the mark of an emergency, or do without it', () => {
  const house = office();
  const outcome = publish(
    house.database,
    {
      id: 'x',
      register: 'land',
      kind: 'plan',
      title: '计划',
      publishedAt: NOW,
      firstPublished: { medium: '某处' },
      unreviewed: true,
    },
    { actor: 'import', now: NOW },
  );
  assert.deepEqual(outcome.status === 'refused' && outcome.refusals.map(({ code }) => code), ['unknown-field']);
});

test('a correction restates the release with what is new, and shows which one it corrects', () => {
  const house = office();
  const first = value(publishDraft(house.database, house.issuer, approved(house).id, NOW));
  const draft = value(
    startDraft(
      house.database,
      house.author,
      { register: 'land', kind: 'grant', from: { correct: first.release! } },
      NOW + MINUTE,
    ),
  );
  assert.equal(draft.content.title, '2026-32号宗地出让公告');
  const content = { ...draft.content, title: '2026-32号宗地出让公告（更正）', reason: '面积有误' };
  const saved = value(saveDraft(house.database, house.author, draft.id, draft.version, content, NOW + MINUTE));
  value(submitDraft(house.database, house.author, draft.id, NOW + MINUTE));
  value(approveDraft(house.database, house.reviewer, draft.id, saved.hash, NOW + MINUTE));
  const second = value(publishDraft(house.database, house.issuer, draft.id, NOW + MINUTE));
  const release = findRelease(house.database, second.release!)!;
  assert.deepEqual([release.amends, releasesOf(house.database, release.ocid).length], [first.release, 2]);
});

test('a withdrawal names what it takes back and why; the record reads withdrawn', () => {
  const house = office();
  const first = value(publishDraft(house.database, house.issuer, approved(house).id, NOW));
  const draft = value(
    startDraft(
      house.database,
      house.author,
      { register: 'land', kind: 'withdrawal', from: { amend: first.release! } },
      NOW,
    ),
  );
  assert.ok(checkDraft(house.database, draft, NOW).some(({ path }) => path === 'reason'));
  const saved = value(
    saveDraft(
      house.database,
      house.author,
      draft.id,
      draft.version,
      { ...draft.content, title: '关于撤回的公告', reason: '规划条件有误' },
      NOW,
    ),
  );
  value(submitDraft(house.database, house.author, draft.id, NOW));
  value(approveDraft(house.database, house.reviewer, draft.id, saved.hash, NOW));
  const second = value(publishDraft(house.database, house.issuer, draft.id, NOW));
  assert.equal(findRecord(house.database, findRelease(house.database, second.release!)!.ocid)!.stage, 'withdrawn');
});

test('only who published a notice corrects it', () => {
  const house = office();
  const foreign = publish(
    house.database,
    {
      id: 'y',
      register: 'land',
      kind: 'plan',
      title: '某县计划',
      unit: { name: '某县自然资源局' },
      publishedAt: NOW,
      firstPublished: { medium: '某处' },
    },
    { actor: 'import', now: NOW },
  );
  assert.ok(foreign.status === 'published');
  assert.deepEqual(
    codes(
      startDraft(house.database, house.author, { register: 'land', kind: 'plan', from: { correct: foreign.id } }, NOW),
    ),
    ['not-your-notice'],
  );
});

test('what was published is not edited, by the program or in the database', () => {
  const house = office();
  const draft = value(publishDraft(house.database, house.issuer, approved(house).id, NOW));
  assert.deepEqual(codes(saveDraft(house.database, house.author, draft.id, draft.version, grant, NOW)), [
    'wrong-state',
  ]);
  assert.throws(() => house.database.run("UPDATE drafts SET title = 'x' WHERE id = ?", draft.id), /not edited/);
});

/** Every way through the acts, four steps deep beyond a submitted draft, by everybody of the unit. */
test('whatever is done in whatever order, nothing is public without two persons on the exact text, or the mark', () => {
  const acts: [Step, (house: Office, actor: Actor, draft: Draft) => Result<Draft>][] = [
    [
      'draft.write',
      ({ database }, actor, draft) =>
        saveDraft(database, actor, draft.id, draft.version, { ...draft.content, number: `${draft.version}` }, NOW),
    ],
    ['draft.submit', ({ database }, actor, { id }) => submitDraft(database, actor, id, NOW)],
    [
      'draft.return',
      ({ database }, actor, { id }) => returnDraft(database, actor, id, [{ path: '', text: '改' }], NOW),
    ],
    ['draft.approve', ({ database }, actor, { id, hash }) => approveDraft(database, actor, id, hash, NOW)],
    ['notice.publish', ({ database }, actor, { id }) => publishDraft(database, actor, id, NOW)],
    ['notice.publishUnreviewed', ({ database }, actor, { id }) => publishUnreviewed(database, actor, id, '急', NOW)],
  ];
  assert.ok(acts.every(([step]) => step in STEPS));
  const house = office();
  const everyone = [
    house.author,
    house.reviewer,
    house.issuer,
    house.actor(house.officer('all', house.land, ['author', 'reviewer', 'issuer'])),
  ];
  const draft = started(house);
  value(submitDraft(house.database, house.author, draft.id, NOW));
  const seen = new Set<string>();
  let published = 0;
  const walk = (depth: number): void => {
    const now = findDraft(house.database, draft.id)!;
    if (now.state === 'published') {
      published += 1;
      const editors = house.database
        .all<{ officer: string }>('SELECT officer FROM draft_editors WHERE draft = ?', draft.id)
        .map(({ officer }) => officer);
      const twoPersons = now.reviewer !== null && !editors.includes(now.reviewer) && now.approvedHash === now.hash;
      const marked = findRelease(house.database, now.release!)!.content.unreviewed === true;
      assert.ok(twoPersons !== marked, JSON.stringify(now));
      return;
    }
    if (depth === 0) return;
    for (const [step, act] of acts) {
      for (const [who, actor] of everyone.entries()) {
        house.database.handle.exec('SAVEPOINT step');
        const result = act(house, actor, now);
        const key = result.ok
          ? `${depth} ${step} ${who} ${result.value.state} ${result.value.reviewer} ${result.value.version}`
          : '';
        if (result.ok && !seen.has(key)) {
          seen.add(key);
          walk(depth - 1);
        }
        house.database.handle.exec('ROLLBACK TO step; RELEASE step');
      }
    }
  };
  walk(4);
  assert.ok(published > 4, `${published}`);
  assert.ok(STATES.includes('published'));
});
