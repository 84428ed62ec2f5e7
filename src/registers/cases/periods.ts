import type { Period } from '../../clock/period.ts';

const limit = {
  from: null,
  until: null,
  verifiedOn: '2026-11-23',
  target: 'progress.decidedOn',
  operator: 'most',
  length: 0,
  unit: 'day',
  lastDay: true,
  restated: true,
  binds: 'authority',
} as const satisfies Partial<Period>;

/** 限时办结: by the day that was promised, and by the day that the law sets. */
export const rules: readonly Period[] = [
  {
    ...limit,
    id: 'C1',
    law: '市委、市政府2012年6月18日实施意见',
    article: '限时办结',
    page: 'city-opinion-2012',
    trigger: 'progress.dueOn',
  },
  {
    ...limit,
    id: 'C2',
    law: '《行政许可法》',
    article: '第四十二条',
    page: 'administrative-licensing-law',
    trigger: 'progress.statutoryDueOn',
    // Ten days more by the head of the authority, of which nobody publishes anything.
    proviso: true,
  },
];
