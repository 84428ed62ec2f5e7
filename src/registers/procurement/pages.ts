import type { OwnPage } from '../register.ts';

/** Beside the list: what was saved, and how far purchases are electronic end to end (domain.md S9, S11). */
export const SAVINGS_PARAMETERS = ['year', 'method', 'unit'] as const;

const page = { lane: 'slow', faces: ['json', 'csv', 'xlsx'], supervision: true } as const;

export const pages: readonly OwnPage[] = [
  { ...page, path: '/procurement/savings', parameters: [...SAVINGS_PARAMETERS, 'names'] },
  { ...page, path: '/procurement/electronic', parameters: [...SAVINGS_PARAMETERS, 'names'] },
];
