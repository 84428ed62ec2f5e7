import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NoticeInput } from '../../src/registers/notice.ts';
import type { CompiledRelease } from '../../src/registers/ocds.ts';
import { construction } from '../../src/registers/construction/register.ts';
import { findRecord } from '../../src/notices/storage.ts';
import { emptyHouse, published } from '../stories/lakeside-road.ts';
import { compiled, fragmentIn, noticeOf, refusalsIn, rolesIn } from './notices.ts';

const ENTITY = '天水某建设管理中心';
const BUILDER = '天水某建设有限公司';
const GARDENER = '甘肃某园林工程有限公司';

const call = {
  procuringEntity: { name: ENTITY, address: '秦州区某路1号', contact: '某工', telephone: '0938-0000000' },
  agency: '甘肃某招标代理有限公司',
  category: 'construction',
  method: 'open',
  content: '道路、排水、照明及绿化工程',
  scope: '图纸范围内全部内容',
  scale: '道路长1.86公里',
  fundingSource: '财政资金',
  qualification: '市政公用工程施工总承包二级以上',
  consortium: false,
  documentsFrom: '2026-09-08 09:00',
  documentsUntil: '2026-09-14 17:00',
  documentsHow: '网上下载',
  submission: '网上递交',
};
const tender = noticeOf('construction', 'tender', {
  ...call,
  bidDeadline: '2026-09-29 10:00',
  openingAt: '2026-09-29 10:00',
  sections: [
    { section: '标段1', name: '道路、排水工程', ceilingPrice: '2550万元' },
    { section: '标段2', name: '照明、绿化工程', ceilingPrice: '750万元' },
  ],
});
const candidateFields = {
  candidates: [
    {
      section: '1',
      rank: 1,
      supplier: BUILDER,
      bidPrice: '24,860,000.00元',
      duration: '240日历天',
      quality: '合格',
      leader: { name: '赵某某', certificate: '一级建造师', certificateNumber: '某1' },
      qualification: '符合',
    },
    {
      section: '第二标段',
      rank: 1,
      supplier: GARDENER,
      members: ['天水某照明工程有限公司'],
      bidPrice: '7,285,000.00元',
      duration: '150日历天',
      quality: '合格',
      leader: { name: '钱某某', certificate: '二级建造师', certificateNumber: '某2' },
      qualification: '符合',
    },
  ],
  evaluation: '综合评估法',
  publicityFrom: '2026-10-14',
  publicityUntil: '2026-10-19',
  objectionChannel: '向招标人书面提出',
};
const candidate = noticeOf('construction', 'candidate', candidateFields);
const award = noticeOf('construction', 'award', {
  awards: [
    { section: '1', supplier: BUILDER, awardPrice: '24,860,000.00元' },
    { section: '2', supplier: GARDENER, awardPrice: '7,258,000.00元' },
  ],
  awardedOn: '2026-10-20',
});

