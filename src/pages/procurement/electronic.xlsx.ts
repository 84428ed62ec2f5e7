import type { APIRoute } from 'astro';
import { xlsxFile } from '../../views/faces.ts';
import { isCodedIn } from '../../views/list/take-away.ts';
import { workbook } from '../../views/list/workbook.ts';
import { portal } from '../../views/portal.ts';
import { electronicTable } from '../../views/procurement/electronic-page.ts';
import { readPurchaseParameters } from '../../views/procurement/values.ts';

export const GET: APIRoute = async ({ url, locals: { locale } }) => {
  const table = electronicTable(portal(), readPurchaseParameters(url.searchParams).parameters, locale);
  return xlsxFile('electronic', await workbook(table, isCodedIn(url.searchParams), locale), null);
};
