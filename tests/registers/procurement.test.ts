import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompiledRelease } from '../../src/registers/ocds.ts';
import { procurement } from '../../src/registers/procurement/register.ts';
import { compiled, fragmentIn, noticeOf, refusalsIn, rolesIn } from './notices.ts';

const BUYER = '天水某学校';
const AGENCY = '甘肃某招标代理有限公司';
const SELLER = '天水某信息技术有限公司';

const call = {
  buyer: BUYER,
  agency: AGENCY,
  category: 'goods',
  budget: '120.000000（万元）',
  ceilingPrice: '1,180,000元',
  requirement: '学生用计算机200台',
  term: '合同签订后30日内',
  consortium: false,
  qualification: '符合政府采购法第二十二条',
  documentsFrom: '2026-09-08 09:00',
  documentsUntil: '2026-09-15 17:00',
  documentsWhere: '天水市公共资源交易网',
  documentsHow: '网上下载',
  documentPrice: '0元',
  noticePeriod: '5个工作日',
};
const offers = { ...call, bidDeadline: '2026-09-29 10:00', openingAt: '2026-09-29 10:00', openingPlace: '第二开标室' };
const items = [{ name: '学生用计算机', specification: '某型', quantity: '200台', unitPrice: '5,800元/台' }];
const deal = { contractNumber: 'TS-HT-2026-01', contractName: '学生用计算机采购合同', buyer: BUYER, supplier: SELLER };

const reachable = (name: string) => ({ name, address: '某路1号', contact: '赵某', telephone: '0938-0000000' });

/** Every kind, as full as its format asks. */
const full: Record<string, Record<string, unknown>> = {
  intention: {
    buyer: BUYER,
    intentions: [
      { name: '计算机', requirement: '200台', budget: '120万元', plannedFor: '2026年9月' },
      { name: '课桌', requirement: '400套', budget: '30万元', plannedFor: '2026年10月' },
    ],
  },
  prequalification: {
    ...call,
    screening: '合格制',
    applicationDeadline: '2026-09-20 10:00',
    applicationPlace: '某中心',
  },
  tender: offers,
  negotiation: offers,
  consultation: offers,
  inquiry: offers,
  framework: { ...offers, budget: undefined },
  singleSource: {
    buyer: reachable(BUYER),
    description: '教学平台续保',
    budget: '50万元',
    justification: '原供应商专有技术',
    supervisor: reachable('秦州区财政局'),
    supplier: { name: SELLER, address: '秦州区某路2号' },
    publicityFrom: '2026-09-08',
    publicityUntil: '2026-09-14',
    experts: [{ name: '钱某', employer: '某大学', position: '教授', opinion: '同意' }],
  },
  clarification: { changes: [{ item: '参数', before: '8G', after: '16G' }], bidDeadline: '2026-10-15 10:00' },
  postponement: { changes: [{ item: '开标时间', after: '另行通知' }] },
  suspension: { suspendedOn: '2026-09-20' },
  opening: { openingAt: '2026-09-29 10:00', bids: [{ tenderer: SELLER, bidPrice: '1,160,000元' }] },
  candidate: { candidates: [{ rank: 1, supplier: SELLER, bidPrice: '1,160,000元' }] },
  award: {
    buyer: reachable(BUYER),
    agency: reachable(AGENCY),
    awards: [{ supplier: { name: SELLER, address: '秦州区某路2号' }, awardPrice: '1,160,000元' }],
    items,
    experts: ['孙某', '李某', '周某'],
    agencyFee: '1.2万元',
    procurementDocuments: '见附件',
    noticePeriod: '1个工作日',
  },
  frameworkResult: { buyer: BUYER, awards: [{ supplier: SELLER, awardPrice: '费率 2.3%' }] },
  contract: { ...deal, items, contractPrice: '1,160,000元', term: '30日', method: 'open', signedOn: '2026-10-20' },
  contractChange: {
    contractNumber: 'TS-HT-2026-01',
    supplier: SELLER,
    changes: [{ item: '数量', before: '200台', after: '210台' }],
    contractPrice: '1,218,000元',
  },
  acceptance: { ...deal, acceptedOn: '2026-11-20', panel: ['吴某', '郑某', '王某'], opinion: '合格' },
  complaint: {
    complainants: ['某供应商'],
    respondents: [BUYER],
    facts: '评审',
    decision: '驳回投诉',
    decider: '天水某财政局',
  },
  inspection: { concerned: [AGENCY], facts: '未按时公告', decision: '责令改正' },
  assessment: {
    agency: '天水某集中采购机构',
    assessor: '天水某财政局',
    period: '2025年度',
    content: '执行情况',
    assessmentMethod: '抽查',
    result: '良好',
  },
  correction: {
    buyer: BUYER,
    firstNoticeOn: '2026-09-08',
    corrected: 'notice',
    changedOn: '2026-09-12',
    changes: [{ item: '预算金额', before: '120万元', after: '125万元' }],
    budget: '125万元',
  },
  failure: { buyer: BUYER },
  termination: { buyer: BUYER },
  retender: { ...offers, bidDeadline: '2026-12-20 10:00', openingAt: '2026-12-20 10:00' },
  withdrawal: {},
  explanation: {},
};

test('a full notice of every kind is accepted', () => {
  assert.deepEqual(Object.keys(full).sort(), Object.keys(procurement.kinds).sort());
  for (const [kind, fields] of Object.entries(full))
    assert.deepEqual(refusalsIn(noticeOf('procurement', kind, fields)), [], kind);
});

