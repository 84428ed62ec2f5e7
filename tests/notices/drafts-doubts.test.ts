import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checksOf } from '../../src/notices/drafts/checks.ts';
import type { DraftContent } from '../../src/notices/drafts/draft.ts';
import { doubtsOf } from '../../src/notices/drafts/doubts.ts';
import { publishDraft } from '../../src/notices/drafts/issue.ts';
import { approveDraft, checkDraft, submitDraft } from '../../src/notices/drafts/review.ts';
import { saveDraft } from '../../src/notices/drafts/write.ts';
import { findRelease } from '../../src/notices/storage.ts';
import { codes, NOW, value } from '../accounts/world.ts';
import { grant, office, started } from './drafts-world.ts';

const withParcel = (changes: object): DraftContent => {
  const [parcel] = (grant.fields as { parcels: object[] }).parcels;
  return { ...grant, fields: { ...grant.fields, parcels: [{ ...parcel, ...changes }] } };
};

test('an odd area is asked about before hand-in, and the answer stands while the value does', () => {
  const house = office();
  const { database, author } = house;
  const odd = withParcel({ area: '32450' });
  let draft = started(house, odd);
  assert.deepEqual(codes(submitDraft(database, author, draft.id, NOW)), ['odd-large']);
  const [doubt] = doubtsOf(draft);
  const confirmed = { [doubt!.key]: doubt!.answer };
  draft = value(saveDraft(database, author, draft.id, draft.version, { ...odd, confirmed }, NOW));
  assert.deepEqual(checkDraft(database, draft, NOW), []);
  const other = { ...withParcel({ area: '32451' }), confirmed };
  draft = value(saveDraft(database, author, draft.id, draft.version, other, NOW));
  assert.deepEqual(codes(submitDraft(database, author, draft.id, NOW)), ['odd-large']);

  draft = value(saveDraft(database, author, draft.id, draft.version, { ...odd, confirmed }, NOW));
  draft = value(submitDraft(database, author, draft.id, NOW));
  assert.ok(
    checksOf(database, draft, 'none', []).some(({ code, found }) => code === 'odd' && found === '32450 hectare'),
  );
  value(approveDraft(database, house.reviewer, draft.id, draft.hash, NOW));
  const { release } = value(publishDraft(database, house.issuer, draft.id, NOW));
  assert.ok(!('confirmed' in findRelease(database, release!)!.content), 'the answer is the office’s alone');
});

test('a deposit above the price is asked about, by whatever the price is counted', () => {
  const open = (changes: object) =>
    checkDraft(house.database, { ...draft, content: withParcel(changes) }, NOW).map(({ code, path }) => [code, path]);
  const house = office();
  const draft = started(house);
  assert.deepEqual(open({}), []);
  const above = [['odd-part', 'fields.parcels.0.deposit']];
  assert.deepEqual(open({ deposit: '2400万元' }), above);
  assert.deepEqual(open({ deposit: '240万元', startingPrice: '2万元/亩' }), above);
});

test('a deadline without its hour and a sum below a 分 keep a notice from hand-in', () => {
  const house = office();
  const draft = started(house, { ...withParcel({ deposit: '12.345元' }) });
  const content = { ...draft.content, fields: { ...draft.content.fields, applicationDeadline: '2026年12月20日' } };
  assert.deepEqual(
    checkDraft(house.database, { ...draft, content }, NOW).map(({ code, path }) => [code, path]),
    [
      ['money-fraction', 'fields.parcels.0.deposit'],
      ['hour-missing', 'fields.applicationDeadline'],
    ],
  );
});
