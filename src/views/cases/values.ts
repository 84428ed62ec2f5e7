import * as z from 'zod';
import { CASES_PARAMETERS } from '../../registers/cases/pages.ts';
import type { Dropped } from '../search/parameters.ts';

/** Each figure of the table opens its rows. */
export const SHOWN = ['received', 'decided', 'inPromise', 'inStatute', 'overdue', 'open'] as const;
export type Shown = (typeof SHOWN)[number];

/** How the parameters of the page are read. */
export const CASES_VALUES = {
  number: z.string().max(60),
  unit: z.string().max(60),
  item: z.string().max(80),
  month: z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/),
  show: z.enum(SHOWN),
} satisfies Record<(typeof CASES_PARAMETERS)[number], z.ZodType>;

export type CasesParameters = { [Name in keyof typeof CASES_VALUES]?: z.output<(typeof CASES_VALUES)[Name]> };

export function readCasesParameters(search: URLSearchParams): { parameters: CasesParameters; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const entries = CASES_PARAMETERS.flatMap((name) => {
    const text = search.get(name)?.trim();
    if (!text) return [];
    const parsed = CASES_VALUES[name].safeParse(text);
    if (!parsed.success) dropped.push({ name, found: text.slice(0, 40) });
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { parameters: Object.fromEntries(entries) as CasesParameters, dropped };
}
