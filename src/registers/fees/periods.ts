import type { Period, Unimplemented } from '../../clock/period.ts';

const KINDS = ['entry', 'revision', 'reduction', 'suspension', 'cancellation', 'conversion'];

/** 收费, 信息公开 (domain.md §3.5). */
export const rules: readonly Period[] = [
  {
    id: 'F1',
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
  { id: 'F2', law: '《优化营商环境条例》', article: '第二十五条', reason: 'notAPeriod' },
  { id: 'F3', law: '《行政许可法》', article: '第五十八条、第五十九条', reason: 'notAPeriod' },
  { id: 'F4', law: '《价格违法行为行政处罚规定》', article: '第九条', reason: 'notAPeriod' },
  { id: 'F5', law: '财综〔2004〕100号', article: '', reason: 'notAPeriod' },
  { id: 'F6', law: '发改价格规〔2018〕988号', article: '', reason: 'unverified' },
  { id: 'F8', law: '《政府信息公开条例》', article: '第三十三条', reason: 'notPublished' },
  { id: 'F9', law: '', article: '', reason: 'unverified' },
];
