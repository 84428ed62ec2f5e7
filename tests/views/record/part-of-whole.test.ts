import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NoticeInput } from '../../../src/registers/notice.ts';
import { findRegister } from '../../../src/registers/registers.ts';
import { findRecord } from '../../../src/notices/storage.ts';
import { sumIn } from '../../../src/views/list/sum.ts';
import { recordPage } from '../../../src/views/record/record-page.ts';
import { emptyHouse, NOW, published } from '../../stories/lakeside-road.ts';
import { portalOver, reprint } from '../world.ts';

/** As a county in Henan publishes: each notice is about one package, and prints the sum of all three. */
const notice = (kind: string, id: string, fields: Record<string, unknown>) =>
  reprint('procurement', kind, fields, { id });
const call = (section: string, ceilingPrice: string) =>
  notice('tender', section, {
    buyer: { name: '某县教育局' },
    supervisor: { name: '某县财政局' },
    budget: '7,620,699.90元',
    ceilingPrice: '7,620,699.90元',
    sections: [{ section, ceilingPrice }],
  });
const won = (section: string, price: string) =>
  notice('award', `${section}-won`, { awards: [{ section, supplier: { name: '某公司' }, awardPrice: price }] });

function pageOf(...notices: NoticeInput[]) {
  const database = emptyHouse();
  const [first] = published(database, ...notices);
  const row = findRecord(database, first!.ocid)!;
  return { page: recordPage(portalOver(database, NOW), row.ocid, 'zh')!, row };
}
const [second, third] = [call('某采-12-2', '2,791,115元'), call('某采-12-3', '2,704,644.90元')];

test('a notice about one package is told by its package and its sum, not by that of all', () => {
  const { page } = pageOf(second, third);
  assert.deepEqual(
    page.timeline.map(({ label, summary }) => [label, summary]),
    [
      ['招标公告（某采-12-3）', '最高限价：¥2,704,644.90。'],
      ['招标公告（某采-12-2）', '最高限价：¥2,791,115.00。'],
    ],
  );
  assert.equal(page.newest.amount!.text, '¥7,620,699.90');
});

test('beside the packages that are known it is said that the whole is more', () => {
  assert.equal(
    pageOf(second, third).page.lotsNote,
    '公告写的最高限价总额是¥7,620,699.90；表里2个采购包合计¥5,495,759.90。',
  );
});

test('what some packages went for is not compared with what all were allowed', () => {
  const { page, row } = pageOf(second, third, won('某采-12-2', '2,700,000元'), won('某采-12-3', '2,700,000元'));
  assert.equal(sumIn(row, findRegister('procurement')!, 'zh')!.against, '2个采购包最高限价合计549.58');
  assert.equal(
    page.particulars.some(({ note }) => note !== null),
    false,
  );
});

test('who supervises a purchase is who its notices name', () => {
  const { page } = pageOf(second);
  assert.deepEqual(
    page.remedies!.ways.find(({ id }) => id === 'complaint')!.to.map(({ name }) => name),
    ['某县财政局'],
  );
});
