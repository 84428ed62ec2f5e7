import { JUDGED, STANDINGS, standingIn, type Read, type Standing } from './standing.ts';

/** No share is given of fewer cases (domain.md §6). */
export const FEWEST = 10;

/** How often something was due, and how it went. */
export interface Figures extends Record<Standing, number> {
  judged: number;
  /** In per cent of what was judged; null of fewer than `FEWEST`. */
  share: number | null;
}

export interface Count {
  rule: string;
  year: string;
  verdict: Read;
  count: number;
}

export function figuresOf(counts: readonly Count[]): Figures {
  const sums = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Record<Standing, number>;
  for (const { rule, verdict, count } of counts) sums[standingIn(rule, verdict)] += count;
  const judged = JUDGED.reduce((sum, standing) => sum + sums[standing], 0);
  return { ...sums, judged, share: judged >= FEWEST ? Math.round((sums.kept / judged) * 1000) / 10 : null };
}
