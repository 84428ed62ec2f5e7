import type { APIRoute } from 'astro';
import { casesPage } from '../views/cases/cases-page.ts';
import { readCasesParameters } from '../views/cases/values.ts';
import { json } from '../views/faces.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals }) =>
  json(casesPage(portal(), readCasesParameters(url.searchParams).parameters, locals.locale));
