import type { Condition, Period, Unimplemented } from '../../clock/period.ts';
import type { Notice } from '../notice.ts';
import type { CompiledRelease } from '../ocds.ts';

/** From memory: each is to be compared with its source before anything counts as a violation. */
const penaltyLaw = {
  law: '《行政处罚法》（2021年修订）',
  page: 'administrative-penalty-law',
  from: '2021-07-15',
  until: null,
  verifiedOn: null,
  operator: 'most',
} as const;
/** What the decision sets is to be kept (art. 66); whoever asks may be given more time. */
const decided = {
  ...penaltyLaw,
  article: '第六十六条',
  length: 0,
  unit: 'day',
  binds: 'respondent',
  proviso: true,
  lastDay: true,
} as const;

/** 查处: when a decision is out, paid, given back, put right. */
export const rules: readonly Period[] = [
  {
    id: 'E1',
    law: '国办发〔2018〕118号',
    article: '',
    from: '2018-12-05',
    until: null,
    verifiedOn: null,
    trigger: 'penalty.decidedOn',
    target: 'penalty@',
    operator: 'most',
    length: 7,
    unit: 'workingDay',
    binds: 'authority',
    publication: true,
  },
  {
    id: 'E2',
    ...penaltyLaw,
    article: '第六十条',
    trigger: 'filing.filedOn',
    target: 'penalty.decidedOn',
    length: 90,
    unit: 'day',
    binds: 'authority',
    proviso: true,
  },
  {
    id: 'E3',
    ...penaltyLaw,
    article: '第六十一条',
    trigger: 'penalty.decidedOn',
    target: 'penalty.servedOn',
    length: 7,
    unit: 'day',
    binds: 'authority',
    proviso: true,
  },
  {
    id: 'E4',
    ...penaltyLaw,
    article: '第六十七条',
    trigger: 'penalty.servedOn',
    target: 'treasury.paidOn',
    length: 15,
    unit: 'day',
    binds: 'respondent',
    when: 'fined',
    proviso: true,
  },
  { id: 'E5', ...decided, trigger: 'penalty.payBy', target: 'treasury.paidOn' },
  { id: 'E6', ...decided, trigger: 'penalty.returnBy', target: 'refund.returnedOn' },
  { id: 'E7', ...decided, trigger: 'penalty.rectifyBy', target: 'rectification.rectifiedOn' },
  {
    id: 'E8',
    ...penaltyLaw,
    article: '第四十八条',
    trigger: 'revocation.revokedOn',
    target: 'revocation@',
    length: 3,
    unit: 'day',
    binds: 'authority',
    publication: true,
  },
];

export const unimplemented: readonly Unimplemented[] = [
  { id: 'E9', law: '《行政处罚法》（2021年修订）', article: '第七十二条', reason: 'notPublished' },
];

/** Whether the decision fines; a decision published here says every sum it sets, one published elsewhere may not. */
export function holds(condition: Condition, _record: CompiledRelease, notice: Notice): boolean | null {
  if (condition !== 'fined') return null;
  if (notice.fields['fine'] !== undefined) return true;
  return notice.firstPublished ? null : false;
}