/** Every kind, as full as its law asks. */
const full: Record<string, Record<string, unknown>> = {
  approval: {
    procuringEntity: ENTITY,
    content: '道路工程',
    scope: '施工',
    organisation: 'agency',
    method: 'open',
    estimate: '3300万元',
    approver: '天水某审批局',
  },
  plan: { procuringEntity: ENTITY, content: '道路工程', plannedFor: '2026年9月' },
  prequalification: { ...call, applicationDeadline: '2026-09-20 10:00' },
  prequalificationClarification: {
    changes: [{ item: '业绩要求', before: '三项', after: '两项' }],
    applicationDeadline: '2026-09-22 10:00',
  },
  prequalificationResult: {
    procuringEntity: ENTITY,
    applicants: [
      { tenderer: BUILDER, passed: true },
      { tenderer: GARDENER, passed: false, reason: '业绩不足' },
    ],
  },
  tender: tender.fields!,
  clarification: {
    changes: [{ item: '投标截止时间', before: '2026-09-29 10:00', after: '2026-10-08 10:00' }],
    bidDeadline: '2026-10-08 10:00',
  },
  postponement: { changes: [{ item: '开标时间', after: '另行通知' }] },
  suspension: { suspendedOn: '2026-09-25' },
  opening: {
    openingAt: '2026-10-08 10:00',
    openingPlace: '第一开标室',
    bids: [
      { section: '1', tenderer: BUILDER, bidPrice: '24,860,000.00元' },
      { section: '2', tenderer: GARDENER, bidPrice: '7,285,000.00元' },
    ],
  },
  candidate: candidate.fields!,
  objection: { matter: '对业绩有异议', answer: '经查，业绩属实', answeredOn: '2026-10-16' },
  award: award.fields!,
  awardLetter: { procuringEntity: ENTITY, awards: [{ section: '1', supplier: BUILDER }], issuedOn: '2026-10-26' },
  contract: {
    procuringEntity: ENTITY,
    section: '1',
    supplier: BUILDER,
    contractPrice: '24,860,000.00元',
    term: '240日历天',
    signedOn: '2026-11-10',
  },
  contractChange: {
    section: '1',
    supplier: BUILDER,
    changes: [{ item: '合同价', before: '24,860,000.00元', after: '25,000,000.00元' }],
    contractPrice: '25,000,000.00元',
  },
  performance: { section: '1', supplier: BUILDER, performed: '路基完成' },
  completion: { section: '1', supplier: BUILDER, completedOn: '2027-07-01', verdict: '合格' },
  permit: { permit: 'construction', documentNumber: '建施字第1号', approvedOn: '2026-08-28', authority: '某建设局' },
  designReview: { reviewer: '某图审中心', certificateNumber: '2026-0417', reviewedOn: '2026-08-18' },
  appointment: { firm: '某监理公司', appointedOn: '2026-08-20', price: '100,000元' },
  qualityRegistration: { authority: '某建设局', registeredOn: '2026-10-24' },
  qualityInspection: { authority: '某建设局', inspectedOn: '2026-11-01', inspected: '路基压实度', conclusion: '合格' },
  completionFiling: { authority: '某建设局', acceptedOn: '2027-06-01', filedOn: '2027-06-10' },
  funding: { funding: 'payment', amount: '400,000元', fundedOn: '2026-11-01', contractNumber: 'HT-01' },
  settlement: { section: '1', supplier: BUILDER, settlementPrice: '24,900,000.00元' },
  anomaly: { anomalies: '电子系统故障，开标中断两小时' },
  complaint: {
    complainants: [GARDENER],
    respondents: [ENTITY],
    matter: '评标',
    takenUpOn: '2026-10-22',
    decision: '驳回',
    basis: '《招标投标法实施条例》',
    decidedOn: '2026-11-12',
    decider: '天水某监督局',
  },
  correction: {
    changes: [{ item: '标段2中标价', before: '7,258,000.00元', after: '7,285,000.00元' }],
    awards: [{ section: '2', supplier: GARDENER, awardPrice: '7,285,000.00元' }],
  },
  failure: { bidders: 2 },
  termination: { refund: '退还保证金及利息' },
  retender: { ...call, bidDeadline: '2026-12-20 10:00', round: '第二次' },
  withdrawal: {},
  explanation: {},
};

test('a full notice of every kind is accepted', () => {
  assert.deepEqual(Object.keys(full).sort(), Object.keys(construction.kinds).sort());
  for (const [kind, fields] of Object.entries(full))
    assert.deepEqual(refusalsIn(noticeOf('construction', kind, fields)), [], kind);
});

test('a call for tenders without its deadline is refused, and the refusal names it', () => {
  const { bidDeadline: _, ...fields } = tender.fields as Record<string, unknown>;
  assert.deepEqual(refusalsIn({ ...tender, fields }), [{ code: 'missing', path: 'fields.bidDeadline' }]);
});

test('a candidate without a price is refused in a first publication and accepted in a reprint', () => {
  const { bidPrice: _, ...first } = candidateFields.candidates[0]!;
  const notice = { ...candidate, fields: { ...candidateFields, candidates: [first] } };
  assert.deepEqual(refusalsIn(notice), [{ code: 'missing', path: 'fields.candidates.0.bidPrice' }]);
  const reprint = fragmentIn({ ...notice, firstPublished: { medium: '某平台' } });
  assert.equal(reprint.awards![0]!.suppliers![0]!.name, BUILDER);
});

test('a termination must say why', () => {
  assert.deepEqual(refusalsIn(noticeOf('construction', 'termination', {}, { reason: undefined })), [
    { code: 'missing', path: 'reason' },
  ]);
});

