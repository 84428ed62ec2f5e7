/** The 200 queries of the bench, the classes of shared ground: one, two, three to eight characters, several words, codes, names, very frequent words. */
export interface BenchQuery {
  kind: 'one' | 'two' | 'longer' | 'and' | 'code' | 'supplier' | 'frequent';
  q: string;
}

const FREQUENT = ['招标', '采购', '项目', '公告', '有限公司'];

/** `titles`, `codes` and `suppliers` are taken from the notices made, so that most queries find something. */
export function benchQueries(
  titles: readonly string[],
  codes: readonly string[],
  suppliers: readonly string[],
): BenchQuery[] {
  const queries: BenchQuery[] = FREQUENT.map((q) => ({ kind: 'frequent', q }));
  const piece = (index: number, length: number) => {
    const title = titles[index % titles.length]!;
    const start = (index * 7) % Math.max(1, title.length - length);
    return title.slice(start, start + length);
  };
  for (let i = 0; i < 20; i++) queries.push({ kind: 'one', q: piece(i, 1) });
  for (let i = 0; i < 50; i++) queries.push({ kind: 'two', q: piece(i + 20, 2) });
  for (let i = 0; i < 60; i++) queries.push({ kind: 'longer', q: piece(i + 70, 3 + (i % 6)) });
  for (let i = 0; i < 30; i++)
    queries.push({ kind: 'and', q: `${piece(i + 130, 2)} ${piece(i + 131, 2)}${i % 2 ? ` ${FREQUENT[i % 5]}` : ''}` });
  for (let i = 0; i < 20; i++) queries.push({ kind: 'code', q: codes[(i * 13) % codes.length]! });
  for (let i = 0; i < 15; i++) queries.push({ kind: 'supplier', q: suppliers[(i * 11) % suppliers.length]! });
  return queries;
}
