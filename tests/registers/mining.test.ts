import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompiledRelease } from '../../src/registers/ocds.ts';
import { mining } from '../../src/registers/mining/register.ts';
import { compiled, fragmentIn, noticeOf, refusalsIn, rolesIn } from './notices.ts';

const GRANTOR = '甘肃某自然资源厅';
const WINNER = '天水某矿业有限公司';

/** As a grant notice of Gansu prints it (TKQCR〔2026〕012-8号): gold, 3.287100 km², 10万元, 2.3%, five years. */
const right = {
  name: '甘肃省某县某沟金矿普查探矿权',
  right: 'explorationRight',
  mineral: '金矿',
  location: '某县某镇',
  corners: '1. 某经度, 某纬度',
  area: '3.287100',
  reserves: '预查',
  term: 5,
  earlierFunding: '1428万元',
  deposit: '2万元',
  startingPrice: '10.0万元',
  increment: '1万元',
  royaltyRate: 2.3,
};
const offer = {
  grantor: GRANTOR,
  platform: '甘肃某公共资源交易中心',
  method: 'listing',
  rights: [right],
  bidderConditions: '营利法人',
  documentsFrom: '2026-09-11 09:00',
  documentsHow: '网上下载',
  applicationFrom: '2026-09-11 09:00',
  applicationDeadline: '2026-10-28 17:00',
  listingFrom: '2026-10-30 09:00',
  listingUntil: '2026-11-13 10:00',
  salePlace: '某网上交易系统',
  awardRule: '价高者得',
  riskNotice: '勘查风险自担',
  objectionChannel: '书面提出',
};
const dealt = {
  name: '甘肃省某县某沟金矿普查',
  right: 'explorationRight',
  mineral: '金矿',
  location: '某县某镇',
  area: 3.2871,
  startingPrice: '10万元',
  dealPrice: '36万元',
  royaltyRate: 2.3,
  transferee: WINNER,
};
const held = {
  name: '甘肃省某县某沟金矿普查',
  right: 'explorationRight',
  mineral: '金矿',
  licence: 'T6200002026××××',
  holder: WINNER,
  area: 3.2871,
};
const valid = { validFrom: '2026-12-20', validUntil: '2031-12-19' };
const publicity = { publicityFrom: '2026-11-16', publicityUntil: '2026-11-27', objectionChannel: '书面提出' };

/** Every kind, as full as its rules ask. */
const full: Record<string, Record<string, unknown>> = {
  plan: {
    grantor: GRANTOR,
    planYear: '2026年',
    blocks: [{ name: '某沟金矿', right: 'explorationRight', mineral: '金矿' }],
  },
  grant: offer,
  agreement: { grantor: GRANTOR, rights: [dealt], ground: '已设采矿权深部', ...publicity },
  change: {
    changes: [{ item: '起始价', before: '10万元', after: '12万元' }],
    rights: [{ name: right.name, startingPrice: '12万元' }],
  },
  postponement: {
    changes: [{ item: '报名截止时间', before: '10月28日', after: '11月8日' }],
    applicationDeadline: '2026-11-08 17:00',
  },
  suspension: { suspendedOn: '2026-10-20' },
  confirmation: { grantor: GRANTOR, rights: [dealt], confirmedOn: '2026-11-13' },
  deal: {
    grantor: GRANTOR,
    method: 'listing',
    rights: [dealt],
    dealtOn: '2026-11-13',
    dealPlace: '某平台',
    paymentTerms: '一次缴清',
    registrationLimit: '三十日内',
    ...publicity,
  },
  contract: {
    contractNumber: '甘矿出2026-012',
    name: dealt.name,
    right: 'explorationRight',
    mineral: '金矿',
    grantor: GRANTOR,
    transferee: WINNER,
    extent: '见拐点坐标',
    duties: '按绿色勘查要求',
    contractPrice: '36万元',
    royaltyRate: 2.3,
    paymentTerms: '成交价一次缴清，收益按年销售收入计征',
    term: 5,
    signedOn: '2026-12-10',
  },
  registration: { ...held, ...valid, registeredOn: '2026-12-20', term: 5 },
  renewal: { ...held, area: 2.6297, ...valid, registeredOn: '2031-12-01', renewalCount: 1, areaReduced: 0.6574 },
  alteration: {
    ...held,
    ...valid,
    registeredOn: '2028-03-01',
    changes: [{ item: '矿业权人', before: WINNER, after: '甘肃某黄金有限公司' }],
    holder: '甘肃某黄金有限公司',
  },
  transfer: {
    ...held,
    ...valid,
    transferor: WINNER,
    transferee: '甘肃某黄金有限公司',
    transferMethod: 'sale',
    transferPrice: '80万元',
    ...publicity,
  },
  annualReport: { ...held, reportYear: '2027年度', reported: '完成钻探600米' },
  areaNotice: { ...held, corners: '见附表', announcer: '某县某自然资源局' },
  cancellation: { ...held, cancelledOn: '2031-12-19', ground: '期满未延续' },
  correction: {
    changes: [{ item: '面积', before: '3.2817', after: '3.2871' }],
    rights: [{ name: right.name, area: 3.2871 }],
  },
  failure: {},
  termination: {},
  regrant: { ...offer, applicationDeadline: '2027-01-10 17:00', round: '第二次' },
  withdrawal: {},
  explanation: {},
};
const notice = (kind: string, more: Record<string, unknown> = {}) =>
  noticeOf('mining', kind, { ...full[kind]!, ...more });
/** Behind who grants it. */
const cellsOf = (record: unknown) => mining.columns.slice(1).map(({ cell }) => cell(record as CompiledRelease));

