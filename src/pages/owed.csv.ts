import type { APIRoute } from 'astro';
import { owedPage, owedTable, readOwedParameters } from '../views/clock/owed-page.ts';
import { csv } from '../views/csv.ts';
import { csvFile } from '../views/faces.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals }) =>
  csvFile(
    'owed',
    csv(owedTable(owedPage(portal(), readOwedParameters(url.searchParams), locals.locale), locals.locale)),
    null,
  );
