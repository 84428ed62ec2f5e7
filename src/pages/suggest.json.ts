import type { APIRoute } from 'astro';
import { json } from '../views/faces.ts';
import { portal } from '../views/portal.ts';
import { suggestions } from '../views/search/suggest-page.ts';

export const GET: APIRoute = ({ url, locals }) =>
  json(suggestions(portal(), url.searchParams.get('q') ?? '', locals.locale));
