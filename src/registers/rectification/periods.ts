import type { Condition, Period, Unimplemented } from '../../clock/period.ts';
import type { CompiledRelease } from '../ocds.ts';
import { isRefuted, matterTold } from './told.ts';

const opinion = {
  law: '市委、市政府2012年6月18日实施意见',
  article: '整改',
  page: 'city-opinion-2012',
  from: null,
  until: null,
  verifiedOn: '2026-11-23',
  target: 'completion.doneOn',
  operator: 'most',
  length: 0,
  unit: 'day',
  lastDay: true,
  when: 'putRight',
  binds: 'unit',
} as const;
const KINDS = ['finding', 'exposure', 'rating'];

/** 整改: by the day that was set. What is past it and was not seen done here may have been done all the same. */
export const rules: readonly Period[] = [
  { ...opinion, id: 'R1', trigger: 'finding.dueOn' },
  { ...opinion, id: 'R2', trigger: 'plan.dueOn' },
  {
    id: 'R3',
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

export const unimplemented: readonly Unimplemented[] = [
  { id: 'R4', law: '市委、市政府2012年6月18日实施意见', article: '群众评议', reason: 'notAPeriod' },
];

/** What was looked at again and is not put right was not done by its day, whatever was said before. */
export function holds(condition: Condition, record: CompiledRelease): boolean | null {
  const told = matterTold(record.matter);
  return condition === 'putRight' ? told === null || !isRefuted(told) : null;
}
