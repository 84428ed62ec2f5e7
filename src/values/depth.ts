/** As many levels may a value have. No notice has a third of them; what recurses into one never runs out of stack. */
export const DEEPEST = 64;

/** Where a value is deeper than that, as the first members on the way there; null when it is not. */
export function tooDeep(value: unknown): string | null {
  return deepIn(value, 1)?.slice(0, 4).join('.') ?? null;
}

/** The members on the way to a level that is too deep. */
function deepIn(value: unknown, level: number): string[] | null {
  if (typeof value !== 'object' || value === null) return null;
  if (level > DEEPEST) return [];
  for (const name in value) {
    const way = deepIn((value as Record<string, unknown>)[name], level + 1);
    if (way) return [name, ...way];
  }
  return null;
}
