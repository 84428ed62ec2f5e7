import { percentOf, type Measure, type Measured, type Quantity } from '../../clock/quantity.ts';
import { matchKey } from '../../values/script.ts';
import { fenOf, hasSections, shareOf, workingDaysIn } from '../measures.ts';
import type { Notice } from '../notice.ts';
import type { CompiledRelease } from '../ocds.ts';

const law = {
  law: '《政府采购法》',
  page: 'government-procurement-law',
  from: '2003-01-01',
  until: null,
  verifiedOn: '2026-11-23',
} as const;
const order87 = {
  law: '财政部令第87号',
  page: 'procurement-bidding-order-87',
  from: '2017-10-01',
  until: null,
  verifiedOn: null,
} as const;
const notices = {
  law: '财库〔2015〕135号',
  article: '',
  from: '2015-07-17',
  until: null,
  verifiedOn: null,
} as const;
const period = { measure: 'noticePeriod', operator: 'least', unit: 'workingDay', binds: 'buyer' } as const;

/** 政府采购: what is counted or compared (domain.md §3.2). */
export const quantities: readonly Quantity[] = [
  {
    id: 'P4',
    ...order87,
    article: '第十六条',
    kinds: ['tender', 'retender'],
    ...period,
    bound: 5,
    when: 'publicTender',
  },
  { id: 'P4-2', ...notices, kinds: ['negotiation', 'consultation', 'inquiry'], ...period, bound: 3 },
  { id: 'P13', ...order87, article: '第六十九条', kinds: ['award'], ...period, bound: 1 },
  {
    id: 'P17',
    law: '《政府采购法实施条例》',
    article: '第三十三条',
    page: 'government-procurement-regulation',
    from: '2015-03-01',
    until: null,
    verifiedOn: '2026-11-23',
    kinds: ['tender', 'retender'],
    measure: 'bond',
    operator: 'most',
    bound: 2,
    unit: 'percent',
    binds: 'buyer',
  },
  // A change of the contract need not be the supplementary contract of the article.
  {
    id: 'P18',
    ...law,
    article: '第四十九条',
    kinds: ['contractChange'],
    measure: 'additions',
    operator: 'most',
    bound: 10,
    unit: 'percent',
    binds: 'buyer',
    proviso: true,
  },
  {
    id: 'P26',
    ...order87,
    article: '第四十七条',
    kinds: ['award'],
    doubts: ['partialPanel'],
    measure: 'panel',
    operator: 'least',
    bound: 5,
    odd: true,
    unit: 'member',
    binds: 'buyer',
  },
  {
    id: 'P27',
    ...law,
    article: '第三十八条、第四十条',
    kinds: ['award'],
    doubts: ['partialPanel'],
    measure: 'smallPanel',
    operator: 'least',
    bound: 3,
    odd: true,
    unit: 'member',
    binds: 'buyer',
  },
];

export function measure(
  measured: Measure,
  notice: Notice,
  all: readonly Notice[],
  record: CompiledRelease,
): Measured | null {
  const { fields } = notice;
  const method = fields['method'] ?? record.tender?.method;
  switch (measured) {
    case 'bond': {
      const value = hasSections(notice) ? null : shareOf(fields['deposit'], fields['budget']);
      return value === null ? null : { value };
    }
    case 'noticePeriod':
      // Works that are tendered go by the Tendering Law (政府采购法 art. 4).
      return record.tender?.mainProcurementCategory === 'works' ? null : workingDaysIn(fields['noticePeriod']);
    case 'additions':
      return additionsOf(notice, all);
    case 'panel':
      return method === 'open' || method === 'invited' ? panelOf(notice) : null;
    case 'smallPanel':
      return method === 'negotiation' || method === 'inquiry' ? panelOf(notice) : null;
    default:
      return null;
  }
}

/** The buyer's own member is often not named among the experts; only a list that names him is known to be whole. */
function panelOf({ fields, firstPublished }: Notice): Measured | null {
  const members = fields['experts'] as string[] | undefined;
  if (!members) return null;
  const names = members.flatMap((one) => one.split(/[、，,；;\s]+/).filter(Boolean));
  const isWhole = !firstPublished && names.some((name) => /采购人代表|业主代表|采购人委派/.test(name));
  return { value: names.length, ...(!isWhole && { doubt: 'partialPanel' }) };
}

/** By how much the contract has grown since it was first published, over its first sum. */
function additionsOf({ fields }: Notice, all: readonly Notice[]): Measured | null {
  const number = matchKey(String(fields['contractNumber'] ?? ''));
  const first = all.find(
    ({ kind, fields: other }) => kind === 'contract' && matchKey(String(other['contractNumber'] ?? '')) === number,
  );
  const [before, now] = [fenOf(first?.fields['contractPrice']), fenOf(fields['contractPrice'])];
  return !number || before === null || now === null || before === 0
    ? null
    : { value: Math.max(0, percentOf(now - before, before)) };
}
