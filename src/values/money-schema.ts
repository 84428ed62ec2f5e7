import * as z from 'zod';
import { MONEY_BASES, MOST_FEN, readMoney, type Money } from './money.ts';

const moneyObject = z.object({
  fen: z.int().nonnegative().max(MOST_FEN).nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('CNY'),
  basis: z.enum(MONEY_BASES).default('total'),
  rate: z.number().nonnegative().optional(),
  printed: z.string(),
});

/** At the edge money is the printed text, or an object with integer fen. */
export const moneySchema = z
  .union([z.string().min(1), moneyObject])
  .transform((value, context): Money => {
    if (typeof value !== 'string') return value;
    const read = readMoney(value);
    if (typeof read !== 'string') return read.money;
    context.issues.push({ code: 'custom', input: value, message: 'money', params: { refusal: read } });
    return z.NEVER;
  })
  .meta({ field: 'money' });
