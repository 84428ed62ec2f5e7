import type { OwnPage } from '../register.ts';

/** The list has pages of its own: by unit or by what people want to do, of any day; and an item with its history. */
export const LIST_PARAMETERS = ['unit', 'event', 'kind', 'applicant', 'state', 'on', 'since'] as const;
export const ITEM_PARAMETERS = ['on'] as const;

const page = { lane: 'fast', hasClock: true } as const;

export const pages: readonly OwnPage[] = [
  {
    ...page,
    path: '/approvals',
    parameters: [...LIST_PARAMETERS, 'names'],
    faces: ['json', 'csv', 'xlsx', 'ics', 'atom'],
  },
  { ...page, path: '/approvals/[code]', parameters: ITEM_PARAMETERS, faces: ['json', 'atom'] },
];
