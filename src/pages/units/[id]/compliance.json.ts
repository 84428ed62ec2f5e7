import type { APIRoute } from 'astro';
import { compliancePage } from '../../../views/clock/compliance/compliance-page.ts';
import { complianceQuery, readComplianceParameters } from '../../../views/clock/compliance/parameters.ts';
import { complianceTable } from '../../../views/clock/compliance/table.ts';
import { jsonFile, notFound } from '../../../views/faces.ts';
import { jsonText, streamOf } from '../../../views/list/take-away.ts';
import { portal } from '../../../views/portal.ts';

export const GET: APIRoute = ({ params, url, locals: { locale } }) => {
  const { parameters, dropped } = readComplianceParameters(url.searchParams);
  const table = complianceTable(portal(), params['id']!, parameters, locale);
  const page = compliancePage(portal(), params['id']!, parameters, dropped, locale);
  if (!table || !page) return notFound();
  const { unit, all, rules, years } = page;
  const said = { unit, asked: complianceQuery(parameters), dropped, figures: { all, rules, years } };
  return jsonFile(streamOf(jsonText(table, said)), null);
};
