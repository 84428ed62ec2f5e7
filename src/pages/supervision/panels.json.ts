import type { APIRoute } from 'astro';
import { json } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';
import { panelsPage } from '../../views/supervision/panels-page.ts';

export const GET: APIRoute = ({ url, locals }) => json(panelsPage(portal(), url.searchParams, locals.locale));
