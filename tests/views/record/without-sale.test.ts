import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NoticeInput } from '../../../src/registers/notice.ts';
import { recordPage } from '../../../src/views/record/record-page.ts';
import { emptyHouse, NOW, published } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

/** The page of what a notice begins, on a day within its publicity. */
function pageOf(register: string, kind: string, fields: Record<string, unknown>, more: Partial<NoticeInput> = {}) {
  const database = emptyHouse();
  const [release] = published(database, {
    id: kind,
    register,
    kind,
    title: '某公示',
    project: { code: 'QZ-9', name: '某公示' },
    region: '620502',
    publishedAt: '2026-11-20 10:00',
    body: '现公示如下。',
    fields,
    ...more,
  } as NoticeInput);
  return recordPage(portalOver(database, NOW), release!.ocid, 'zh')!;
}

const publicised = { publicityFrom: '2026-11-20', publicityUntil: '2026-12-05' };
const parcel = { parcel: '2026-9号', location: '某路', area: 2, use: '教育用地', transferee: '某小学' };
const granted = {
  grantor: '某自然资源局',
  ground: '《划拨用地目录》',
  objectionChannel: '书面提出',
  ...publicised,
};
const textOf = (page: ReturnType<typeof pageOf>, column: string) => {
  const { columns, rows } = page.rights!;
  return rows[0]![columns.findIndex(({ id }) => id === column)]!.text;
};

test('allocated land passes no sale, and no price of it is waited for', () => {
  const page = pageOf('land', 'allocation', { ...granted, parcels: [parcel] });
  assert.deepEqual(
    page.steps.map(({ text, note, tone }) => [text, note, tone]),
    [
      ['公示', '11-20', 'now'],
      ['合同或决定', '未到', undefined],
      ['履行', '未到', undefined],
    ],
  );
  assert.deepEqual([textOf(page, 'startingPrice'), textOf(page, 'dealPrice')], ['不适用', '不适用']);
  // Nobody else was proposed: there is no first among them.
  assert.match(page.timeline[0]!.summary, /^拟受让人（竞得人）：某小学/);
});

test('what is agreed on has a price and nothing from which it started', () => {
  const page = pageOf('land', 'agreement', {
    ...granted,
    parcels: [{ ...parcel, term: 40, dealPrice: '500万元' }],
  });
  assert.deepEqual([textOf(page, 'startingPrice'), textOf(page, 'dealPrice')], ['不适用', '500.00']);
});

test('of a right that its holder passes on one objects to who registers it, and nothing of it is sold', () => {
  const page = pageOf('mining', 'transfer', {
    name: '某铜矿勘查探矿权',
    right: 'explorationRight',
    mineral: '铜矿',
    area: 5.1,
    validUntil: '2028-11-20',
    licence: 'T6200002023',
    issuer: '某自然资源厅',
    transferor: '某勘查公司',
    transferee: '某铜业公司',
    transferMethod: 'sale',
    ...publicised,
  });
  assert.deepEqual(
    page.steps.map(({ text, note }) => [text, note]),
    [
      ['公示', '11-20'],
      ['登记', '未到'],
    ],
  );
  assert.deepEqual([textOf(page, 'startingPrice'), textOf(page, 'dealPrice')], ['不适用', '不适用']);
  assert.deepEqual(
    page.remedies!.ways.map(({ to, due }) => [to.map(({ name }) => name), due?.state.text]),
    [[['某自然资源厅'], '还有12天']],
  );
});

test('an offer to agree says until when others may want it, and proposes nobody', () => {
  const page = pageOf(
    'land',
    'agreement',
    { grantor: '某自然资源局', applicationDeadline: '2026-12-06 18:00' },
    { firstPublished: { medium: '某县人民政府' } },
  );
  assert.equal(page.newest.whoUnknown, null);
  assert.equal(page.newest.note, '2026-12-06 18:00截止');
  assert.doesNotMatch(page.newest.word, /受让人/);
});
