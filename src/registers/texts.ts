import * as z from 'zod';

/**
 * Texts as long as may be, counted in characters as a reader counts them: a rare character (𠮷) is one, though a program
 * stores it as two. Refusal: `too-long`.
 */
export const upTo = (most: number, text = z.string().trim()) =>
  text
    .superRefine((value, context) => {
      const length = value.length > most ? characters(value) : 0;
      if (length > most)
        context.addIssue({
          code: 'custom',
          params: { refusal: 'too-long', found: String(length), expected: String(most) },
        });
    })
    .meta({ maxLength: most });

/** As `upTo`, and something must be said. */
export const saidUpTo = (most: number) => upTo(most).check(z.minLength(1));

export function characters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
