import type { APIRoute } from 'astro';
import { LIST_PARAMETERS } from '../registers/approvals/pages.ts';
import { approvalsTable } from '../views/approvals/table.ts';
import { readApprovalsParameters } from '../views/approvals/values.ts';
import { csvFile } from '../views/faces.ts';
import { csvText, isCodedIn, streamOf } from '../views/list/take-away.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const { parameters } = readApprovalsParameters(url.searchParams, LIST_PARAMETERS);
  const table = approvalsTable(portal(), parameters, locale);
  return csvFile('approvals', streamOf(csvText(table, isCodedIn(url.searchParams), locale)), null);
};