test('a full notice of every kind is accepted', () => {
  assert.deepEqual(Object.keys(full).sort(), Object.keys(mining.kinds).sort());
  for (const kind of Object.keys(full)) assert.deepEqual(refusalsIn(notice(kind)), [], kind);
});

test('a grant keeps the one-off price and the yearly rate apart', () => {
  const { miningRight } = fragmentIn(notice('grant')).tender!.lots![0]!;
  assert.deepEqual(
    [
      miningRight!.area,
      miningRight!.startingPrice!.fen,
      miningRight!.startingPrice!.printed,
      miningRight!.royaltyRate,
      miningRight!.term,
    ],
    [3.2871, 10_000_000, '10.0万元', 2.3, 5],
  );
});

test('a grant without its corners or its risks is refused by name, one of a quarry without a rate is not', () => {
  const { corners: _corners, ...without } = right;
  assert.deepEqual(
    refusalsIn(notice('grant', { rights: [without], riskNotice: undefined })).map(({ code, path }) => [code, path]),
    [
      ['missing', 'fields.rights.0.corners'],
      ['missing', 'fields.riskNotice'],
    ],
  );
  // 砂石 is not on the list of minerals that pay by a rate (财综〔2023〕10号).
  const quarry = {
    ...right,
    name: '某砂石矿采矿权',
    right: 'extractionRight',
    mineral: '建筑用砂',
    royaltyRate: undefined,
  };
  assert.deepEqual(refusalsIn(notice('grant', { rights: [{ ...quarry, elevation: '1500米至1450米' }] })), []);
  assert.deepEqual(refusalsIn(notice('grant', { rights: [quarry] })), [
    { code: 'missing', path: 'fields.rights.0.elevation' },
  ]);
});

test('one takes part until applications close, and the sale ends with the listing', () => {
  const { tender } = fragmentIn(notice('grant'));
  assert.deepEqual(
    [tender!.tenderPeriod, tender!.openingDate],
    [{ startDate: '2026-09-11T09:00:00+08:00', endDate: '2026-10-28T17:00:00+08:00' }, '2026-11-13T10:00:00+08:00'],
  );
});

test('the result, the contract and the registration fall on the right that was offered', () => {
  const record = compiled(...['grant', 'deal', 'contract', 'registration'].map((kind) => notice(kind)));
  assert.equal(record.tender!.lots!.length, 1);
  const { miningRight } = record.tender!.lots![0]!;
  assert.deepEqual(
    [miningRight!.startingPrice!.fen, miningRight!.dealPrice!.fen, miningRight!.royaltyRate, miningRight!.licence],
    [10_000_000, 36_000_000, 2.3, 'T6200002026××××'],
  );
  assert.deepEqual(
    record.awards!.map(({ status, value }) => [status, value!.fen]),
    [['active', 36_000_000]],
  );
  assert.deepEqual(
    record.contracts!.map(({ awardID }) => awardID),
    record.awards!.map(({ id }) => id),
  );
});

test('a transfer awards nothing: the price of one holder to another is no sale by the state', () => {
  const fragment = fragmentIn(notice('transfer'));
  assert.equal(fragment.awards, undefined);
  assert.deepEqual(rolesIn(fragment), [`transferor ${WINNER}`, 'candidate 甘肃某黄金有限公司']);
});

test('a renewal says the area that is left', () => {
  assert.equal(compiled(notice('registration'), notice('renewal')).tender!.lots![0]!.miningRight!.area, 2.6297);
});

test('a licence leads every later notice to the right', () => {
  const keys = (kind: string) => mining.keys!(notice(kind) as never);
  assert.deepEqual(
    [keys('registration'), keys('transfer'), keys('grant')],
    [['licence T6200002026××××'], ['licence T6200002026××××'], []],
  );
});

test('one right of two ends; the other stays on offer', () => {
  const { tender } = compiled(
    notice('grant', { rights: [right, { ...right, name: '某岭铜矿勘查探矿权', mineral: '铜矿', royaltyRate: 1.2 }] }),
    noticeOf('mining', 'failure', {}, { section: { id: '某岭铜矿勘查探矿权' } }),
  );
  assert.deepEqual(
    tender!.lots!.map(({ status }) => status),
    [undefined, 'unsuccessful'],
  );
  assert.equal(tender!.status, 'active');
});

test('a reprint of any kind may come without fields', () => {
  for (const kind of Object.keys(mining.kinds))
    assert.ok(fragmentIn(noticeOf('mining', kind, {}, { firstPublished: { medium: '某平台' } })), kind);
});

test('a list shows mineral and term, right, area, prices, royalty and who won', () => {
  const [mineral, kind, area, start, price, royalty, transferee] = cellsOf(compiled(notice('grant'), notice('deal')));
  assert.deepEqual(
    [mineral, kind, area],
    [
      { type: 'text', text: '金矿', classes: { list: 'mineral', codes: ['金矿'] }, years: [5] },
      { type: 'code', code: 'explorationRight' },
      { type: 'area', area: 3.2871, unit: 'square-kilometre' },
    ],
  );
  assert.deepEqual(
    [start, price, royalty, transferee!.type],
    [
      { type: 'money', fen: 10_000_000 },
      { type: 'money', fen: 36_000_000 },
      { type: 'percent', percent: 2.3 },
      'party',
    ],
  );
  assert.deepEqual(
    cellsOf(compiled(notice('grant')))
      .slice(4)
      .map((cell) => cell.type),
    ['missing', 'percent', 'missing'],
  );
  assert.deepEqual(cellsOf(compiled(notice('registration'))).at(-1), {
    type: 'party',
    name: WINNER,
    id: fragmentIn(notice('registration')).parties![0]!.id,
  });
  assert.deepEqual(
    mining.facets.map(({ values }) => values(compiled(notice('grant')) as CompiledRelease)),
    [['金矿'], ['explorationRight'], ['listing']],
  );
});
