import type { OwnPage } from '../register.ts';

/** Funds have pages of their own: all of a year down to the village, and one with its history. */
export const FUNDS_PARAMETERS = ['year', 'category', 'level', 'county'] as const;

const page = { lane: 'fast', hasClock: true } as const;

export const pages: readonly OwnPage[] = [
  {
    ...page,
    path: '/funds',
    parameters: [...FUNDS_PARAMETERS, 'names'],
    faces: ['json', 'csv', 'xlsx', 'ics', 'atom'],
  },
  { ...page, path: '/funds/[code]', parameters: ['names'], faces: ['json', 'csv', 'xlsx', 'atom'] },
];
