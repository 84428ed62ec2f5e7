import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reviewAfterwards } from '../../src/notices/drafts/afterwards/afterwards.ts';
import { lookedAt, unreviewedOpen } from '../../src/notices/drafts/afterwards/storage.ts';
import { othersOf, tasksOf, unlookedOf } from '../../src/notices/drafts/desk.ts';
import { publishDraft, publishDue, publishUnreviewed, scheduleDraft } from '../../src/notices/drafts/issue.ts';
import { answerRemarks, findRemarks, submissionsOf } from '../../src/notices/drafts/remarks/storage.ts';
import { approveDraft, returnDraft, submitDraft } from '../../src/notices/drafts/review.ts';
import { findDraft } from '../../src/notices/drafts/storage.ts';
import { discardDraft, restoreDraft, RESTORABLE_FOR, saveDraft, startDraft } from '../../src/notices/drafts/write.ts';
import { codes, DAY, NOW, value } from '../accounts/world.ts';
import { grant, office, started, type Office } from './drafts-world.ts';

test('remarks outlive a resubmission: answered by the author, ticked off one by one by the reviewer', () => {
  const house = office();
  const { database, author, reviewer } = house;
  const { id } = started(house);
  value(submitDraft(database, author, id, NOW));
  const remarks = [
    { path: 'fields.salePlace', text: '请写全地址' },
    { path: '', text: '附宗地图' },
  ];
  const back = value(returnDraft(database, reviewer, id, remarks, NOW));
  const [place, whole] = findRemarks(database, id);
  answerRemarks(database, id, new Map([[place!.id, '已写全']]));
  value(saveDraft(database, author, id, back.version, { ...grant, number: '1' }, NOW));
  const again = value(submitDraft(database, author, id, NOW));
  assert.deepEqual(
    findRemarks(database, id).map(({ text, reply, settledBy }) => [text, reply, settledBy]),
    [
      ['请写全地址', '已写全', null],
      ['附宗地图', null, null],
    ],
  );
  const approve = (...settled: number[]) => approveDraft(database, reviewer, id, again.hash, NOW, settled);
  assert.deepEqual(codes(approve()), ['remarks-open']);
  assert.deepEqual(codes(approve(place!.id)), ['remarks-open']);
  value(approve(place!.id, whole!.id));
  assert.ok(findRemarks(database, id).every(({ settledBy }) => settledBy === reviewer.id));
});

test('what was handed in is kept to be compared, and forgotten once the notice is out', () => {
  const house = office();
  const { database, author, reviewer } = house;
  const { id } = started(house);
  value(submitDraft(database, author, id, NOW));
  const back = value(returnDraft(database, reviewer, id, [{ path: '', text: '写编号' }], NOW));
  value(saveDraft(database, author, id, back.version, { ...grant, number: '某公告1号' }, NOW));
  const again = value(submitDraft(database, author, id, NOW));
  assert.deepEqual(
    submissionsOf(database, id).map(({ n, notice }) => [n, notice.number]),
    [
      [2, '某公告1号'],
      [1, undefined],
    ],
  );
  const [remark] = findRemarks(database, id);
  value(approveDraft(database, reviewer, id, again.hash, NOW, [remark!.id]));
  value(publishDraft(database, house.issuer, id, NOW));
  assert.deepEqual(submissionsOf(database, id), []);
});

const APPROVAL = {
  procuringEntity: '天水市某住建局',
  content: '道路改造',
  scope: '全部',
  organisation: 'agency',
  method: 'open',
  estimate: '500万元',
  approver: '天水市某发改委',
  approvedOn: '2026-11-02',
};

/** An approval of a project by the housing office, approved by the reviewer: it must be out within 20 working days. */
function approval(house: Office): string {
  const { database } = house;
  const author = house.actor(house.officer('builder', house.housing, ['author']));
  const { id, version } = value(startDraft(database, author, { register: 'construction', kind: 'approval' }, NOW));
  const content = {
    title: '某路改造工程核准',
    project: { code: 'GC-2026-1', name: '某路改造工程' },
    region: '620502',
    fields: APPROVAL,
  };
  value(saveDraft(database, author, id, version, content, NOW));
  const { hash } = value(submitDraft(database, author, id, NOW));
  return value(approveDraft(database, house.stranger, id, hash, NOW)).id;
}

