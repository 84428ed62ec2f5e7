import * as z from 'zod';
import type { SAVINGS_PARAMETERS } from '../../registers/procurement/pages.ts';
import { METHODS } from '../../registers/procurement/purchasing.ts';
import type { Dropped } from '../search/parameters.ts';

/** How the parameters of both pages are read. */
export const PURCHASE_VALUES = {
  year: z.string().regex(/^20\d\d$/),
  method: z.enum(METHODS),
  unit: z.string().max(80),
} satisfies Record<(typeof SAVINGS_PARAMETERS)[number], z.ZodType>;

export type PurchaseParameters = { [Name in keyof typeof PURCHASE_VALUES]?: z.output<(typeof PURCHASE_VALUES)[Name]> };

export function readPurchaseParameters(search: URLSearchParams): {
  parameters: PurchaseParameters;
  dropped: Dropped[];
} {
  const dropped: Dropped[] = [];
  const names = Object.keys(PURCHASE_VALUES) as (keyof typeof PURCHASE_VALUES)[];
  const entries = names.flatMap((name) => {
    const text = search.get(name)?.trim();
    if (!text) return [];
    const parsed = PURCHASE_VALUES[name].safeParse(text);
    if (!parsed.success) dropped.push({ name, found: text.slice(0, 40) });
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { parameters: Object.fromEntries(entries) as PurchaseParameters, dropped };
}
