import type { Period, Unimplemented } from '../../clock/period.ts';

const ORDER39 = '国土资源部令第39号';
const order39 = {
  law: ORDER39,
  page: 'land-sale-order-39',
  from: '2007-11-01',
  until: null,
  verifiedOn: null,
} as const;
const GRANTS = 'grant@|regrant@';
const OPENING = 'grant.listingFrom|grant.saleAt|regrant.listingFrom|regrant.saleAt';

/** 国有建设用地使用权 (domain.md §3.3). */
export const rules: readonly Period[] = [
  {
    id: 'L1',
    ...order39,
    article: '第八条',
    trigger: GRANTS,
    target: OPENING,
    operator: 'least',
    length: 20,
    unit: 'day',
    binds: 'grantor',
  },
  {
    id: 'L2',
    ...order39,
    article: '第十一条',
    trigger: 'change@|correction@',
    target: 'listingFrom|saleAt',
    operator: 'least',
    length: 20,
    unit: 'day',
    binds: 'grantor',
    when: 'affectsBids',
  },
  {
    id: 'L3',
    ...order39,
    article: '第十八条',
    trigger: 'grant.listingFrom|regrant.listingFrom',
    target: 'grant.listingUntil|regrant.listingUntil',
    operator: 'least',
    length: 10,
    unit: 'day',
    binds: 'grantor',
  },
  {
    id: 'L4',
    ...order39,
    article: '第二十二条',
    trigger: 'grant.listingUntil|grant.saleAt|regrant.listingUntil|regrant.saleAt',
    target: 'deal@|failure@|termination@',
    operator: 'most',
    length: 10,
    unit: 'workingDay',
    binds: 'grantor',
    publication: true,
  },
  {
    id: 'L8',
    law: '国土资发〔2010〕34号',
    article: '',
    page: 'land-market-notice-34',
    from: '2010-03-08',
    until: null,
    verifiedOn: null,
    trigger: 'deal.dealtOn',
    target: 'contract.signedOn|supply.signedOn',
    operator: 'most',
    length: 10,
    unit: 'workingDay',
    binds: 'both',
  },
  {
    id: 'L13',
    law: '《城市房地产管理法》',
    article: '第二十六条',
    page: 'urban-real-estate-law',
    from: null,
    until: null,
    verifiedOn: '2026-11-23',
    trigger: 'contract.commenceBy|supply.commenceBy',
    target: 'commencement.commencedOn',
    operator: 'most',
    length: 1,
    unit: 'year',
    binds: 'transferee',
  },
];

export const unimplemented: readonly Unimplemented[] = [
  { id: 'L5', law: ORDER39, article: '第二十一条', reason: 'notPublished' },
  { id: 'L6', law: ORDER39, article: '第十三条', reason: 'count' },
  { id: 'L7', law: ORDER39, article: '第四条', reason: 'notAPeriod' },
  { id: 'L9', law: '国土资发〔2010〕34号', article: '', reason: 'percentage' },
  { id: 'L10', law: '国土资发〔2010〕34号', article: '', reason: 'percentage' },
  { id: 'L11', law: '国土资源部令第21号', article: '', reason: 'unverified' },
  { id: 'L12', law: '《城镇国有土地使用权出让和转让暂行条例》', article: '第十二条', reason: 'notAPeriod' },
  { id: 'L14', law: '《土地管理法实施条例》', article: '第二十六条、第二十八条、第三十一条', reason: 'notPublished' },
  { id: 'L15', law: '', article: '', reason: 'unverified' },
];
