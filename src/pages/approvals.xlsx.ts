import type { APIRoute } from 'astro';
import { LIST_PARAMETERS } from '../registers/approvals/pages.ts';
import { approvalsTable } from '../views/approvals/table.ts';
import { readApprovalsParameters } from '../views/approvals/values.ts';
import { xlsxFile } from '../views/faces.ts';
import { isCodedIn } from '../views/list/take-away.ts';
import { workbook } from '../views/list/workbook.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = async ({ url, locals: { locale } }) => {
  const { parameters } = readApprovalsParameters(url.searchParams, LIST_PARAMETERS);
  const table = approvalsTable(portal(), parameters, locale);
  return xlsxFile('approvals', await workbook(table, isCodedIn(url.searchParams), locale), null);
};