const at = (day: string) => Date.parse(`${day}T09:00:00+08:00`);

test('a schedule is judged at its hour: what would be too late then is refused, with the last day that is not', () => {
  const house = office();
  const id = approval(house);
  const issuer = house.actor(house.officer('letter', house.housing, ['issuer']));
  const refused = scheduleDraft(house.database, issuer, id, at('2026-12-10'), NOW);
  assert.ok(!refused.ok);
  assert.deepEqual(
    refused.refusals.map(({ code, expected }) => [code, expected]),
    [
      ['not-then-but', '2026-11-30 09:00'],
      ['explanation-missing', undefined],
    ],
  );
  assert.equal(value(scheduleDraft(house.database, issuer, id, at('2026-11-30'), NOW)).state, 'scheduled');
});

test('what was right when it was scheduled and is not when it comes to be published stays in, and says why', () => {
  const house = office();
  const id = approval(house);
  const issuer = house.actor(house.officer('letter', house.housing, ['issuer']));
  value(scheduleDraft(house.database, issuer, id, at('2026-11-30'), NOW));
  // The portal was down until after the last day.
  assert.equal(publishDue(house.database, at('2026-12-10')), 0);
  const stopped = findDraft(house.database, id)!;
  assert.deepEqual([stopped.state, stopped.trouble!.map(({ code }) => code)], ['approved', ['explanation-missing']]);
});

test('what went out without review is looked at by another officer, once', () => {
  const house = office();
  const { database, issuer, reviewer, author } = house;
  const { id, release } = value(publishUnreviewed(database, issuer, started(house).id, '汛情', NOW));
  assert.deepEqual(
    unreviewedOpen(database, house.land).map(({ draft }) => draft),
    [id],
  );
  assert.equal(lookedAt(database, release!), null);
  assert.deepEqual(codes(reviewAfterwards(database, author, id, '', NOW)), ['forbidden']);
  assert.deepEqual(codes(reviewAfterwards(database, issuer, id, '', NOW)), ['forbidden']);
  value(reviewAfterwards(database, reviewer, id, '', NOW + DAY));
  assert.equal(lookedAt(database, release!), NOW + DAY);
  assert.deepEqual(unreviewedOpen(database, house.land), []);
  assert.deepEqual(codes(reviewAfterwards(database, reviewer, id, '', NOW + DAY)), ['wrong-state']);
});

test('a draft that was set aside is taken back within thirty days, with what was written', () => {
  const house = office();
  const { database, author } = house;
  const gone = value(discardDraft(database, author, started(house).id, NOW));
  assert.deepEqual(codes(restoreDraft(database, author, gone.id, NOW + RESTORABLE_FOR + 1)), ['restore-late']);
  const back = value(restoreDraft(database, author, gone.id, NOW + DAY));
  assert.deepEqual([back.state, back.content.title], ['draft', grant.title]);
});

test('what came back is any author’s of the unit to mend, and what nobody reviewed stands on the desk of reviewers', () => {
  const house = office();
  const { database, reviewer, issuer, author } = house;
  const second = house.actor(house.officer('second', house.land, ['author']));
  const { id } = started(house);
  value(submitDraft(database, author, id, NOW));
  value(returnDraft(database, reviewer, id, [{ path: '', text: '改' }], NOW));
  assert.deepEqual(
    othersOf(database, second, tasksOf(database, second)).map((draft) => draft.id),
    [id],
  );
  assert.deepEqual(othersOf(database, author, tasksOf(database, author)), []);
  assert.deepEqual(othersOf(database, house.stranger, []), []);
  value(publishUnreviewed(database, issuer, id, '汛情', NOW));
  assert.equal(unlookedOf(database, reviewer).length, 1);
  assert.deepEqual(unlookedOf(database, house.stranger), []);
});
