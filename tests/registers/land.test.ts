import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fragmentOf } from '../../src/notices/compile.ts';
import { maskPersonalData } from '../../src/notices/masking.ts';
import { parseNotice } from '../../src/notices/parse.ts';
import type { CompiledRelease } from '../../src/registers/ocds.ts';
import { land } from '../../src/registers/land/register.ts';
import { compiled, fragmentIn, noticeOf, refusalsIn, rolesIn } from './notices.ts';

const GRANTOR = '天水某自然资源局';
const FACTORY = '甘肃某制造有限公司';

/** As the table of a real notice of Tianshui: 13,340 m², 24万元/亩, a deposit of 240万元. */
const parcel = {
  parcel: '2026-31号',
  location: '秦州区某路北侧',
  area: '1.334',
  use: '工业',
  useScheme: 'GB/T 21010',
  useCode: '0601',
  boundary: '见附图',
  extent: '见出让文件',
  presentState: '净地',
  term: 50,
  plotRatio: '≥1.0',
  buildingDensity: '≥40',
  greenRatio: '≤15',
  height: '≤24',
  deposit: '240万元',
  startingPrice: '24万元/亩',
  increment: '1万元/亩',
  valuationFiling: '6205××××',
};
const offer = {
  grantor: { name: GRANTOR, address: '秦州区某路1号' },
  method: 'listing',
  parcels: [parcel],
  documentsFrom: '2026-09-08 09:00',
  bidderScope: '境内外法人、自然人和其他组织，法律另有规定的除外',
  documentsHow: '网上下载',
  applicationDeadline: '2026-10-10 17:00',
  listingFrom: '2026-09-30 09:00',
  listingUntil: '2026-10-12 10:00',
  salePlace: '某网上交易系统',
  awardRule: '价高者得',
};
const dealt = {
  parcel: '2026-31号',
  location: '秦州区某路北侧',
  area: 1.334,
  use: '工业',
  term: 50,
  dealPrice: '25万元/亩',
  transferee: FACTORY,
};
const direct = {
  grantor: GRANTOR,
  parcels: [{ ...dealt, dealPrice: '0元' }],
  ground: '《划拨用地目录》',
  publicityFrom: '2026-09-08',
  publicityUntil: '2026-09-18',
  objectionChannel: '书面提出',
};
const held = { parcel: '2026-31号', contractNumber: '6205-2026-0031', transferee: FACTORY };
const changed = [{ item: '报名截止时间', before: '2026年10月10日17时', after: '2026年10月20日17时' }];

/** Every kind, as full as its law asks. */
const full: Record<string, Record<string, unknown>> = {
  plan: {
    grantor: GRANTOR,
    planYear: '2026年',
    plannedArea: 120.5,
    supplies: [
      { use: '工业', area: 80.5 },
      { use: '城镇住宅', area: 40 },
    ],
  },
  grant: offer,
  agreement: direct,
  allocation: direct,
  lease: direct,
  contribution: direct,
  change: {
    changes: [{ item: '起始价', before: '24万元/亩', after: '26万元/亩' }],
    parcels: [{ parcel: '2026-31号', area: 1.334, startingPrice: '26万元/亩' }],
  },
  postponement: { changes: changed, applicationDeadline: '2026-10-20 17:00' },
  suspension: { suspendedOn: '2026-09-20' },
  confirmation: { grantor: GRANTOR, parcels: [dealt], confirmedOn: '2026-10-12' },
  deal: { grantor: GRANTOR, method: 'listing', parcels: [dealt], dealtOn: '2026-10-12' },
  supply: {
    method: 'listing',
    supervisionNumber: '6205022026B00017',
    location: '秦州区某路北侧',
    area: 1.334,
    use: '工业用地',
    term: 50,
    dealPrice: '500.25万元',
    transferee: FACTORY,
    approver: '天水某人民政府',
    signedOn: '2026-10-20',
  },
  contract: {
    ...held,
    grantor: GRANTOR,
    supervisionNumber: '6205022026B00017',
    location: '秦州区某路北侧',
    area: 1.334,
    use: '工业',
    term: 50,
    contractPrice: '500.25万元',
    paymentTerms: '一次付清',
    deliverBy: '2026-11-20',
    commenceBy: '2027-05-20',
    completeBy: '2029-05-20',
    signedOn: '2026-10-20',
  },
  payment: { ...held, amountPaid: '500.25万元', paidOn: '2026-11-10' },
  delivery: { ...held, deliveredOn: '2026-11-20' },
  commencement: { ...held, commencedOn: '2027-05-01' },
  completion: { ...held, completedOn: '2029-04-01' },
  idle: {
    ...held,
    decider: GRANTOR,
    decidedOn: '2028-06-01',
    finding: '超过约定动工日期满一年未动工',
    cause: 'holder',
    disposal: '征缴土地闲置费',
    idleFee: '100.05万元',
  },
  correction: {
    changes: [{ item: '出让面积', before: '1.324公顷', after: '1.334公顷' }],
    parcels: [{ parcel: '2026-31号', area: 1.334, startingPrice: '24万元/亩' }],
  },
  failure: {},
  termination: {},
  regrant: { ...offer, applicationDeadline: '2026-12-10 17:00', round: '第二次' },
  withdrawal: {},
  explanation: {},
};
const notice = (kind: string, more: Record<string, unknown> = {}) =>
  noticeOf('land', kind, { ...full[kind]!, ...more });
