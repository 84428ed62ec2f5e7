import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disableOfficer } from '../../src/accounts/officers/change-officer.ts';
import { operator } from '../../src/accounts/officers/officer.ts';
import { publishDraft, publishDue, scheduleDraft } from '../../src/notices/drafts/issue.ts';
import { clockRefusals } from '../../src/notices/drafts/moment.ts';
import { findDraft } from '../../src/notices/drafts/storage.ts';
import { lastSeq } from '../../src/notices/storage.ts';
import { codes, DAY, MINUTE, NOW, value } from '../accounts/world.ts';
import { approved, grant, issued, office } from './drafts-world.ts';

for (const [who, code] of [
  ['reviewer', 'reviewer-gone'],
  ['issuer', 'issuer-gone'],
] as const)
  test(`a scheduled notice whose ${who} was sent away does not come out, and the unit sees why`, () => {
    const house = office();
    const { database } = house;
    const draft = approved(house);
    value(scheduleDraft(database, house.issuer, draft.id, NOW + DAY, NOW));
    value(disableOfficer(database, operator(NOW), house[who].id, NOW));
    assert.equal(publishDue(database, NOW + DAY), 0);
    const stopped = findDraft(database, draft.id)!;
    assert.deepEqual([stopped.state, stopped.trouble], ['approved', [{ code }]]);
    assert.equal(lastSeq(database), 0);
  });

test('nothing is published by a clock that stands before the last publication', () => {
  const house = office();
  issued(house);
  const late = { ...grant, title: '另一宗', project: { name: '另一宗' }, fields: { ...grant.fields } };
  const draft = approved(house, late);
  const behind = publishDraft(house.database, { ...house.issuer, confirmedAt: NOW - DAY }, draft.id, NOW - DAY);
  assert.deepEqual(codes(behind), ['clock-behind']);
  assert.equal(lastSeq(house.database), 1);
  // Clocks of two machines differ a little.
  assert.deepEqual(clockRefusals(house.database, NOW - MINUTE), []);
});

test('nothing is published by a clock that was moved by more than a day while the process ran', () => {
  const { database } = office();
  assert.deepEqual(
    [2 * DAY, -2 * DAY, DAY / 2].map((jump) => clockRefusals(database, NOW, jump).map(({ code }) => code)),
    [['clock-jumped'], ['clock-jumped'], []],
  );
});
