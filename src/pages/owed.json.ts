import type { APIRoute } from 'astro';
import { owedPage, readOwedParameters } from '../views/clock/owed-page.ts';
import { json } from '../views/faces.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals }) =>
  json(owedPage(portal(), readOwedParameters(url.searchParams), locals.locale));