/** Behind who grants it. */
const cellsOf = (record: unknown) => land.columns.slice(1).map(({ cell }) => cell(record as CompiledRelease));

test('a full notice of every kind is accepted', () => {
  assert.deepEqual(Object.keys(full).sort(), Object.keys(land.kinds).sort());
  for (const kind of Object.keys(full)) assert.deepEqual(refusalsIn(notice(kind)), [], kind);
});

test('24万元/亩 over 20.01亩 starts at 480.24万元, and both are kept', () => {
  const { landUseRight } = fragmentIn(notice('grant')).tender!.lots![0]!;
  assert.equal(landUseRight!.startingTotal, 480_240_000);
  assert.deepEqual([landUseRight!.startingPrice!.printed, landUseRight!.startingPrice!.basis], ['24万元/亩', 'per-mu']);
  assert.deepEqual(landUseRight!.use, { scheme: 'GB/T 21010', code: '0601', name: '工业' });
});

test('planning conditions keep the side on which they bound', () => {
  const { plotRatio, height } = fragmentIn(notice('grant')).tender!.lots![0]!.landUseRight!;
  assert.deepEqual([plotRatio, height], [{ min: 1 }, { max: 24 }]);
});

test('a price by the square metre or for the whole gives the same sum', () => {
  const total = (startingPrice: string) =>
    fragmentIn(notice('grant', { parcels: [{ ...parcel, startingPrice }] })).tender!.lots![0]!.landUseRight!
      .startingTotal;
  assert.deepEqual(
    [total('360元/平方米'), total('480.24万元'), total('费率 3%')],
    [480_240_000, 480_240_000, undefined],
  );
});

test('a grant without a place of sale, or a parcel without its area, is refused by name', () => {
  assert.deepEqual(refusalsIn(notice('grant', { salePlace: undefined })), [
    { code: 'missing', path: 'fields.salePlace' },
  ]);
  const { area: _area, ...without } = parcel;
  assert.deepEqual(refusalsIn(notice('grant', { parcels: [parcel, without] })), [
    { code: 'missing', path: 'fields.parcels.1.area' },
  ]);
});

test('one takes part until applications close, and the sale ends with the listing', () => {
  const { tender } = fragmentIn(notice('grant'));
  assert.deepEqual(
    [tender!.tenderPeriod!.endDate, tender!.openingDate, tender!.procurementMethod],
    ['2026-10-10T17:00:00+08:00', '2026-10-12T10:00:00+08:00', 'open'],
  );
});

test('a deal falls on the parcel that was offered, however its number is printed', () => {
  const record = compiled(notice('grant'), notice('deal', { parcels: [{ ...dealt, parcel: '2026—31' }] }));
  assert.equal(record.tender!.lots!.length, 1);
  const { landUseRight } = record.tender!.lots![0]!;
  assert.deepEqual([landUseRight!.startingTotal, landUseRight!.dealTotal], [480_240_000, 500_250_000]);
  assert.deepEqual(
    record.awards!.map(({ status, value, suppliers }) => [status, value!.fen, suppliers![0]!.name]),
    [['active', 500_250_000, FACTORY]],
  );
  assert.deepEqual(cellsOf(record).slice(3, 6), [
    { type: 'money', fen: 480_240_000, sub: '24万元/亩' },
    { type: 'money', fen: 500_250_000 },
    { type: 'percent', percent: 4.17 },
  ]);
});

test('who is confirmed is pending until the result is published', () => {
  const statuses = (...kinds: string[]) =>
    compiled(...kinds.map((kind) => notice(kind))).awards!.map(({ status }) => status);
  assert.deepEqual([statuses('confirmation'), statuses('confirmation', 'deal')], [['pending'], ['active']]);
});

