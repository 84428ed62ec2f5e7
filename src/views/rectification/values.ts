import * as z from 'zod';
import { PROBLEMS, SOURCES } from '../../registers/rectification/matter.ts';
import type { LIST_PARAMETERS } from '../../registers/rectification/pages.ts';
import { PARTS, STATES } from '../../registers/rectification/told.ts';
import type { Dropped } from '../search/parameters.ts';

/** How the parameters of the page are read. */
export const RECTIFICATION_VALUES = {
  part: z.enum(PARTS),
  state: z.enum(STATES),
  source: z.enum(SOURCES),
  problem: z.enum(PROBLEMS),
  unit: z.string().max(60),
} satisfies Record<(typeof LIST_PARAMETERS)[number], z.ZodType>;

export type RectificationParameters = {
  [Name in keyof typeof RECTIFICATION_VALUES]?: z.output<(typeof RECTIFICATION_VALUES)[Name]>;
};

export function readRectificationParameters(search: URLSearchParams): {
  parameters: RectificationParameters;
  dropped: Dropped[];
} {
  const dropped: Dropped[] = [];
  const names = Object.keys(RECTIFICATION_VALUES) as (keyof typeof RECTIFICATION_VALUES)[];
  const entries = names.flatMap((name) => {
    const text = search.get(name)?.trim();
    if (!text) return [];
    const parsed = RECTIFICATION_VALUES[name].safeParse(text);
    if (!parsed.success) dropped.push({ name, found: text.slice(0, 40) });
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { parameters: Object.fromEntries(entries) as RectificationParameters, dropped };
}
