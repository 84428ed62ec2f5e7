/**
 * Why an act was refused: a locale key (`refusals.*`), where it happened, and what the sentence needs.
 * Acts return refusals; they throw only when the world is broken.
 */
export interface Refusal {
  /** A key under `refusals` in `locales/zh/zh.ts`. */
  code: string;
  /** Where: a field path such as `fields.awards.0.value`, or a parameter's name. */
  path?: string;
  /** What was found, shortened for display. */
  found?: string;
  /** What was expected, in the reader's words. */
  expected?: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; refusals: Refusal[] };

export const done = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (...refusals: Refusal[]): Result<never> => ({ ok: false, refusals });
