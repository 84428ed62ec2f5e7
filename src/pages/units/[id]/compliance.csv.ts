import type { APIRoute } from 'astro';
import { readComplianceParameters } from '../../../views/clock/compliance/parameters.ts';
import { complianceTable } from '../../../views/clock/compliance/table.ts';
import { csvFile, notFound } from '../../../views/faces.ts';
import { csvText, isCodedIn, streamOf } from '../../../views/list/take-away.ts';
import { portal } from '../../../views/portal.ts';

export const GET: APIRoute = ({ params, url, locals: { locale } }) => {
  const { parameters } = readComplianceParameters(url.searchParams);
  const table = complianceTable(portal(), params['id']!, parameters, locale);
  const isCoded = isCodedIn(url.searchParams);
  return table ? csvFile('compliance', streamOf(csvText(table, isCoded, locale)), null) : notFound();
};
