import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../../src/database/database.ts';
import { checksOf } from '../../src/notices/drafts/checks.ts';
import type { Draft } from '../../src/notices/drafts/draft.ts';
import { parseNotice } from '../../src/notices/parse.ts';
import { partyId } from '../../src/parties/party.ts';
import type { NoticeInput } from '../../src/registers/notice.ts';
import { recordPage } from '../../src/views/record/record-page.ts';
import { partyPage, type PartyPage } from '../../src/views/party/party-page.ts';
import { portalOver } from '../views/world.ts';
import { NOW, awardNotice, emptyHouse, published, tenderNotice } from './lakeside-road.ts';

const WINNER = '天水某建设有限公司';

/** A decision that bars the winner of 湖滨路 through the day on which it is awarded, and on. */
function decision(more: object = {}): NoticeInput {
  return {
    id: 'bar-1',
    register: 'enforcement',
    kind: 'penalty',
    title: '某道路工程投标弄虚作假案行政处罚决定',
    project: { code: 'QZ-CF-2026-002', name: '某道路工程投标弄虚作假案' },
    region: '620502',
    unit: { name: '秦州区某建设局' },
    publishedAt: '2026-06-12 09:00',
    reason: '决定被撤销',
    fields: {
      matter: 'tendering',
      respondent: WINNER,
      authority: '秦州区某建设局',
      documentNumber: '秦住建罚〔2026〕2号',
      facts: '业绩证明与档案不符。',
      breached: '某法第一条',
      basis: '某法第二条',
      penalty: '一年内取消投标资格。',
      decidedOn: '2026-06-09',
      barScope: 'tendering',
      barFrom: '2026-06-10',
      barUntil: '2027-06-09',
      barBasis: '《招标投标法》第五十四条',
      ...more,
    },
  };
}

const revocation: NoticeInput = {
  ...decision(),
  id: 'bar-2',
  kind: 'revocation',
  publishedAt: '2026-11-02 09:00',
  fields: { revokedOn: '2026-11-01', ground: '事实不清' },
};

function ask(...notices: NoticeInput[]) {
  const database = emptyHouse();
  published(database, ...notices);
  const { ocid } = published(database, tenderNotice, awardNotice)[0]!;
  const party = partyPage(portalOver(database), partyId(WINNER), false, null, 'zh') as PartyPage;
  return { database, page: recordPage(portalOver(database), ocid, 'zh')!, party, ocid };
}

function warned(database: Database, ocid: string): (string | undefined)[] {
  const parsed = parseNotice({ ...awardNotice, id: 'draft-1' });
  assert.ok(parsed.ok);
  const draft = { content: {}, follows: null, amends: null, unit: '', register: 'construction', kind: 'award' };
  return checksOf(database, draft as unknown as Draft, ocid, [], parsed.value).flatMap(({ code, found }) =>
    code === 'barred' ? [found] : [],
  );
}

test('a review warns of an award to who is barred on that day; the record tells it as a fact, the party while it lasts', () => {
  const { database, page, party, ocid } = ask(decision());
  assert.deepEqual(warned(database, ocid), [`${WINNER}（2026-06-10—2027-06-09）`]);
  assert.deepEqual(
    page.barred.map(({ name, from, until, basis, title }) => [name, from, until, basis, title]),
    [[WINNER, '2026-06-10', '2027-06-09', '《招标投标法》第五十四条', '某道路工程投标弄虚作假案']],
  );
  assert.match(page.barred[0]!.path, /^\/records\/gongshi-620500-enforcement-/);
  assert.equal(party.bars.length, 1);
  const later = partyPage(portalOver(database, NOW + 365 * 86_400_000), partyId(WINNER), false, null, 'zh');
  assert.deepEqual((later as PartyPage).bars, [], 'after its last day it is listed no more');
});

test('a bar that ended before, reaches other purchases, or was revoked touches no award', () => {
  for (const notices of [
    [decision({ barUntil: '2026-06-20' })],
    [decision({ barScope: 'procurement' })],
    [decision(), revocation],
  ]) {
    const { database, page, ocid } = ask(...notices);
    assert.deepEqual([warned(database, ocid), page.barred], [[], []]);
  }
});
