import groups from '../../db/seeds/reference/lookalikes.json' with { type: 'json' };

/** A longer word is found by the pairs that are right. */
const LONGEST = 4;
const MOST = 8;

let others: Map<string, string[]> | undefined;

/** A short word with one character taken for another that looks like it: 末 for 未. Folded; nothing for longer words. */
export function lookingLike(folded: string): string[] {
  if (folded.length < 2 || folded.length > LONGEST) return [];
  others ??= table();
  const known = others;
  return [...folded]
    .flatMap((character, index) =>
      (known.get(character) ?? []).map((other) => folded.slice(0, index) + other + folded.slice(index + 1)),
    )
    .slice(0, MOST);
}

function table(): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const group of groups)
    for (const character of group)
      found.set(
        character,
        new Set([...(found.get(character) ?? []), ...[...group].filter((one) => one !== character)]),
      );
  return new Map([...found].map(([character, ones]) => [character, [...ones]]));
}
