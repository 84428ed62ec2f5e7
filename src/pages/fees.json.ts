import type { APIRoute } from 'astro';
import { json } from '../views/faces.ts';
import { readFeesParameters } from '../views/fees/fees-page.ts';
import { catalogueJson } from '../views/fees/published.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals }) =>
  json(catalogueJson(portal(), readFeesParameters(url.searchParams).parameters, locals.locale));
