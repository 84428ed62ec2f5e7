import type { APIRoute } from 'astro';
import { csvFile } from '../views/faces.ts';
import { csvText, isCodedIn, streamOf } from '../views/list/take-away.ts';
import { portal } from '../views/portal.ts';
import { readSearchParameters } from '../views/search/parameters.ts';
import { searchTable } from '../views/search/table.ts';

export const GET: APIRoute = async ({ url, locals: { locale } }) => {
  const { parameters } = readSearchParameters(url.searchParams);
  const isCoded = isCodedIn(url.searchParams);
  const table = await searchTable(portal(), parameters, { locale, isCoded, face: 'csv' });
  const answer = csvFile('search', streamOf(csvText(table, isCoded, locale)), table.next);
  // The next reader may find more.
  if (table.isCut) answer.headers.set('cache-control', 'no-store');
  return answer;
};
