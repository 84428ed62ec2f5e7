import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextSteps } from '../../src/notices/drafts/next.ts';
import { checkDraft } from '../../src/notices/drafts/review.ts';
import { startDraft } from '../../src/notices/drafts/write.ts';
import type { Release } from '../../src/notices/release.ts';
import { findRecord, findRelease, releasesOf } from '../../src/notices/storage.ts';
import type { NoticeInput } from '../../src/registers/notice.ts';
import { DAY, NOW, value } from '../accounts/world.ts';
import { published } from '../stories/lakeside-road.ts';
import { grant, issued, office, type Office } from './drafts-world.ts';

const unit = { name: '天水市某自然资源局' };

/** Publishes a notice of the land office in the record of the world's parcel; the fields are those of a reprint. */
function said(house: Office, kind: string, fields: object, more: object = {}): Release {
  const notice = {
    id: `${kind}-${JSON.stringify(fields).length}`,
    register: 'land',
    kind,
    title: `2026-32号宗地${kind}`,
    unit,
    project: grant.project,
    region: '620502',
    publishedAt: NOW,
    firstPublished: { medium: '中国土地市场网' },
    fields,
    ...more,
  } as NoticeInput;
  const [outcome] = published(house.database, notice);
  return findRelease(house.database, outcome!.id)!;
}

/** The fields with which a draft that follows a release begins. */
function begun(house: Office, kind: string, follow: number, register = 'land'): Record<string, unknown> {
  const draft = startDraft(house.database, house.author, { register, kind, from: { follow } }, NOW);
  return value(draft).content.fields as Record<string, unknown>;
}

const deal = {
  parcels: [{ parcel: '2026-32号', dealPrice: '482.4万元', transferee: { name: '甘肃某置业有限公司' } }],
};

test('a deal begins with the parcel as it was offered and who got it for how much as it was confirmed', () => {
  const house = office();
  const offered = issued(house);
  said(house, 'confirmation', { ...deal, confirmedOn: '2026-11-23' });
  const { parcels, grantor, method, dealtOn } = begun(house, 'deal', offered.id);
  assert.deepEqual(
    (parcels as Record<string, unknown>[]).map(
      ({ parcel, location, area, use, term, transferee, dealPrice, deposit }) => ({
        parcel,
        location,
        area,
        use,
        term,
        transferee,
        price: (dealPrice as { printed: string }).printed,
        deposit,
      }),
    ),
    [
      {
        parcel: '2026-32号',
        location: '秦州区某路',
        area: 1.334,
        use: '工业',
        term: 50,
        transferee: { name: '甘肃某置业有限公司' },
        price: '482.4万元',
        deposit: undefined,
      },
    ],
  );
  assert.deepEqual([(grantor as { name: string }).name, method, dealtOn], ['天水市某自然资源局', 'listing', undefined]);
});

test('a contract begins with the only parcel, its buyer and its price', () => {
  const house = office();
  const { id } = issued(house);
  said(house, 'deal', { ...deal, grantor: unit, method: 'listing', dealtOn: '2026-11-23' });
  const fields = begun(house, 'contract', id);
  assert.deepEqual(
    [
      fields['parcel'],
      fields['location'],
      fields['area'],
      fields['transferee'],
      (fields['contractPrice'] as { printed: string }).printed,
    ],
    ['2026-32号', '秦州区某路', 1.334, { name: '甘肃某置业有限公司' }, '482.4万元'],
  );
});

test('what two notices of one kind say differently is left to the officer', () => {
  const house = office();
  const { id } = issued(house);
  const signed = { transferee: { name: '甲公司' }, parcel: '2026-32号', contractNumber: '01' };
  said(house, 'contract', signed);
  assert.equal(begun(house, 'payment', id)['contractNumber'], '01');
  said(house, 'contract', { ...signed, contractNumber: '02', transferee: { name: '乙公司某某' } });
  assert.equal(begun(house, 'payment', id)['contractNumber'], undefined);
});

