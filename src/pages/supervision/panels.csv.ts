import type { APIRoute } from 'astro';
import { csv } from '../../views/csv.ts';
import { csvFile } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';
import { panelsTable } from '../../views/supervision/panels-table.ts';

export const GET: APIRoute = ({ url, locals }) =>
  csvFile('panels', csv(panelsTable(portal(), url.searchParams, locals.locale)), null);
