import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locale } from '../../../src/locales/labels.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';
import { noticePage } from '../../../src/views/notice/notice-page.ts';
import {
  awardNotice,
  clarificationNotice,
  correctedAward,
  emptyHouse,
  published,
  tenderNotice,
} from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

/** The page of the last of these notices. */
function pageOf(...notices: NoticeInput[]) {
  return pageIn('zh', ...notices);
}

function pageIn(locale: Locale, ...notices: NoticeInput[]) {
  const database = emptyHouse();
  const last = published(database, ...notices).at(-1)!;
  return noticePage(portalOver(database), last.id, locale)!;
}

test('that the rest is as it was is said only where both texts were compared and nothing else differs', () => {
  const sameBody = { ...correctedAward, body: awardNotice.body };
  assert.equal(pageOf(awardNotice, sameBody).rest, 'same');
  assert.equal(pageOf(awardNotice, correctedAward).rest, 'body');
  assert.equal(pageOf(awardNotice, { ...sameBody, attachments: [{ name: '中标通知.pdf' }] }).rest, null);
  assert.equal(pageOf({ ...awardNotice, body: undefined }, sameBody).rest, null);
});

test('a notice that lists its changes is not compared with the one it changes', () => {
  const page = pageOf(tenderNotice, clarificationNotice);
  assert.deepEqual([page.changes.length, page.rest, page.unnamed], [1, null, null]);
});

const reprint: NoticeInput = {
  ...clarificationNotice,
  amends: undefined,
  firstPublished: { medium: '某网' },
  fields: { bidDeadline: '2026-10-08 10:00' },
};

test('a reprinted correction whose original is not held says so, and what it says anew', () => {
  assert.deepEqual(pageOf(reprint).unnamed, { original: 'not-held', restated: ['投标截止时间'] });
});

test('one that names no notice, of a record with earlier ones, does not guess which', () => {
  assert.equal(pageOf(tenderNotice, reprint).unnamed!.original, 'not-named');
});

test('in English a change is named by the label of its field and the number of its section', () => {
  const listed = {
    ...clarificationNotice,
    fields: { ...clarificationNotice.fields, changes: [{ item: '投标截止时间', before: '甲', after: '乙' }] },
  };
  assert.deepEqual(
    (['zh', 'hant', 'en'] as const).map((locale) => pageIn(locale, tenderNotice, listed).changes[0]!.label),
    ['投标截止时间', '投标截止时间', 'Bids close'],
  );
  const labels = pageIn('en', awardNotice, correctedAward).changes.map(({ label }) => label);
  assert.ok(
    labels.every((label) => !/标段/.test(label)),
    labels.join('\n'),
  );
});
