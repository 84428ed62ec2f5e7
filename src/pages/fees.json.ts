import type { APIRoute } from 'astro';
import { json } from '../site/faces.ts';
import { readFeesParameters } from '../site/fees/fees-page.ts';
import { catalogueJson } from '../site/fees/published.ts';
import { portal } from '../site/portal.ts';

export const GET: APIRoute = ({ url, locals }) => json(catalogueJson(portal(), readFeesParameters(url.searchParams).parameters, locals.locale));
