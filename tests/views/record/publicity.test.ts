import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listRecords } from '../../../src/notices/lists/storage.ts';
import { happeningsOf } from '../../../src/views/clock/happenings.ts';
import { recordPage } from '../../../src/views/record/record-page.ts';
import { candidateNotice, emptyHouse, NOW, published, tenderNotice } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

/** The record of 湖滨路改造 on the day of the stories, whose candidates are publicised so long. */
function publicised(publicityUntil: string) {
  const database = emptyHouse();
  const [tender] = published(database, tenderNotice, {
    ...candidateNotice,
    fields: { ...candidateNotice.fields, publicityUntil },
  });
  const portal = portalOver(database);
  const page = recordPage(portal, tender!.ocid, 'zh')!;
  const { records } = listRecords(database, { register: 'construction', facets: {}, limit: 1, now: NOW });
  const happening = happeningsOf(records[0]!, [], 'zh', NOW).find(({ kind }) => kind === 'publicity')!;
  return { text: JSON.stringify(page), happening };
}

test('a publicity that ends at an hour says so on the record, beside the remedies and in the calendar', () => {
  const { text, happening } = publicised('2026-10-19 18:00');
  assert.match(text, /公示期2026-10-1\d至2026-10-19 18:00/);
  assert.match(text, /公示至2026-10-19 18:00/);
  assert.deepEqual([happening.wholeDay, happening.at], [false, Date.parse('2026-10-19T18:00:00+08:00')]);
});

test('one that ends on a day says the day', () => {
  const { text, happening } = publicised('2026-10-19');
  assert.match(text, /公示至2026-10-19"/);
  assert.equal(happening.wholeDay, true);
});
