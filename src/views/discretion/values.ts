import * as z from 'zod';
import type { LIST_PARAMETERS } from '../../registers/discretion/pages.ts';
import type { Dropped } from '../search/parameters.ts';
import { typedDay } from '../typed.ts';

/** How the parameters of the page are read. */
export const DISCRETION_VALUES = {
  q: z.string().max(100),
  domain: z.string().max(40),
  on: typedDay,
} satisfies Record<(typeof LIST_PARAMETERS)[number], z.ZodType>;

export type DiscretionParameters = {
  [Name in keyof typeof DISCRETION_VALUES]?: z.output<(typeof DISCRETION_VALUES)[Name]>;
};

/** One benchmark's page asks for the day alone. */
export function readDiscretionParameters(
  search: URLSearchParams,
  names: readonly (keyof typeof DISCRETION_VALUES)[],
): { parameters: DiscretionParameters; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const entries = names.flatMap((name) => {
    const text = search.get(name)?.trim();
    if (!text) return [];
    const parsed = DISCRETION_VALUES[name].safeParse(text);
    if (!parsed.success) dropped.push({ name, found: text.slice(0, 40) });
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { parameters: Object.fromEntries(entries) as DiscretionParameters, dropped };
}
