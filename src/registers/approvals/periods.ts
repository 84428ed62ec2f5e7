import type { Period } from '../../clock/period.ts';
import { percentOf, type Measure, type Measured, type Quantity } from '../../clock/quantity.ts';
import type { Notice } from '../notice.ts';
import type { ApprovalStatement } from './item.ts';
import { JOINT_DAYS, PERMIT_DAYS } from './refusals.ts';

const KINDS = ['entry', 'revision', 'joint', 'cancellation', 'delegation', 'merger'];

/** 审批事项: publication within twenty working days (政府信息公开条例 art. 26; art. 20（五）). */
export const rules: readonly Period[] = [
  {
    id: 'A1',
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

/** Other laws may set other limits, and the head of the authority may add ten or fifteen days. */
const licensing = {
  law: '《行政许可法》',
  article: '第四十二条',
  page: 'administrative-licensing-law',
  from: '2004-07-01',
  until: null,
  verifiedOn: '2026-11-23',
  operator: 'most',
  binds: 'unit',
} as const;

export const quantities: readonly Quantity[] = [
  // That a promise is within the limit follows from the article; nobody has written it so.
  {
    ...licensing,
    verifiedOn: null,
    id: 'A2',
    kinds: ['entry', 'revision'],
    measure: 'promise',
    bound: 100,
    unit: 'percent',
  },
  {
    ...licensing,
    id: 'A3',
    kinds: ['entry'],
    measure: 'permitLimit',
    bound: PERMIT_DAYS,
    unit: 'workingDay',
    proviso: true,
  },
  {
    ...licensing,
    id: 'A4',
    kinds: ['joint'],
    measure: 'jointLimit',
    bound: JOINT_DAYS,
    unit: 'workingDay',
    proviso: true,
  },
];

/** The promise in per cent of the statutory limit; the limits as they are. */
export function measure(measured: Measure, { fields }: Notice): Measured | null {
  const { itemKind, statutoryDays, promisedDays, totalDays } = fields as Partial<ApprovalStatement>;
  if (measured === 'jointLimit') return totalDays === undefined ? null : { value: totalDays };
  if (measured === 'permitLimit')
    return itemKind !== 'permit' || statutoryDays === undefined ? null : { value: statutoryDays };
  return statutoryDays && promisedDays !== undefined ? { value: percentOf(promisedDays, statutoryDays) } : null;
}