test('a grant that follows a plan begins with its places, and is told what is still missing', () => {
  const house = office();
  const plan = said(house, 'plan', {
    grantor: unit,
    planYear: '2026',
    plannedArea: 2,
    supplies: [{ location: '麦积区某路', use: '工业', area: 2, method: 'listing' }],
  });
  const draft = value(
    startDraft(house.database, house.author, { register: 'land', kind: 'grant', from: { follow: plan.id } }, NOW),
  );
  assert.deepEqual(draft.content.fields!['parcels'], [{ location: '麦积区某路', use: '工业', area: 2 }]);
  const open = checkDraft(house.database, draft, NOW).map(({ path }) => path);
  assert.ok(open.includes('fields.parcels.0.parcel') && !open.includes('fields.parcels.0.location'));
});

test('a notice taken back is not carried on', () => {
  const house = office();
  const { id } = issued(house);
  const wrong = said(house, 'confirmation', { ...deal, confirmedOn: '2026-11-23' });
  said(house, 'withdrawal', {}, { amends: wrong.sourceKey, reason: '登错' });
  const [parcel] = begun(house, 'deal', id)['parcels'] as Record<string, unknown>[];
  assert.equal(parcel!['dealPrice'], undefined);
});

test('those ranked first become the winners, each for what was offered', () => {
  const house = office();
  const builder = { ...house.author, registers: ['construction'] };
  const bid = (section: string, rank: number, name: string, bidPrice: string) => ({
    section,
    rank,
    supplier: { name },
    bidPrice,
  });
  const { id } = said(
    house,
    'candidate',
    {
      candidates: [bid('1', 1, '甲公司', '100万元'), bid('1', 2, '乙公司', '101万元'), bid('2', 1, '丙公司', '90万元')],
    },
    { register: 'construction', title: '某路改造工程中标候选人公示', project: { code: 'GC-1', name: '某路改造工程' } },
  );
  const awards = begun({ ...house, author: builder }, 'award', id, 'construction')['awards'];
  assert.deepEqual(
    (awards as Record<string, unknown>[]).map(({ section, supplier, awardPrice, rank }) => [
      section,
      (supplier as { name: string }).name,
      (awardPrice as { printed: string }).printed,
      rank,
    ]),
    [
      ['1', '甲公司', '100万元', undefined],
      ['2', '丙公司', '90万元', undefined],
    ],
  );
  // Who signed is not known of two.
  assert.equal(begun({ ...house, author: builder }, 'contract', id, 'construction')['supplier'], undefined);
});

test('what may follow begins with what the law waits for, and leaves out what is over', () => {
  const house = office();
  const { ocid } = said(
    house,
    'grant',
    {
      ...grant.fields,
      applicationDeadline: '2026-11-18 17:00',
      listingFrom: '2026-11-10',
      listingUntil: '2026-11-20 10:00',
    },
    { publishedAt: NOW - 35 * DAY },
  );
  const steps = () =>
    nextSteps(house.database, findRecord(house.database, ocid)!, releasesOf(house.database, ocid), '2026-11-24');
  const kinds = () => steps().map(({ kind }) => kind);
  assert.deepEqual([steps()[0]!.kind, steps()[0]!.dueOn], ['deal', '2026-12-04']);
  assert.ok(!kinds().includes('plan') && !kinds().includes('grant') && !kinds().includes('regrant'));
  assert.ok(kinds().includes('termination') && kinds().includes('change') && kinds().includes('withdrawal'));
  said(house, 'termination', { terminatedOn: '2026-11-24' }, { reason: '另有安排' });
  assert.ok(kinds().includes('regrant') && !kinds().includes('deal') && !kinds().includes('termination'));
});

test('a new notice begins with what the unit writes alike, and with nothing of the last project', () => {
  const house = office();
  issued(house);
  const draft = value(startDraft(house.database, house.author, { register: 'land', kind: 'grant' }, NOW));
  assert.deepEqual(draft.content, {
    region: '620500',
    fields: {
      grantor: { name: '天水市某自然资源局', address: '秦州区某路1号' },
      bidderScope: '法人',
      documentsHow: '网上下载',
      salePlace: '网上',
      awardRule: '价高者得',
    },
  });
});
