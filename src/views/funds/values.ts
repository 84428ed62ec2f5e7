import * as z from 'zod';
import { CATEGORIES, LEVELS } from '../../registers/funds/fund.ts';
import { FUNDS_PARAMETERS } from '../../registers/funds/pages.ts';
import type { Dropped } from '../search/parameters.ts';

/** How the parameters of the funds' page are read. */
export const FUNDS_VALUES = {
  year: z.string().regex(/^20\d\d$/),
  category: z.enum(CATEGORIES),
  level: z.enum(LEVELS),
  county: z.string().max(40),
} satisfies Record<(typeof FUNDS_PARAMETERS)[number], z.ZodType>;

export interface FundsParameters {
  year?: string;
  category?: (typeof CATEGORIES)[number];
  level?: (typeof LEVELS)[number];
  county?: string;
}

export function readFundsParameters(search: URLSearchParams): { parameters: FundsParameters; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const entries = FUNDS_PARAMETERS.flatMap((name) => {
    const text = search.get(name)?.trim();
    if (!text) return [];
    const parsed = FUNDS_VALUES[name].safeParse(text);
    if (!parsed.success) dropped.push({ name, found: text.slice(0, 40) });
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { parameters: Object.fromEntries(entries) as FundsParameters, dropped };
}