test('a call names its parties, ceilings and periods', () => {
  const fragment = fragmentIn(tender);
  assert.deepEqual(rolesIn(fragment), [`procuringEntity ${ENTITY}`, 'agency 甘肃某招标代理有限公司']);
  assert.deepEqual(fragment.parties![0]!.contactPoint, { name: '某工', telephone: '0938-0000000' });
  assert.deepEqual(fragment.tender!.tenderPeriod, {
    startDate: '2026-09-08T09:00:00+08:00',
    endDate: '2026-09-29T10:00:00+08:00',
  });
  assert.deepEqual(
    fragment.tender!.lots!.map(({ id, title, value }) => [id, title, value!.fen]),
    [
      ['1', '道路、排水工程', 2_550_000_000],
      ['2', '照明、绿化工程', 750_000_000],
    ],
  );
  assert.equal(fragment.tender!.mainProcurementCategory, 'works');
});

test('a publicity says its hours, and a result that tells the day of the opening leaves the hour that the call said', () => {
  const hours = { publicityFrom: '2026-10-14 10:02', publicityUntil: '2026-10-19 18:00' };
  const record = compiled(tender, { ...candidate, fields: { ...candidate.fields, ...hours, openingAt: '2026-10-12' } });
  assert.deepEqual(record.tender!.publicityPeriod, {
    startDate: '2026-10-14T10:02:00+08:00',
    endDate: '2026-10-19T18:00:00+08:00',
  });
  assert.equal(record.tender!.openingDate, compiled(tender).tender!.openingDate);
  assert.ok(record.tender!.openingDate);
});

test('a correction names who acts for the buyer', () => {
  const { parties } = compiled(tender, {
    ...tender,
    id: 'correction',
    kind: 'correction',
    fields: { agency: '甘肃某招标公司', changes: [{ item: '控制价', after: '见附件' }] },
  });
  assert.ok(parties!.some(({ name, roles }) => name === '甘肃某招标公司' && roles!.includes('agency')));
});

test('candidates wait, winners stand, and both are the same award', () => {
  const waiting = compiled(tender, candidate);
  assert.deepEqual(
    waiting.awards!.map(({ status, rank, relatedLots }) => [status, rank, relatedLots]),
    [
      ['pending', 1, ['1']],
      ['pending', 1, ['2']],
    ],
  );
  assert.deepEqual(waiting.tender!.publicityPeriod, {
    startDate: '2026-10-14T00:00:00+08:00',
    endDate: '2026-10-19T23:59:59+08:00',
  });
  assert.deepEqual(waiting.awards![0]!.projectLeader, { name: '赵某某', certificate: '一级建造师 某1' });
  const decided = compiled(tender, candidate, award);
  assert.deepEqual(
    decided.awards!.map(({ status, value }) => [status, value!.fen]),
    [
      ['active', 2_486_000_000],
      ['active', 725_800_000],
    ],
  );
  assert.equal(decided.awards![0]!.duration, '240日历天');
});

test('a correction of the result changes the award, a cancelled winner no longer stands', () => {
  const corrected = compiled(tender, candidate, award, noticeOf('construction', 'correction', full['correction']!));
  assert.deepEqual(
    corrected.awards!.map(({ value }) => value!.fen),
    [2_486_000_000, 728_500_000],
  );
  const cancelled = compiled(
    award,
    noticeOf('construction', 'correction', {
      changes: [{ item: '中标人', before: GARDENER, after: '重新确定' }],
      cancelledAwards: [{ section: '2', supplier: GARDENER }],
    }),
  );
  assert.deepEqual(
    cancelled.awards!.map(({ status }) => status),
    ['active', 'cancelled'],
  );
});

test('a clarification moves the deadline and leaves the rest', () => {
  const moved = compiled(tender, noticeOf('construction', 'clarification', full['clarification']!));
  assert.deepEqual(moved.tender!.tenderPeriod, {
    startDate: '2026-09-08T09:00:00+08:00',
    endDate: '2026-10-08T10:00:00+08:00',
  });
  assert.equal(moved.tender!.lots!.length, 2);
});

