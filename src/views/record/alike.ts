/**
 * Neighbours that say the same, together: five corrections without a word of their own, one period kept in each of
 * eight packages. The first of each group is shown, the others are a fold away.
 */
export function alike<Item>(items: readonly Item[], said: (item: Item) => string): [Item, ...Item[]][] {
  const groups: [Item, ...Item[]][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && said(last[0]) === said(item)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}
