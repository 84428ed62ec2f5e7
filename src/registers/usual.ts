import type * as z from 'zod';

/**
 * Magnitudes that are hardly ever meant: a digit or a unit too many. They are declared on the field, beside why, and are
 * asked about before a notice is handed in; who wrote it may say that it is so. Nothing here refuses.
 */
export interface Usual {
  /** The largest that is usual, in the field's own unit; of sums, in yuan. */
  to: number;
  /** Where the bound comes from. */
  why: string;
}

/** Declares the usual magnitude of a field. */
export const usually = <Schema extends z.ZodType>(usual: Usual, field: Schema): Schema =>
  field.meta({ usual }) as Schema;

/** A sum that is part of another of the same row: a deposit is no more than the price. */
export interface PartOf {
  field: string;
  /** Fen of that other sum, where its row says it otherwise than as a whole. */
  fen?: (row: Record<string, unknown>) => number | undefined;
}

/** Declares that a sum is hardly ever above another of its row. */
export const partOf = <Schema extends z.ZodType>(whole: PartOf, field: Schema): Schema =>
  field.meta({ partOf: whole }) as Schema;
