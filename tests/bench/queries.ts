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

/** What readers type who do not know the words: the exact words would find nothing. */
export interface HardQuery {
  kind: 'wrong character' | 'other order';
  q: string;
  /** The title they are after. */
  title: string;
}

/** Thirty of each kind, of titles that are there. */
export function hardQueries(titles: readonly string[]): HardQuery[] {
  return titles.slice(0, 30).flatMap((title, index): HardQuery[] => {
    const words = title.slice(0, 8);
    const wrong = 2 + (index % 4);
    return [
      { kind: 'wrong character', q: `${words.slice(0, wrong)}某${words.slice(wrong + 1)}`, title },
      { kind: 'other order', q: words.slice(4) + words.slice(0, 4), title },
    ];
  });
}
