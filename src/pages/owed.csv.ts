import type { APIRoute } from 'astro';
import { owedPage, owedTable, readOwedParameters } from '../site/clock/owed-page.ts';
import { csv } from '../site/csv.ts';
import { csvFile } from '../site/faces.ts';
import { portal } from '../site/portal.ts';

export const GET: APIRoute = ({ url, locals }) => csvFile('owed', csv(owedTable(owedPage(portal(), readOwedParameters(url.searchParams), locals.locale), locals.locale)), null);
