import type { Period, Unimplemented } from '../../clock/period.ts';
import { percentOf, type Measure, type Measured, type Quantity } from '../../clock/quantity.ts';
import { fenOf } from '../measures.ts';
import type { Notice } from '../notice.ts';
import type { FundStatement } from './fund.ts';
import { placesOf } from './told.ts';

const KINDS = ['issue', 'allotment', 'audit'];

/** 专项资金: publication within twenty working days (政府信息公开条例 art. 26). */
export const rules: readonly Period[] = [
  {
    id: 'Z1',
    law: '《政府信息公开条例》',
    article: '第二十六条',
    page: 'open-government-information',
    from: '2019-05-15',
    until: null,
    verifiedOn: '2026-11-23',
    trigger: KINDS.map((kind) => `${kind}.formedOn`).join('|'),
    target: KINDS.map((kind) => `${kind}@`).join('|'),
    operator: 'most',
    length: 20,
    unit: 'workingDay',
    binds: 'unit',
  },
];

/** 未列入预算的不得支出: what is given out is no more than what there is. The article was not compared with its text here. */
const within = {
  law: '《预算法》',
  article: '第十三条',
  from: '2015-01-01',
  until: null,
  verifiedOn: null,
  operator: 'most',
  bound: 100,
  unit: 'percent',
  binds: 'unit',
} as const;

export const quantities: readonly Quantity[] = [
  { id: 'Z2', ...within, kinds: ['allotment'], measure: 'allotted' },
  { id: 'Z3', ...within, kinds: ['payment'], measure: 'paid' },
];

export const unimplemented: readonly Unimplemented[] = [
  { id: 'Z4', law: '《政府信息公开条例》', article: '第二十条第（十一）项', reason: 'notAPeriod' },
];

/** All that was given out up to this notice, in per cent of what there was. */
export function measure(measured: Measure, notice: Notice, all: readonly Notice[]): Measured | null {
  const until = all
    .filter(({ publishedAt }) => publishedAt <= notice.publishedAt)
    .toSorted((a, b) => a.publishedAt - b.publishedAt);
  const said = until.map(({ fields }) => fields as Partial<FundStatement>);
  const places = placesOf(said);
  const sum = (name: 'allotted' | 'paid') => places.reduce((whole, place) => whole + (place[name] ?? 0), 0);
  const has = measured === 'allotted' ? fenOf(said.findLast(({ budget }) => budget)?.budget) : sum('allotted');
  return has === null || has === 0
    ? null
    : { value: percentOf(sum(measured === 'allotted' ? 'allotted' : 'paid'), has) };
}
