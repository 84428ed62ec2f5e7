import type { OwnPage } from '../register.ts';

/** Benchmarks have pages of their own: looked through by words, as of any day, and one with its history. */
export const LIST_PARAMETERS = ['q', 'domain', 'on'] as const;
export const ITEM_PARAMETERS = ['on'] as const;

const page = { lane: 'fast', hasClock: true } as const;

export const pages: readonly OwnPage[] = [
  {
    ...page,
    path: '/discretion',
    parameters: [...LIST_PARAMETERS, 'names'],
    faces: ['json', 'csv', 'xlsx', 'ics', 'atom'],
  },
  { ...page, path: '/discretion/[code]', parameters: ITEM_PARAMETERS, faces: ['json', 'atom'] },
];
