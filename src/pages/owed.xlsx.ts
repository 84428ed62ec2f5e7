import type { APIRoute } from 'astro';
import { readOwedParameters } from '../views/clock/owed/parameters.ts';
import { owedTable } from '../views/clock/owed/table.ts';
import { xlsxFile } from '../views/faces.ts';
import { isCodedIn } from '../views/list/take-away.ts';
import { workbook } from '../views/list/workbook.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = async ({ url, locals: { locale } }) => {
  const { parameters } = readOwedParameters(portal(), url.searchParams);
  const isCoded = isCodedIn(url.searchParams);
  const table = owedTable(portal(), parameters, { locale, isCoded, face: 'xlsx' });
  return xlsxFile('owed', await workbook(table, isCoded, locale), table.next);
};
