import type { APIRoute } from 'astro';
import { xlsxFile } from '../../views/faces.ts';
import { isCodedIn } from '../../views/list/take-away.ts';
import { workbook } from '../../views/list/workbook.ts';
import { portal } from '../../views/portal.ts';
import { savingsTable } from '../../views/procurement/savings-page.ts';
import { readPurchaseParameters } from '../../views/procurement/values.ts';

export const GET: APIRoute = async ({ url, locals: { locale } }) => {
  const table = savingsTable(portal(), readPurchaseParameters(url.searchParams).parameters, locale);
  return xlsxFile('savings', await workbook(table, isCodedIn(url.searchParams), locale), null);
};
