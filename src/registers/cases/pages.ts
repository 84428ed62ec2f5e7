import type { OwnPage } from '../register.ts';

/** Cases have pages of their own: how units keep their limits, and one case by its number. */
export const CASES_PARAMETERS = ['number', 'unit', 'item', 'month', 'show'] as const;

export const pages: readonly OwnPage[] = [
  {
    // Every case of a year may be counted.
    lane: 'slow',
    hasClock: true,
    path: '/cases',
    parameters: [...CASES_PARAMETERS, 'names'],
    faces: ['json', 'csv', 'xlsx', 'ics'],
  },
  { lane: 'fast', hasClock: true, path: '/cases/[code]', parameters: [], faces: ['json'] },
];