test('a call without a budget and a result without experts are refused by name', () => {
  assert.deepEqual(refusalsIn(noticeOf('procurement', 'tender', { ...offers, budget: undefined })), [
    { code: 'missing', path: 'fields.budget' },
  ]);
  assert.deepEqual(refusalsIn(noticeOf('procurement', 'award', { ...full['award'], experts: undefined })), [
    { code: 'missing', path: 'fields.experts' },
  ]);
});

test('a call says its method by its kind, its budget and its ceiling', () => {
  const fragment = fragmentIn(noticeOf('procurement', 'consultation', offers));
  assert.deepEqual(rolesIn(fragment), [`buyer ${BUYER}`, `agency ${AGENCY}`]);
  assert.deepEqual(
    [fragment.tender!.method, fragment.tender!.procurementMethod, fragment.tender!.mainProcurementCategory],
    ['consultation', 'limited', 'goods'],
  );
  assert.deepEqual(
    [fragment.planning!.budget!.amount!.printed, fragment.tender!.value!.fen],
    ['120.000000（万元）', 118_000_000],
  );
  assert.equal(fragment.tender!.tenderPeriod!.endDate, '2026-09-29T10:00:00+08:00');
});

test('intentions in one notice add up', () => {
  assert.equal(
    fragmentIn(noticeOf('procurement', 'intention', full['intention']!)).planning!.budget!.amount!.fen,
    150_000_000,
  );
});

test('a single source is publicised with its supplier before it wins', () => {
  const fragment = fragmentIn(noticeOf('procurement', 'singleSource', full['singleSource']!));
  assert.deepEqual(
    fragment.awards!.map(({ status, suppliers }) => [status, suppliers![0]!.name]),
    [['pending', SELLER]],
  );
  assert.deepEqual(fragment.tender!.publicityPeriod, {
    startDate: '2026-09-08T00:00:00+08:00',
    endDate: '2026-09-14T23:59:59+08:00',
  });
  const bought = compiled(
    noticeOf('procurement', 'singleSource', full['singleSource']!),
    noticeOf('procurement', 'award', full['award']!),
  );
  assert.deepEqual(
    bought.awards!.map(({ status, value }) => [status, value!.fen]),
    [['active', 116_000_000]],
  );
});

test('a rate is no sum, and is kept as printed', () => {
  const { value } = fragmentIn(noticeOf('procurement', 'frameworkResult', full['frameworkResult']!)).awards![0]!;
  assert.deepEqual([value!.fen, value!.rate, value!.printed], [null, 2.3, '费率 2.3%']);
});

test('a correction of the budget keeps the ceiling and the method', () => {
  const corrected = compiled(
    noticeOf('procurement', 'tender', offers),
    noticeOf('procurement', 'correction', full['correction']!),
  );
  assert.deepEqual(
    [corrected.planning!.budget!.amount!.fen, corrected.tender!.value!.fen, corrected.tender!.method],
    [125_000_000, 118_000_000, 'open'],
  );
});

test('contract, change and acceptance are of one contract', () => {
  const { contracts } = compiled(
    ...['contract', 'contractChange', 'acceptance'].map((kind) => noticeOf('procurement', kind, full[kind]!)),
  );
  assert.equal(contracts!.length, 1);
  assert.equal(contracts![0]!.value!.fen, 121_800_000);
  assert.deepEqual(contracts![0]!.implementation, { endDate: '2026-11-20T23:59:59+08:00', status: 'accepted' });
});

test('packages that failed are told beside those that were won', () => {
  const { tender, awards } = fragmentIn(
    noticeOf('procurement', 'award', {
      ...full['award'],
      awards: [{ section: '第一包', supplier: { name: SELLER, address: '某路2号' }, awardPrice: '100万元' }],
      failedSections: [{ section: '第二包', reason: '不足三家' }],
    }),
  );
  assert.deepEqual(tender!.lots, [{ id: '1' }, { id: '2', status: 'unsuccessful' }]);
  assert.deepEqual(awards![0]!.relatedLots, ['1']);
});

test('a complaint gives nobody a role in the purchase but the authority', () => {
  assert.deepEqual(rolesIn(fragmentIn(noticeOf('procurement', 'complaint', full['complaint']!))), [
    'supervisor 天水某财政局',
  ]);
});

test('a reprint of any kind may come without fields', () => {
  for (const kind of Object.keys(procurement.kinds))
    assert.ok(fragmentIn(noticeOf('procurement', kind, {}, { firstPublished: { medium: '某平台' } })), kind);
});

test('a list shows buyer, method, budget, supplier and sum, and says what is missing', () => {
  const cells = (record: unknown) => procurement.columns.map(({ cell }) => cell(record as CompiledRelease));
  const [buyer, method, budget, supplier, amount] = cells(
    compiled(noticeOf('procurement', 'tender', offers), noticeOf('procurement', 'award', full['award']!)),
  );
  assert.deepEqual(
    [buyer!.type, method, budget, supplier!.type, amount],
    [
      'party',
      { type: 'code', code: 'open' },
      { type: 'money', fen: 120_000_000 },
      'party',
      { type: 'money', fen: 116_000_000 },
    ],
  );
  const terminated = cells(
    compiled(noticeOf('procurement', 'tender', offers), noticeOf('procurement', 'termination', full['termination']!)),
  );
  assert.deepEqual(terminated.slice(3), [
    { type: 'missing', reason: 'not-applicable' },
    { type: 'missing', reason: 'not-applicable' },
  ]);
  assert.deepEqual(
    procurement.facets.map(({ values }) => values({ tender: { procurementMethod: 'selective' } } as CompiledRelease)),
    [['invited'], []],
  );
});
