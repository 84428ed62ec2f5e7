import * as z from 'zod';
import type { CATALOGUE_PARAMETERS, CHECK_PARAMETERS } from '../../registers/fees/pages.ts';
import { FAMILIES, PAYERS } from '../../registers/fees/item.ts';
import { typedDay } from '../typed.ts';

/** How the parameters of the catalogue are read. */
export const FEES_VALUES = {
  family: z.enum(FAMILIES),
  payer: z.enum(PAYERS),
  department: z.string().max(40),
  on: typedDay,
  since: typedDay,
  ended: z.literal('hide'),
} satisfies Record<(typeof CATALOGUE_PARAMETERS)[number], z.ZodType>;

/** How those of the check are; what is typed as words is understood or said to be not. */
export const CHECK_VALUES = {
  fee: z.string(),
  q: z.string(),
  item: z.string().regex(/^[a-z0-9.-]{1,40}$/i),
  kind: z.string(),
  paid: z.string(),
  base: z.string(),
  on: typedDay,
} satisfies Record<(typeof CHECK_PARAMETERS)[number], z.ZodType>;
