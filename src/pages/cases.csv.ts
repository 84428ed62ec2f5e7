import type { APIRoute } from 'astro';
import { casesTable } from '../views/cases/table.ts';
import { readCasesParameters } from '../views/cases/values.ts';
import { csvFile } from '../views/faces.ts';
import { csvText, isCodedIn, streamOf } from '../views/list/take-away.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const table = casesTable(portal(), readCasesParameters(url.searchParams).parameters, locale);
  return csvFile('cases', streamOf(csvText(table, isCodedIn(url.searchParams), locale)), null);
};
