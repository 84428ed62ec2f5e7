import type { APIRoute } from 'astro';
import { xlsxFile } from '../views/faces.ts';
import { isCodedIn } from '../views/list/take-away.ts';
import { workbook } from '../views/list/workbook.ts';
import { portal } from '../views/portal.ts';
import { rectificationTable } from '../views/rectification/table.ts';
import { readRectificationParameters } from '../views/rectification/values.ts';

export const GET: APIRoute = async ({ url, locals: { locale } }) => {
  const table = rectificationTable(portal(), readRectificationParameters(url.searchParams).parameters, locale);
  return xlsxFile('rectification', await workbook(table, isCodedIn(url.searchParams), locale), null);
};
