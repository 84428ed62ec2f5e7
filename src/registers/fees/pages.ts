import type { OwnPage } from '../register.ts';

/** The catalogue has pages of its own: of any day, an item with its history, and a check of what was charged. */
export const CATALOGUE_PARAMETERS = ['family', 'payer', 'department', 'on', 'since', 'ended'] as const;
export const ITEM_PARAMETERS = ['on'] as const;
export const CHECK_PARAMETERS = ['fee', 'q', 'item', 'kind', 'paid', 'base', 'on'] as const;

const page = { lane: 'fast', hasClock: true, faces: ['json'] } as const;

export const pages: readonly OwnPage[] = [
  { ...page, path: '/fees', parameters: CATALOGUE_PARAMETERS, faces: ['json', 'csv', 'xlsx', 'ics', 'atom'] },
  { ...page, path: '/fees/[code]', parameters: ITEM_PARAMETERS, faces: ['json', 'atom'] },
  { ...page, path: '/fees/check', parameters: CHECK_PARAMETERS },
  { ...page, path: '/fees.schema', parameters: [], page: false, hasClock: undefined },
];
