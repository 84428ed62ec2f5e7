import type { APIRoute } from 'astro';
import { owedQuery, readOwedParameters } from '../views/clock/owed/parameters.ts';
import { owedTable } from '../views/clock/owed/table.ts';
import { jsonFile } from '../views/faces.ts';
import { jsonText, streamOf } from '../views/list/take-away.ts';
import { portal } from '../views/portal.ts';
import { dayOf } from '../values/date.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const { parameters, dropped } = readOwedParameters(portal(), url.searchParams);
  const table = owedTable(portal(), parameters, { locale, isCoded: true, face: 'json' });
  const said = { on: dayOf(portal().now()), basis: parameters.basis, asked: owedQuery(parameters), dropped };
  return jsonFile(streamOf(jsonText(table, said)), table.next);
};
