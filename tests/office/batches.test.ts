import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '../../src/accounts/permissions.ts';
import { findDraft } from '../../src/notices/drafts/storage.ts';
import { saveDraft } from '../../src/notices/drafts/write.ts';
import { returnDraft } from '../../src/notices/drafts/review.ts';
import type { Draft, DraftContent } from '../../src/notices/drafts/draft.ts';
import { actOnBatch } from '../../src/office/batch/act.ts';
import { batchesFor, type Batch } from '../../src/office/batch/batches.ts';
import { handIn } from '../../src/office/posting/hand-in.ts';
import { postNotice } from '../../src/office/posting/post.ts';
import type { Settings } from '../../src/values/settings.ts';
import { NOW, value } from '../accounts/world.ts';
import { grant, office, started } from '../notices/drafts-world.ts';

const settings = { data: '/tmp/none' } as Settings;
type House = ReturnType<typeof office>;

const parcel = (n: number): DraftContent => ({
  ...grant,
  title: `${n}号宗地出让公告`,
  project: { code: `TS-TD-${n}`, name: `${n}号宗地` },
});

/** Three rows of one table. */
function table({ database, author }: House): Draft[] {
  return [41, 42, 43].map((n) =>
    value(handIn(database, author, { register: 'land', kind: 'grant', content: parcel(n) }, NOW)),
  );
}

function seen(batch: Batch, ...ids: string[]): FormData {
  const form = new FormData();
  for (const { id, hash } of batch.drafts) form.set(`hash.${id}`, hash);
  for (const id of ids) form.append('seen', id);
  return form;
}

const only = (batches: Batch[]) => {
  assert.equal(batches.length, 1);
  return batches[0]!;
};

test('the rows of a table are one batch for who reviews, and none for who wrote them or may not', () => {
  const house = office();
  const drafts = table(house);
  started(house);
  const batch = only(batchesFor(house.database, house.reviewer, NOW));
  assert.deepEqual(new Set(batch.drafts.map(({ id }) => id)), new Set(drafts.map(({ id }) => id)));
  assert.equal(batch.act, 'approve');
  for (const who of [house.author, house.issuer, house.stranger])
    assert.deepEqual(batchesFor(house.database, who, NOW), []);
  const both: Actor = { ...house.author, roles: ['author', 'reviewer', 'issuer'] };
  assert.deepEqual(batchesFor(house.database, both, NOW), []);
});

test('what was seen is approved and then issued, each by itself; what was not seen is left', async () => {
  const house = office();
  const { database, reviewer, issuer } = house;
  const [first, second, third] = table(house) as [Draft, Draft, Draft];
  const batch = only(batchesFor(database, reviewer, NOW));
  const acted = await actOnBatch(database, settings, reviewer, batch, seen(batch, first.id, second.id), NOW);
  assert.deepEqual([acted.done, acted.refused.size], [2, 0]);
  assert.deepEqual(
    [first, second, third].map(({ id }) => findDraft(database, id)!.state),
    ['approved', 'approved', 'submitted'],
  );
  // The one that is left stays in its batch.
  assert.deepEqual(
    only(batchesFor(database, reviewer, NOW)).drafts.map(({ id }) => id),
    [third.id],
  );
  const toIssue = only(batchesFor(database, issuer, NOW));
  const issued = await actOnBatch(database, settings, issuer, toIssue, seen(toIssue, first.id, second.id), NOW);
  assert.equal(issued.done, 2);
  assert.equal(findDraft(database, first.id)!.state, 'published');
  assert.notEqual(findDraft(database, first.id)!.release, findDraft(database, second.id)!.release);
});

test('what changed since it was shown is refused with its reason, and does not keep the others back', async () => {
  const house = office();
  const { database, author, reviewer } = house;
  const [first, second, third] = table(house) as [Draft, Draft, Draft];
  const batch = only(batchesFor(database, reviewer, NOW));
  value(saveDraft(database, author, first.id, findDraft(database, first.id)!.version, parcel(91), NOW));
  value(returnDraft(database, reviewer, second.id, [{ path: 'title', text: '改' }], NOW));
  const form = seen(batch, first.id, second.id, third.id);
  const acted = await actOnBatch(database, settings, reviewer, batch, form, NOW);
  assert.equal(acted.done, 1);
  assert.deepEqual(
    [first, second].map(({ id }) => acted.refused.get(id)!.map(({ code }) => code)),
    [['wrong-state'], ['wrong-state']],
  );
  const other = office();
  const [one] = table(other) as [Draft];
  const again = only(batchesFor(other.database, other.reviewer, NOW));
  const forged = seen(again, one.id);
  forged.set(`hash.${one.id}`, '0'.repeat(64));
  const refused = await actOnBatch(other.database, settings, other.reviewer, again, forged, NOW);
  assert.deepEqual(
    refused.refused.get(one.id)!.map(({ code }) => code),
    ['changed-meanwhile'],
  );
});

test('who may not, or did not give the second factor, approves and issues nothing of a batch', async () => {
  const house = office();
  const { database, reviewer, author, issuer } = house;
  const drafts = table(house);
  const batch = only(batchesFor(database, reviewer, NOW));
  const all = drafts.map(({ id }) => id);
  for (const who of [author, issuer, house.stranger]) {
    const acted = await actOnBatch(database, settings, who, batch, seen(batch, ...all), NOW);
    assert.deepEqual([acted.done, acted.refused.size], [0, 3], who.name);
  }
  await actOnBatch(database, settings, reviewer, batch, seen(batch, ...all), NOW);
  const toIssue = only(batchesFor(database, issuer, NOW));
  const stale = { ...issuer, confirmedAt: 0 };
  const acted = await actOnBatch(database, settings, stale, toIssue, seen(toIssue, ...all), NOW);
  assert.deepEqual(
    [...acted.refused.values()].flat().map(({ code }) => code),
    ['stale', 'stale', 'stale'],
  );
});

test('what a system posts on one day is a batch, though its maker’s own notices are not', () => {
  const house = office();
  const { database, author, reviewer } = house;
  const machine: Actor = { ...author, token: 't1' };
  for (const n of [51, 52]) {
    const body = JSON.stringify({ register: 'land', kind: 'grant', ...parcel(n) });
    value(postNotice(database, machine, { body, key: `k${n}` }, NOW + n * 60_000));
  }
  const batch = only(batchesFor(database, reviewer, NOW));
  assert.deepEqual([batch.from, batch.drafts.length, batch.at], ['system', 2, NOW + 51 * 60_000]);
});
