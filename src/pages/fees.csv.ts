import type { APIRoute } from 'astro';
import { csv } from '../views/csv.ts';
import { csvFile } from '../views/faces.ts';
import { readFeesParameters } from '../views/fees/fees-page.ts';
import { catalogueTable } from '../views/fees/published.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals }) =>
  csvFile('fees', csv(catalogueTable(portal(), readFeesParameters(url.searchParams).parameters, locals.locale)), null);
