import type { Condition, Period, Unimplemented } from '../../clock/period.ts';
import { dayOf } from '../../values/date.ts';
import type { Notice } from '../notice.ts';
import { listOf, sumOf, type CompiledRelease } from '../ocds.ts';

const BIDDING = '《招标投标法》';
const REGULATION = '《招标投标法实施条例》';
const law = { law: BIDDING, page: 'tendering-law', from: '2000-01-01', until: null, verifiedOn: '2026-11-23' } as const;
const regulation = {
  law: REGULATION,
  page: 'tendering-regulation',
  from: '2012-02-01',
  until: null,
  verifiedOn: '2026-11-23',
} as const;

/** 工程建设 (domain.md §3.1). */
export const rules: readonly Period[] = [
  {
    id: 'T1',
    ...law,
    article: '第二十四条',
    trigger: 'tender.documentsFrom|tender@|retender.documentsFrom|retender@',
    target: 'tender.bidDeadline|retender.bidDeadline',
    operator: 'least',
    length: 20,
    unit: 'day',
    binds: 'procuringEntity',
    when: 'mustTender',
  },
  {
    id: 'T2',
    ...law,
    article: '第二十三条',
    trigger: 'clarification@|correction@',
    target: 'bidDeadline',
    operator: 'least',
    length: 15,
    unit: 'day',
    binds: 'procuringEntity',
    when: 'affectsBids',
  },
  {
    id: 'T3',
    ...regulation,
    article: '第二十一条',
    trigger: 'prequalificationClarification@',
    target: 'applicationDeadline',
    operator: 'least',
    length: 3,
    unit: 'day',
    binds: 'procuringEntity',
    when: 'affectsBids',
  },
  {
    id: 'T4',
    ...regulation,
    article: '第十六条',
    trigger: 'tender.documentsFrom|retender.documentsFrom|prequalification.documentsFrom',
    target: 'tender.documentsUntil|retender.documentsUntil|prequalification.documentsUntil',
    operator: 'least',
    length: 5,
    unit: 'day',
    binds: 'procuringEntity',
  },
  {
    id: 'T5',
    ...regulation,
    article: '第十七条',
    trigger: 'prequalification.documentsUntil',
    target: 'prequalification.applicationDeadline',
    operator: 'least',
    length: 5,
    unit: 'day',
    binds: 'procuringEntity',
    when: 'mustTender',
  },
  {
    id: 'T7',
    ...law,
    article: '第三十四条',
    trigger: 'tender.bidDeadline|retender.bidDeadline',
    target: 'tender.openingAt|retender.openingAt',
    operator: 'same',
    length: 0,
    unit: 'day',
    binds: 'procuringEntity',
  },
  {
    id: 'T8',
    ...regulation,
    article: '第五十四条',
    trigger: 'candidate.reportReceivedOn',
    target: 'candidate@',
    operator: 'most',
    length: 3,
    unit: 'day',
    binds: 'procuringEntity',
    when: 'mustTender',
  },
  {
    id: 'T9',
    ...regulation,
    article: '第五十四条',
    trigger: 'candidate.publicityFrom|candidate@',
    target: 'candidate.publicityUntil',
    operator: 'least',
    length: 3,
    unit: 'day',
    binds: 'procuringEntity',
    when: 'mustTender',
  },
  {
    id: 'T10',
    ...regulation,
    article: '第五十四条',
    trigger: 'objection.receivedOn',
    target: 'objection.answeredOn',
    operator: 'most',
    length: 3,
    unit: 'day',
    binds: 'procuringEntity',
  },
  {
    id: 'T11',
    ...law,
    article: '第四十六条',
    trigger: 'awardLetter.issuedOn',
    target: 'contract.signedOn',
    operator: 'most',
    length: 30,
    unit: 'day',
    binds: 'both',
    follows: true,
  },
  {
    id: 'T15',
    ...regulation,
    article: '第六十一条',
    trigger: 'complaint.takenUpOn',
    target: 'complaint.decidedOn',
    operator: 'most',
    length: 30,
    unit: 'workingDay',
    binds: 'authority',
    proviso: true,
  },
  {
    id: 'T21',
    ...regulation,
    article: '第五十四条',
    trigger: 'candidate.publicityUntil',
    target: 'award@|awardLetter.issuedOn',
    operator: 'least',
    length: 0,
    unit: 'day',
    binds: 'procuringEntity',
    when: 'mustTender',
    follows: true,
  },
  {
    id: 'T22',
    law: '《政府信息公开条例》',
    article: '第二十六条',
    page: 'open-government-information',
    from: '2019-05-15',
    until: null,
    verifiedOn: '2026-11-23',
    trigger: 'approval.approvedOn',
    target: 'approval@',
    operator: 'most',
    length: 20,
    unit: 'workingDay',
    binds: 'authority',
  },
];

