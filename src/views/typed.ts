import * as z from 'zod';
import { parseDay } from '../values/date.ts';
import { parseMoney } from '../values/money.ts';

/** What people type into a box, as every page reads it. */

/** `2026-3-1`, `2026.3.1`, `2026年3月1日`. */
export const typedDay = z
  .string()
  .transform((text, context) => parseDay(text) ?? (context.issues.push({ code: 'custom', input: text }), z.NEVER));

/** `480`, `１，000`, `480万`, `4800000元`, `四百八十万`: ten thousand yuan unless another unit is typed. */
export const typedWan = z.string().transform((text, context) => {
  const typed = text.normalize('NFKC');
  const fen = (parseMoney(typed, { unit: '万元' }) ?? parseMoney(`${typed}元`))?.fen;
  if (fen === undefined || fen === null) context.issues.push({ code: 'custom', input: text });
  return (fen ?? 0) / FEN_A_WAN;
});

/** The key of the last row of the page before. */
export const typedKey = z.string().regex(/^[\d.-]{1,60}$/);

/** How many rows come before. */
export const typedSkip = z.string().regex(/^\d{1,6}$/);

/** An id of a party. */
export const typedParty = z.string().regex(/^p[0-9a-f]{12}$/);

/** An arrival, from which rows go on. */
export const typedArrival = z.string().regex(/^\d{1,15}$/);

/** How many come at once of what others gather; more than the most is the most. */
export const typedMost = z.string().regex(/^[1-9]\d{0,3}$/);

/** How many rows a page has. */
export const typedLimit = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(500));

/** Amounts are typed in ten thousand yuan. */
export const FEN_A_WAN = 1_000_000;
