import type { APIRoute } from 'astro';
import { readOwedParameters } from '../views/clock/owed/parameters.ts';
import { owedTable } from '../views/clock/owed/table.ts';
import { csvFile } from '../views/faces.ts';
import { csvText, isCodedIn, streamOf } from '../views/list/take-away.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const { parameters } = readOwedParameters(portal(), url.searchParams);
  const isCoded = isCodedIn(url.searchParams);
  const table = owedTable(portal(), parameters, { locale, isCoded, face: 'csv' });
  return csvFile('owed', streamOf(csvText(table, isCoded, locale)), table.next);
};
