import type { Condition, Period, Unimplemented } from '../../clock/period.ts';
import type { CompiledRelease } from '../ocds.ts';

const PROCUREMENT = '《政府采购法》';
const REGULATION = '《政府采购法实施条例》';
const law = {
  law: PROCUREMENT,
  page: 'government-procurement-law',
  from: '2003-01-01',
  until: null,
  verifiedOn: '2026-11-23',
} as const;
const regulation = {
  law: REGULATION,
  page: 'government-procurement-regulation',
  from: '2015-03-01',
  until: null,
  verifiedOn: '2026-11-23',
} as const;
const order74 = {
  law: '财政部令第74号',
  page: 'procurement-other-methods-order-74',
  from: '2014-02-01',
  until: null,
  verifiedOn: null,
} as const;
const order87 = {
  law: '财政部令第87号',
  page: 'procurement-bidding-order-87',
  from: '2017-10-01',
  until: null,
  verifiedOn: null,
} as const;
const results = { law: '财库〔2015〕135号', article: '', from: '2015-07-17', until: null, verifiedOn: null } as const;
const consultation = {
  law: '财库〔2014〕214号',
  page: 'competitive-consultation',
  article: '第十条',
  from: '2014-12-31',
  until: null,
  verifiedOn: null,
} as const;

/** 政府采购 (domain.md §3.2). */
export const rules: readonly Period[] = [
  {
    id: 'P1',
    law: '财库〔2020〕10号',
    article: '',
    page: 'procurement-intentions',
    from: '2022-01-01',
    until: null,
    verifiedOn: null,
    trigger: 'intention@',
    target: 'tender@|negotiation@|consultation@|inquiry@|framework@',
    operator: 'least',
    length: 30,
    unit: 'day',
    binds: 'buyer',
    when: 'inPrinciple',
  },
  {
    id: 'P2',
    ...law,
    article: '第三十五条',
    trigger: 'tender.documentsFrom|tender@|retender.documentsFrom|retender@',
    target: 'tender.bidDeadline|retender.bidDeadline',
    operator: 'least',
    length: 20,
    unit: 'day',
    binds: 'buyer',
    when: 'publicTender',
  },
  {
    id: 'P3',
    ...regulation,
    article: '第三十一条',
    trigger: 'tender.documentsFrom|retender.documentsFrom',
    target: 'tender.documentsUntil|retender.documentsUntil',
    operator: 'least',
    length: 5,
    unit: 'workingDay',
    binds: 'buyer',
    when: 'publicTender',
  },
  {
    id: 'P5',
    ...regulation,
    article: '第二十一条',
    trigger: 'prequalification@',
    target: 'prequalification.applicationDeadline',
    operator: 'least',
    length: 5,
    unit: 'workingDay',
    binds: 'buyer',
  },
  {
    id: 'P6',
    ...regulation,
    article: '第三十一条',
    trigger: 'clarification@|correction@',
    target: 'bidDeadline',
    operator: 'least',
    length: 15,
    unit: 'day',
    binds: 'buyer',
    when: 'affectsBids',
  },
  {
    id: 'P37',
    ...order87,
    article: '第二十七条',
    trigger: 'clarification@|correction@',
    target: 'applicationDeadline',
    operator: 'least',
    length: 3,
    unit: 'day',
    binds: 'buyer',
    when: 'affectsBids',
  },
  {
    id: 'P7',
    ...order74,
    article: '第二十九条',
    trigger: 'negotiation.documentsFrom|negotiation@',
    target: 'negotiation.bidDeadline',
    operator: 'least',
    length: 3,
    unit: 'workingDay',
    binds: 'buyer',
  },
  {
    id: 'P8',
    ...order74,
    article: '第四十五条',
    trigger: 'inquiry.documentsFrom|inquiry@',
    target: 'inquiry.bidDeadline',
    operator: 'least',
    length: 3,
    unit: 'workingDay',
    binds: 'buyer',
  },
  {
    id: 'P9',
    ...consultation,
    trigger: 'consultation.documentsFrom|consultation@',
    target: 'consultation.bidDeadline',
    operator: 'least',
    length: 10,
    unit: 'day',
    binds: 'buyer',
  },
  {
    id: 'P9-2',
    ...consultation,
    trigger: 'consultation.documentsFrom',
    target: 'consultation.documentsUntil',
    operator: 'least',
    length: 5,
    unit: 'workingDay',
    binds: 'buyer',
  },
  {
    id: 'P10',
    ...regulation,
    article: '第三十八条',
    trigger: 'singleSource.publicityFrom|singleSource@',
    target: 'singleSource.publicityUntil',
    operator: 'least',
    length: 5,
    unit: 'workingDay',
    binds: 'buyer',
    proviso: true,
  },
  {
    id: 'P12',
    ...regulation,
    article: '第四十三条',
    trigger: 'award.awardedOn|frameworkResult.awardedOn',
    target: 'award@|frameworkResult@',
    operator: 'most',
    length: 2,
    unit: 'workingDay',
    binds: 'buyer',
  },
  {
    id: 'P14',
    ...law,
    article: '第四十六条',
    trigger: 'award@',
    target: 'contract.signedOn',
    operator: 'most',
    length: 30,
    unit: 'day',
    binds: 'both',
    follows: true,
  },
  {
    id: 'P15',
    ...regulation,
    article: '第五十条',
    trigger: 'contract.signedOn',
    target: 'contract@',
    operator: 'most',
    length: 2,
    unit: 'workingDay',
    binds: 'buyer',
  },
  // The letter goes out with the result, the contract follows within thirty days, its notice within two working days.
  {
    id: 'P15-2',
    ...regulation,
    article: '第五十条；《政府采购法》第四十六条',
    trigger: 'award@',
    target: 'contract@',
    operator: 'most',
    length: 30,
    unit: 'day',
    then: { length: 2, unit: 'workingDay' },
    binds: 'buyer',
    publication: true,
  },
  {
    id: 'P30',
    ...order87,
    article: '第三十九条',
    trigger: 'tender.bidDeadline|retender.bidDeadline',
    target: 'tender.openingAt|retender.openingAt',
    operator: 'same',
    length: 0,
    unit: 'day',
    binds: 'buyer',
    when: 'publicTender',
  },
  {
    id: 'P31',
    ...consultation,
    trigger: 'clarification@|correction@',
    target: 'bidDeadline',
    operator: 'least',
    length: 5,
    unit: 'day',
    binds: 'buyer',
    when: 'consultationAffected',
  },
  {
    id: 'P32',
    ...order74,
    article: '第二十九条、第四十五条',
    trigger: 'clarification@|correction@',
    target: 'bidDeadline',
    operator: 'least',
    length: 3,
    unit: 'workingDay',
    binds: 'buyer',
    when: 'negotiationAffected',
  },
  {
    id: 'P33',
    ...results,
    trigger: 'acceptance.acceptedOn',
    target: 'acceptance@',
    operator: 'most',
    length: 2,
    unit: 'workingDay',
    binds: 'buyer',
  },
  {
    id: 'P34',
    ...results,
    trigger: 'complaint.decidedOn|inspection.decidedOn',
    target: 'complaint@|inspection@',
    operator: 'most',
    length: 5,
    unit: 'workingDay',
    binds: 'authority',
  },
  // The thirty days are those of a complaint; why a purchase rests otherwise, and for how long, no law limits.
  {
    id: 'P35',
    ...law,
    article: '第五十七条',
    trigger: 'suspension.suspendedOn',
    target: 'suspension.resumesOn',
    operator: 'most',
    length: 30,
    unit: 'day',
    binds: 'authority',
    proviso: true,
  },
];

