import type { OwnPage } from '../register.ts';

/** The eight actions stand on one page. */
export const pages: readonly OwnPage[] = [
  { lane: 'fast', hasClock: true, path: '/actions', parameters: [], faces: ['json'] },
];
