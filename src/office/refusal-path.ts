import type { Refusal } from '../values/result.ts';

/** The page that tells a refusal of a form which another address took: what and about what stand in the query. */
export function refusalPath(page: string, [refusal]: readonly Refusal[]): string {
  const { code = 'broken', found = '', expected = '' } = refusal ?? {};
  return `${page}?${new URLSearchParams({ refused: code, found, expected })}#files`;
}

/** The refusal that an address tells; only known codes are said. */
export function refusalIn(query: URLSearchParams): Refusal[] {
  const code = query.get('refused');
  if (code === null || !/^[\w-]{1,40}$/.test(code)) return [];
  return [
    { code, found: (query.get('found') ?? '').slice(0, 200), expected: (query.get('expected') ?? '').slice(0, 200) },
  ];
}
