import type { Period, Unimplemented } from '../../clock/period.ts';

const RULES = '自然资规〔2023〕1号《矿业权出让交易规则》';
/** Issued in January 2023 for five years; the day is to be verified. */
const trading = {
  law: RULES,
  article: '',
  page: 'mining-grant-rules',
  from: '2023-01-01',
  until: '2027-12-31',
  verifiedOn: null,
} as const;

/** 矿业权 (domain.md §3.4). */
export const rules: readonly Period[] = [
  {
    id: 'M1',
    ...trading,
    trigger: 'grant@|regrant@',
    target: 'grant.listingFrom|grant.saleAt|regrant.listingFrom|regrant.saleAt',
    operator: 'least',
    length: 20,
    unit: 'workingDay',
    binds: 'grantor',
  },
  {
    id: 'M2',
    ...trading,
    trigger: 'grant.listingFrom|regrant.listingFrom',
    target: 'grant.listingUntil|regrant.listingUntil',
    operator: 'least',
    length: 10,
    unit: 'workingDay',
    binds: 'grantor',
    when: 'listed',
  },
  {
    id: 'M4',
    ...trading,
    trigger: 'confirmation.confirmedOn',
    target: 'deal@',
    operator: 'most',
    length: 5,
    unit: 'workingDay',
    binds: 'grantor',
    publication: true,
  },
  {
    id: 'M5',
    ...trading,
    trigger: 'deal.publicityFrom|deal@',
    target: 'deal.publicityUntil',
    operator: 'least',
    length: 10,
    unit: 'workingDay',
    binds: 'grantor',
  },
  {
    id: 'M7',
    ...trading,
    trigger: 'agreement.publicityFrom|agreement@',
    target: 'agreement.publicityUntil',
    operator: 'least',
    length: 10,
    unit: 'workingDay',
    binds: 'grantor',
  },
  {
    id: 'M8',
    ...trading,
    trigger: 'transfer.publicityFrom|transfer@',
    target: 'transfer.publicityUntil',
    operator: 'least',
    length: 10,
    unit: 'workingDay',
    binds: 'authority',
  },
];

export const unimplemented: readonly Unimplemented[] = [
  { id: 'M3', law: RULES, article: '', reason: 'vague' },
  { id: 'M6', law: RULES, article: '', reason: 'notPublished' },
  { id: 'M9', law: '《探矿权采矿权转让管理办法》', article: '第十条', reason: 'notPublished' },
  { id: 'M11', law: '《矿产资源法》（2024年修订）', article: '第十七条', reason: 'notAPeriod' },
];