test('allocated land has no term, and is publicised with its ground', () => {
  const { term: _term, ...without } = direct.parcels[0]!;
  const fragment = fragmentIn(notice('allocation', { parcels: [without] }));
  assert.equal(fragment.tender!.lots![0]!.landUseRight!.term, null);
  assert.deepEqual(
    [fragment.tender!.procurementMethod, fragment.tender!.publicityPeriod!.endDate],
    ['direct', '2026-09-18T23:59:59+08:00'],
  );
  assert.deepEqual(cellsOf(fragment)[4], { type: 'missing', reason: 'not-applicable' });
});

test('contract, payment, delivery and idleness are of one contract', () => {
  const { contracts } = compiled(...['contract', 'payment', 'delivery', 'idle'].map((kind) => notice(kind)));
  assert.deepEqual(
    contracts!.map(({ id, value, implementation }) => [id, value!.fen, implementation!.status]),
    [['620520260031', 500_250_000, 'idle']],
  );
});

test('a change of the price moves the sum, not the conditions', () => {
  const { landUseRight } = compiled(notice('grant'), notice('change')).tender!.lots![0]!;
  assert.deepEqual(
    [landUseRight!.startingTotal, landUseRight!.plotRatio, landUseRight!.term],
    [520_260_000, { min: 1 }, 50],
  );
});

test('one parcel of two ends; the other stays on offer', () => {
  const two = { ...offer, parcels: [parcel, { ...parcel, parcel: '2026-32号' }] };
  const ended = noticeOf('land', 'failure', {}, { section: { id: '2026-32号' } });
  const { tender } = compiled(noticeOf('land', 'grant', two), ended);
  assert.deepEqual(
    tender!.lots!.map(({ id, status }) => [id, status]),
    [
      ['202631', undefined],
      ['202632', 'unsuccessful'],
    ],
  );
  assert.equal(tender!.status, 'active');
});

test('notices find the record by parcel within the region, and by the number of supervision anywhere', () => {
  const keys = (kind: string, region: string) => land.keys!({ ...notice(kind), region } as never);
  assert.deepEqual(keys('deal', '620502'), keys('grant', '620502'));
  assert.notDeepEqual(keys('deal', '620502'), keys('grant', '620503'));
  assert.deepEqual(keys('supply', ''), ['supervision 6205022026B00017']);
  assert.deepEqual(keys('grant', ''), []);
});

test('the grantor, the transferee and the authority have their roles', () => {
  assert.deepEqual(rolesIn(fragmentIn(notice('deal'))), [`grantor ${GRANTOR}`, `supplier ${FACTORY}`]);
  assert.deepEqual(rolesIn(fragmentIn(notice('idle'))), [`supplier ${FACTORY}`, `supervisor ${GRANTOR}`]);
});

test('a transferee that can only be a person is masked, in the text too; a company is not', () => {
  const accepted = (transferee: unknown) => {
    const parsed = parseNotice({
      ...notice('deal', { parcels: [{ ...dealt, transferee }] }),
      body: `竞得人：${(transferee as { name?: string }).name ?? transferee}`,
    });
    if (!parsed.ok) return parsed.refusals;
    const masked = maskPersonalData(parsed.value);
    return [rolesIn(fragmentOf(masked)).at(-1), masked.body];
  };
  assert.deepEqual(accepted('甲丙丁'), ['supplier 甲**', '竞得人：甲**']);
  assert.deepEqual(accepted({ name: '甲丙丁', person: false }), ['supplier 甲丙丁', '竞得人：甲丙丁']);
  assert.deepEqual(accepted(FACTORY), [`supplier ${FACTORY}`, `竞得人：${FACTORY}`]);
});

test('a reprint of any kind may come without fields', () => {
  for (const kind of Object.keys(land.kinds))
    assert.ok(fragmentIn(noticeOf('land', kind, {}, { firstPublished: { medium: '某平台' } })), kind);
});

test('a list shows use and term, area, method, prices and who got it, and says what is missing', () => {
  assert.deepEqual(cellsOf(compiled(notice('grant'))), [
    { type: 'text', text: '工业', classes: { list: 'useClass', codes: ['industrial'] }, years: [50] },
    { type: 'area', area: 1.334, unit: 'hectare' },
    { type: 'code', code: 'listing' },
    { type: 'money', fen: 480_240_000, sub: '24万元/亩' },
    { type: 'missing', reason: 'pending' },
    { type: 'missing', reason: 'pending' },
    { type: 'missing', reason: 'pending' },
  ]);
  assert.deepEqual(cellsOf(compiled(notice('grant'), notice('failure'))).at(4), {
    type: 'missing',
    reason: 'not-applicable',
  });
  assert.deepEqual(
    land.facets.map(({ values }) => values(compiled(notice('grant')) as CompiledRelease)),
    [['industrial'], ['listing']],
  );
});
