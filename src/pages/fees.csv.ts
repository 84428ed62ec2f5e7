import type { APIRoute } from 'astro';
import { csv } from '../site/csv.ts';
import { csvFile } from '../site/faces.ts';
import { readFeesParameters } from '../site/fees/fees-page.ts';
import { catalogueTable } from '../site/fees/published.ts';
import { portal } from '../site/portal.ts';

export const GET: APIRoute = ({ url, locals }) => csvFile('fees', csv(catalogueTable(portal(), readFeesParameters(url.searchParams).parameters, locals.locale)), null);