const unpublished = (id: string, name: string, article: string): Unimplemented => ({
  id,
  law: name,
  article,
  reason: 'notPublished',
});

export const unimplemented: readonly Unimplemented[] = [
  unpublished('P11', REGULATION, '第四十三条'),
  unpublished('P16', PROCUREMENT, '第四十七条'),
  unpublished('P36', REGULATION, '第四十八条'),
  unpublished('P19', PROCUREMENT, '第五十二条'),
  unpublished('P20', PROCUREMENT, '第五十三条'),
  unpublished('P21', PROCUREMENT, '第五十五条'),
  unpublished('P22', '财政部令第94号', '第二十一条'),
  unpublished('P23', PROCUREMENT, '第五十六条'),
  unpublished('P24', REGULATION, '第五十二条'),
  { id: 'P25', law: REGULATION, article: '第二十八条', reason: 'notAPeriod' },
  unpublished('P28', PROCUREMENT, '第四十二条'),
  { id: 'P29', law: '财政部令第101号', article: '', reason: 'unverified' },
];

export function holds(condition: Condition, record: CompiledRelease): boolean | null {
  const method = record.tender?.method;
  // 公开招标 and 邀请招标 are tenders; a 采购公告 without a method does not say.
  // Works that are tendered go by the Tendering Law (政府采购法 art. 4).
  if (condition === 'publicTender' && record.tender?.mainProcurementCategory === 'works') return false;
  if (condition === 'publicTender') return method === undefined ? null : method === 'open' || method === 'invited';
  // 磋商 five days, 谈判 and 询价 three working days; whether offers are affected no notice says.
  // Of a correction that does not say by which method is bought nothing is ruled out.
  if (condition === 'consultationAffected') return method === 'consultation' || method === undefined ? null : false;
  if (condition === 'negotiationAffected')
    return method === 'negotiation' || method === 'inquiry' || method === undefined ? null : false;
  // The fifteen days are those of tenders; negotiations have shorter ones that no order names for all.
  if (condition === 'affectsBids' && method !== undefined && method !== 'open' && method !== 'invited') return false;
  return null;
}
