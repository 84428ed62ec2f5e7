import type { Measure, Measured, Quantity } from '../../clock/quantity.ts';
import { fewestBidders, hasSections, shareOf } from '../measures.ts';
import type { Notice } from '../notice.ts';

const regulation = {
  law: '《招标投标法实施条例》',
  page: 'tendering-regulation',
  from: '2012-02-01',
  until: null,
  verifiedOn: '2026-11-23',
} as const;

/** 工程建设: what is counted or compared (domain.md §3.1). */
export const quantities: readonly Quantity[] = [
  {
    id: 'T14',
    ...regulation,
    article: '第二十六条',
    kinds: ['tender', 'retender'],
    doubts: ['estimate'],
    measure: 'bond',
    operator: 'most',
    bound: 2,
    unit: 'percent',
    binds: 'procuringEntity',
  },
  {
    id: 'T16',
    ...regulation,
    article: '第四十四条',
    kinds: ['opening'],
    doubts: ['partialList', 'secondRound'],
    measure: 'tenderers',
    operator: 'least',
    bound: 3,
    unit: 'bidder',
    binds: 'procuringEntity',
  },
];

export function measure(measured: Measure, notice: Notice, all: readonly Notice[]): Measured | null {
  if (measured === 'tenderers')
    return fewestBidders(
      notice,
      all.some(({ kind }) => kind === 'retender'),
    );
  if (measured !== 'bond' || hasSections(notice)) return null;
  // Two per cent of the estimate, which may be above the ceiling price and is rarely published.
  const value = shareOf(notice.fields['deposit'], notice.fields['ceilingPrice']);
  return value === null ? null : { value, doubt: 'estimate' };
}
