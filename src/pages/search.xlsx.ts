import type { APIRoute } from 'astro';
import { xlsxFile } from '../views/faces.ts';
import { isCodedIn } from '../views/list/take-away.ts';
import { workbook } from '../views/list/workbook.ts';
import { portal } from '../views/portal.ts';
import { readSearchParameters } from '../views/search/parameters.ts';
import { searchTable } from '../views/search/table.ts';

export const GET: APIRoute = async ({ url, locals: { locale } }) => {
  const { parameters } = readSearchParameters(url.searchParams);
  const isCoded = isCodedIn(url.searchParams);
  const table = await searchTable(portal(), parameters, { locale, isCoded, face: 'xlsx' });
  const answer = xlsxFile('search', await workbook(table, isCoded, locale), table.next);
  if (table.isCut) answer.headers.set('cache-control', 'no-store');
  return answer;
};
