import type { Condition, Period, Unimplemented } from '../../clock/period.ts';
import { listOf, sumOf, type CompiledRelease } from '../ocds.ts';

const BIDDING = '《招标投标法》';
const REGULATION = '《招标投标法实施条例》';
const law = { law: BIDDING, page: 'tendering-law', from: null, until: null, verifiedOn: '2026-11-23' } as const;
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
    when: 'mustTender',
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
  },
];

export const unimplemented: readonly Unimplemented[] = [
  { id: 'T6', law: REGULATION, article: '第二十二条', reason: 'notPublished' },
  { id: 'T12', law: BIDDING, article: '第四十七条', reason: 'notPublished' },
  { id: 'T13', law: REGULATION, article: '第五十七条', reason: 'notPublished' },
  { id: 'T14', law: REGULATION, article: '第二十六条、第五十八条', reason: 'percentage' },
  { id: 'T16', law: BIDDING, article: '第二十八条、第三十七条', reason: 'count' },
  { id: 'T17', law: REGULATION, article: '第三十一条', reason: 'vague' },
  { id: 'T18', law: '发展改革委令第10号', article: '第十一条、第十二条', reason: 'notPublished' },
  { id: 'T19', law: '发展改革委令第16号', article: '第五条', reason: 'notAPeriod' },
  { id: 'T20', law: '《评标委员会和评标方法暂行规定》', article: '', reason: 'unverified' },
];

/** 必须招标: 施工 400万元, 货物 200万元, 服务 100万元 and more (发展改革委令第16号, 待核); below it the law binds whoever tenders, and this portal does not judge. */
const THRESHOLDS: Record<string, number> = { works: 400_0000_00, goods: 200_0000_00, services: 100_0000_00 };

export function holds(condition: Condition, record: CompiledRelease): boolean | null {
  // Whether a clarification may affect bids no notice says.
  if (condition !== 'mustTender') return null;
  const { value, lots, mainProcurementCategory: category = 'works' } = record.tender ?? {};
  const sums = [value, ...listOf(lots).map((lot) => lot.value)].flatMap((one) => sumOf(one) ?? []);
  const threshold = THRESHOLDS[category] ?? THRESHOLDS['works']!;
  if (sums.length === 0) return null;
  return Math.max(...sums) >= threshold;
}
