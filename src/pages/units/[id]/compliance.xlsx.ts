import type { APIRoute } from 'astro';
import { readComplianceParameters } from '../../../views/clock/compliance/parameters.ts';
import { complianceTable } from '../../../views/clock/compliance/table.ts';
import { notFound, xlsxFile } from '../../../views/faces.ts';
import { isCodedIn } from '../../../views/list/take-away.ts';
import { workbook } from '../../../views/list/workbook.ts';
import { portal } from '../../../views/portal.ts';

export const GET: APIRoute = async ({ params, url, locals: { locale } }) => {
  const { parameters } = readComplianceParameters(url.searchParams);
  const table = complianceTable(portal(), params['id']!, parameters, locale);
  if (!table) return notFound();
  return xlsxFile('compliance', await workbook(table, isCodedIn(url.searchParams), locale), null);
};
