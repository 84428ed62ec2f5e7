import * as z from 'zod';
import { STATUSES } from '../../registers/approvals/item-on-day.ts';
import { APPLICANTS, EVENTS, KINDS } from '../../registers/approvals/item.ts';
import type { LIST_PARAMETERS } from '../../registers/approvals/pages.ts';
import type { Dropped } from '../search/parameters.ts';
import { typedDay } from '../typed.ts';

/** How the parameters of the list are read. */
export const APPROVALS_VALUES = {
  unit: z.string().max(60),
  event: z.enum(EVENTS),
  kind: z.enum(KINDS),
  applicant: z.enum(APPLICANTS),
  state: z.enum(STATUSES),
  on: typedDay,
  since: typedDay,
} satisfies Record<(typeof LIST_PARAMETERS)[number], z.ZodType>;

export type ApprovalsParameters = {
  [Name in keyof typeof APPROVALS_VALUES]?: z.output<(typeof APPROVALS_VALUES)[Name]>;
};

/** An item's page asks for the day alone. */
export function readApprovalsParameters(
  search: URLSearchParams,
  names: readonly (keyof typeof APPROVALS_VALUES)[],
): { parameters: ApprovalsParameters; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const entries = names.flatMap((name) => {
    const text = search.get(name)?.trim();
    if (!text) return [];
    const parsed = APPROVALS_VALUES[name].safeParse(text);
    if (!parsed.success) dropped.push({ name, found: text.slice(0, 40) });
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { parameters: Object.fromEntries(entries) as ApprovalsParameters, dropped };
}
