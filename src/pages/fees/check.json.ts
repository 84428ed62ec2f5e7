import type { APIRoute } from 'astro';
import { json } from '../../views/faces.ts';
import { checkPage, readCheckParameters } from '../../views/fees/check-page.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ url, locals }) =>
  json(checkPage(portal(), readCheckParameters(url.searchParams), locals.locale));