test('calls for two sections of one project keep both ceilings', () => {
  const one = (id: string, price: string): NoticeInput =>
    noticeOf(
      'construction',
      'tender',
      { ...call, bidDeadline: '2026-09-29 10:00', ceilingPrice: price },
      { section: { id } },
    );
  const both = compiled(one('标段1', '2550万元'), one('标段2', '750万元'));
  assert.deepEqual(
    both.tender!.lots!.map(({ value }) => value!.fen),
    [2_550_000_000, 750_000_000],
  );
  assert.equal(both.tender!.value, undefined);
});

test('contract, change, completion and settlement are of one contract', () => {
  const { contracts } = compiled(
    award,
    ...['contract', 'contractChange', 'completion', 'settlement'].map((kind) =>
      noticeOf('construction', kind, full[kind]!),
    ),
  );
  assert.equal(contracts!.length, 1);
  assert.equal(contracts![0]!.value!.fen, 2_500_000_000);
  assert.equal(contracts![0]!.implementation!.finalValue!.fen, 2_490_000_000);
  assert.equal(contracts![0]!.dateSigned, '2026-11-10T00:00:00+08:00');
});

test('a new call reopens what had failed', () => {
  const failed = compiled(tender, noticeOf('construction', 'failure', full['failure']!));
  assert.deepEqual(
    [failed.tender!.status, failed.tender!.terminationReason, failed.tender!.numberOfTenderers],
    ['unsuccessful', '另有安排', 2],
  );
  const again = compiled(
    tender,
    noticeOf('construction', 'failure', full['failure']!),
    noticeOf('construction', 'retender', full['retender']!),
  );
  assert.deepEqual(
    [again.tender!.status, again.tender!.terminationReason, again.tender!.tenderPeriod!.endDate],
    ['active', undefined, '2026-12-20T10:00:00+08:00'],
  );
});

test('a section that failed does not end the others', () => {
  const { tender: ended } = compiled(tender, noticeOf('construction', 'failure', {}, { section: { id: '标段2' } }));
  assert.deepEqual([ended!.status, ended!.lots!.map(({ status }) => status)], ['active', [undefined, 'unsuccessful']]);
});

test('a record ends only when its last section does', () => {
  const house = emptyHouse();
  const told = (notice: NoticeInput, id: string, day: number): NoticeInput => ({
    ...notice,
    id,
    amends: undefined,
    project: { code: 'TS-GC-1' },
    publishedAt: `2026-09-${day}`,
  });
  const failed = (section: string) => noticeOf('construction', 'failure', {}, { section: { id: section } });
  const [first] = published(house, told(tender, 'a', 10), told(failed('标段2'), 'b', 11));
  assert.equal(findRecord(house, first!.ocid)!.stage, 'tender');
  published(house, told(failed('标段1'), 'c', 12));
  assert.equal(findRecord(house, first!.ocid)!.stage, 'terminated');
});

test('a reprint without any field still says which section it is about', () => {
  for (const kind of Object.keys(construction.kinds)) {
    const reprint = noticeOf('construction', kind, {}, { section: { id: '1' }, firstPublished: { medium: '某平台' } });
    assert.ok(fragmentIn(reprint), kind);
    if (!['withdrawal', 'approval', 'explanation'].includes(kind))
      assert.equal(fragmentIn(reprint).tender!.lots![0]!.id, '1', kind);
  }
});

test('a list shows who tenders, the ceiling, who won and for how much', () => {
  const cells = (record: unknown) => construction.columns.map(({ cell }) => cell(record as CompiledRelease));
  const [entity, ceiling, winner, price] = cells(compiled(tender, award));
  assert.equal(entity?.type === 'party' && entity.name, ENTITY);
  assert.deepEqual(ceiling, { type: 'money', fen: 3_300_000_000 });
  assert.deepEqual(winner?.type === 'party' && [winner.name, winner.sub], [BUILDER, GARDENER]);
  assert.deepEqual(price, { type: 'money', fen: 3_211_800_000 });
  assert.deepEqual(cells(compiled(tender)).slice(2), [
    { type: 'missing', reason: 'pending' },
    { type: 'missing', reason: 'pending' },
  ]);
  assert.deepEqual(cells({ tender: { lots: 'none' }, awards: {} })[1], { type: 'missing', reason: 'undisclosed' });
});
