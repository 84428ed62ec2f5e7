import { soundsOf } from '../values/sounds.ts';

/** How titles and names sound, apart from all words: pairs of syllables, and initials. */
const PAIR = '\u0084';
const INITIALS = '\u0085';

/** The token of two syllables, `hu bin`. */
export const pairToken = (pair: string) => PAIR + pair.replace(' ', PAIR);
export const initialsToken = (initials: string) => INITIALS + initials;

export const isSound = (token: string) => token.startsWith(PAIR) || token.startsWith(INITIALS);

/** The tokens of how texts sound. */
export function soundTokens(folded: readonly string[]): string[] {
  const tokens = new Set<string>();
  for (const text of folded) for (const token of soundTokensOf(text)) tokens.add(token);
  return [...tokens];
}

/** Names of units come again and again in an import. */
const found = new Map<string, string[]>();
const MOST_KEPT = 5_000;

function soundTokensOf(folded: string): string[] {
  const known = found.get(folded);
  if (known) return known;
  const { pairs, initials } = soundsOf(folded);
  const tokens = [...pairs.map(pairToken), ...initials.map(initialsToken)];
  if (found.size >= MOST_KEPT) found.clear();
  found.set(folded, tokens);
  return tokens;
}
