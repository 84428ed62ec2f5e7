import * as z from 'zod';
import { FAMILIES, FUNDS, LEVELS, PAYERS, REDUCTIONS, STANDARD_KINDS, SUCCESSORS } from './item.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const basis = z
  .object({
    document: z.string(),
    documentNumber: z.string(),
    article: z.string(),
    issuedOn: day,
    url: z.string(),
    repealedOn: day,
  })
  .partial();
const line = z.object({
  number: z.string().optional(),
  name: z.string().optional(),
  depth: z.int().min(0).max(2),
  kind: z.enum(STANDARD_KINDS).optional(),
  printed: z.string().optional(),
  unit: z.string().optional(),
  currency: z.string().optional(),
  amount: z.number().optional(),
  lower: z.number().optional(),
  upper: z.number().optional(),
  base: z.string().optional(),
  applied: z.number().optional(),
  appliedReason: z.string().optional(),
  extra: z.boolean().optional(),
  keepsRange: z.literal(true).optional(),
  ended: z.object({ act: z.enum(['suspension', 'cancellation']), from: day, basis: z.array(basis) }).optional(),
});
const reduction = z.object({
  who: z.string(),
  reduction: z.enum(REDUCTIONS),
  percent: z.number().optional(),
  rule: z.string(),
  part: z.string().optional(),
  from: day,
  until: day.optional(),
  basis: z.array(basis),
});

/** One item of the catalogue, as `/fees.json` gives it: what `/fees.schema.json` describes. Amounts are yuan per unit, or percent. */
export const publishedItem = z.object({
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  family: z.enum(FAMILIES),
  level: z.enum(LEVELS).nullable(),
  department: z.string(),
  order: z.string().nullable(),
  chargingUnit: z.string().nullable(),
  payer: z.enum(PAYERS).nullable(),
  fund: z.enum(FUNDS).nullable(),
  enterpriseRelated: z.boolean().nullable(),
  preApproval: z.boolean().nullable(),
  importExport: z.boolean().nullable(),
  status: z.enum(['inForce', 'suspended', 'cancelled', 'converted', 'notYet', 'unrecorded']),
  since: day.nullable(),
  until: day.nullable(),
  becameKind: z.enum(SUCCESSORS).nullable(),
  became: z.string().nullable(),
  lines: z.array(
    line.extend({
      due: z
        .object({
          rule: z.enum(['point', 'lower', 'excepted', 'cap', 'text']),
          rate: z.number().nullable(),
          most: z.number().nullable(),
          applied: z.number().nullable(),
        })
        .nullable(),
    }),
  ),
  basis: z.array(basis),
  endedBy: z.array(basis),
  basisDead: z.boolean(),
  reductions: z.array(reduction),
  coming: z.object({ from: day, kind: z.string() }).nullable(),
  sourceUrl: z.string().nullable(),
  toVerify: z.array(z.string()),
  verifiedOn: day.nullable(),
  path: z.string(),
  notices: z.array(z.object({ id: z.int(), path: z.string() })),
});

export const publishedCatalogue = z.object({
  $schema: z.string(),
  on: day,
  note: z.string(),
  items: z.array(publishedItem),
});

export type PublishedItem = z.output<typeof publishedItem>;
export type PublishedCatalogue = z.output<typeof publishedCatalogue>;

export { documentsOf } from '../basis.ts';