/** The six panels: what is approved is published, what is accepted is put on file. */
const information = {
  law: '《政府信息公开条例》',
  article: '第二十六条',
  page: 'open-government-information',
  from: '2019-05-15',
  until: null,
  verifiedOn: '2026-11-23',
  operator: 'most',
  length: 20,
  unit: 'workingDay',
  binds: 'authority',
} as const;

export const panelRules: readonly Period[] = [
  {
    id: 'T30',
    law: '《建设工程质量管理条例》',
    page: 'construction-quality-regulation',
    article: '第四十九条',
    from: '2000-01-30',
    until: null,
    verifiedOn: null,
    trigger: 'completion.acceptedOn|completionFiling.acceptedOn',
    target: 'completionFiling.filedOn',
    operator: 'most',
    length: 15,
    unit: 'day',
    binds: 'procuringEntity',
    ifSaid: true,
  },
  { id: 'T31', ...information, trigger: 'permit.approvedOn', target: 'permit@' },
  {
    id: 'T32',
    ...information,
    trigger: 'tender.approvedOn|prequalification.approvedOn',
    target: 'permit@|approval@',
    ifSaid: true,
  },
];

export const unimplemented: readonly Unimplemented[] = [
  { id: 'T6', law: REGULATION, article: '第二十二条', reason: 'notPublished' },
  { id: 'T12', law: BIDDING, article: '第四十七条', reason: 'notPublished' },
  { id: 'T13', law: REGULATION, article: '第五十七条', reason: 'notPublished' },
  { id: 'T23', law: BIDDING, article: '第三十七条', reason: 'notPublished' },
  { id: 'T24', law: REGULATION, article: '第五十八条', reason: 'notPublished' },
  { id: 'T17', law: REGULATION, article: '第三十一条', reason: 'vague' },
  { id: 'T18', law: '发展改革委令第10号', article: '第十一条、第十二条', reason: 'notPublished' },
  { id: 'T19', law: '发展改革委令第16号', article: '第五条', reason: 'notAPeriod' },
  { id: 'T20', law: '《评标委员会和评标方法暂行规定》', article: '', reason: 'unverified' },
];

/**
 * 必须招标 of what public money builds: 发展改革委令第16号 since 2018-06-01, before it 国家计委令第3号 (both 待核), in fen. Below
 * it the law binds whoever tenders, and this portal does not judge.
 */
const THRESHOLDS: readonly { from: string; works: number; goods: number; services: number }[] = [
  { from: '2018-06-01', works: 400_0000_00, goods: 200_0000_00, services: 100_0000_00 },
  { from: '', works: 200_0000_00, goods: 100_0000_00, services: 50_0000_00 },
];

export function holds(condition: Condition, record: CompiledRelease, notice: Notice): boolean | null {
  if (condition === 'affectsBids') return affectsBids(notice);
  if (condition !== 'mustTender') return null;
  const { value, lots, mainProcurementCategory: category = 'works' } = record.tender ?? {};
  const sums = [value, ...listOf(lots).map((lot) => lot.value)].flatMap((one) => sumOf(one) ?? []);
  if (sums.length === 0) return null;
  const day = dayOf(notice.publishedAt);
  const threshold = THRESHOLDS.find(({ from }) => from <= day)!;
  if (Math.max(...sums) < threshold[category]) return false;
  // Of private money only what the State Council lists must be tendered (发改法规规〔2018〕843号, 待核); notices do not say.
  const source = String(notice.fields['fundingSource'] ?? '');
  return /自筹|自有|民营|民间|社会资本|企业投资/.test(source) &&
    !/财政|国有|国债|国资|政府|专项债|中央|省级|市级/.test(source)
    ? null
    : true;
}

/** What sets the price or the work anew may affect bids (条例 art. 21); of other changes notices do not say. */
export function affectsBids({ fields }: Notice): true | null {
  const items = Array.isArray(fields['changes'])
    ? fields['changes'].map(({ item }: { item?: unknown }) => String(item))
    : [];
  return fields['ceilingPrice'] !== undefined ||
    items.some((item) => /限价|控制价|工程量|清单|资格|评标办法|招标范围/.test(item))
    ? true
    : null;
}
