/** How shares lie: never their sum, for a purchase of a bridge and one of chairs do not compare. */
export interface Spread {
  n: number;
  median: number;
  /** Between these lies the middle half; null below four. */
  quarters: [low: number, high: number] | null;
}

/** Null where there is none. One decimal. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return {
    n: sorted.length,
    median: rounded(at(sorted, 0.5)),
    quarters: sorted.length < 4 ? null : [rounded(at(sorted, 0.25)), rounded(at(sorted, 0.75))],
  };
}

/** Between two neighbours in proportion. */
function at(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const low = Math.floor(place);
  const [a, b] = [sorted[low]!, sorted[Math.min(low + 1, sorted.length - 1)]!];
  return a + (b - a) * (place - low);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
