/** As many levels may a value have. No notice has a third of them; what recurses into one never runs out of stack. */
export const DEEPEST = 64;

/** Where a value is deeper than that, as the first members on the way there; null when it is not. */
export function tooDeep(value: unknown): string | null {
  const open: { members: Iterator<[string, unknown]>; name: string }[] = [];
  const enter = (name: string, inner: unknown) => {
    if (typeof inner === 'object' && inner !== null) open.push({ members: membersOf(inner), name });
  };
  enter('', value);
  while (open.length > 0) {
    if (open.length > DEEPEST)
      return open
        .slice(1, 5)
        .map(({ name }) => name)
        .join('.');
    const next = open.at(-1)!.members.next();
    if (next.done) open.pop();
    else enter(...next.value);
  }
  return null;
}

function* membersOf(value: object): Generator<[string, unknown]> {
  for (const name in value) yield [name, (value as Record<string, unknown>)[name]];
}
