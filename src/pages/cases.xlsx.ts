import type { APIRoute } from 'astro';
import { casesTable } from '../views/cases/table.ts';
import { readCasesParameters } from '../views/cases/values.ts';
import { xlsxFile } from '../views/faces.ts';
import { isCodedIn } from '../views/list/take-away.ts';
import { workbook } from '../views/list/workbook.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = async ({ url, locals: { locale } }) => {
  const table = casesTable(portal(), readCasesParameters(url.searchParams).parameters, locale);
  return xlsxFile('cases', await workbook(table, isCodedIn(url.searchParams), locale), null);
};
