import type { Condition, Period, Unimplemented } from '../../clock/period.ts';
import { holds as holdsOfSales } from '../granting.ts';
import type { Notice } from '../notice.ts';
import type { CompiledRelease } from '../ocds.ts';
import { classesOfUse } from './uses.ts';

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
    law: '国土资发〔2006〕114号《招标拍卖挂牌出让国有土地使用权规范（试行）》',
    article: '',
    from: '2006-08-01',
    until: null,
    verifiedOn: null,
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
    when: 'listed',
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
    law: '国土资发〔2010〕34号《关于加强房地产用地供应和监管有关问题的通知》',
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
    // Of other land the contract is signed when the confirmation of the deal says (39号令 art. 21).
    proviso: true,
    binds: 'both',
  },
  {
    id: 'L16',
    ...order39,
    article: '第十一条',
    trigger: 'grant.listingUntil|regrant.listingUntil',
    target: 'grant.applicationDeadline|regrant.applicationDeadline',
    operator: 'same',
    length: -2,
    unit: 'day',
    binds: 'grantor',
    when: 'listed',
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
    agreed: true,
    operator: 'most',
    length: 1,
    unit: 'year',
    proviso: 'fee',
    binds: 'transferee',
  },
];

export const unimplemented: readonly Unimplemented[] = [
  { id: 'L5', law: ORDER39, article: '第二十一条', reason: 'notPublished' },
  { id: 'L6', law: ORDER39, article: '第十三条', reason: 'notPublished' },
  { id: 'L7', law: ORDER39, article: '第四条', reason: 'notAPeriod' },
  { id: 'L11', law: '国土资源部令第21号', article: '', reason: 'unverified' },
  { id: 'L14', law: '《土地管理法实施条例》', article: '第二十六条、第二十八条、第三十一条', reason: 'notPublished' },
  { id: 'L15', law: '', article: '', reason: 'unverified' },
];

/** 34号文 is of land for housing and commerce; a use that is of neither class, or of both kinds, leaves it open. */
export function holds(condition: Condition, record: CompiledRelease, notice: Notice): boolean | null {
  if (condition !== 'realEstate') return holdsOfSales(condition, record, notice);
  const uses = (record.tender?.lots ?? []).flatMap(({ landUseRight }) => landUseRight?.use?.name ?? []);
  const classes = uses.flatMap((use) => classesOfUse(use));
  if (classes.some((one) => one === 'residential' || one === 'commercial')) return true;
  return uses.length > 0 && uses.every((use) => classesOfUse(use).length > 0) ? false : null;
}
