import type { OwnPage } from '../register.ts';

/** Findings, published cases and yearly ratings have pages of their own. */
export const LIST_PARAMETERS = ['part', 'state', 'source', 'problem', 'unit'] as const;

const page = { lane: 'fast', hasClock: true } as const;

export const pages: readonly OwnPage[] = [
  {
    ...page,
    path: '/rectification',
    parameters: [...LIST_PARAMETERS, 'names'],
    faces: ['json', 'csv', 'xlsx', 'ics', 'atom'],
  },
  { ...page, path: '/rectification/[code]', parameters: [], faces: ['json', 'atom'] },
];
