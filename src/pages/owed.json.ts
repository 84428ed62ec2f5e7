import type { APIRoute } from 'astro';
import { owedPage, readOwedParameters } from '../site/clock/owed-page.ts';
import { json } from '../site/faces.ts';
import { portal } from '../site/portal.ts';

export const GET: APIRoute = ({ url, locals }) => json(owedPage(portal(), readOwedParameters(url.searchParams), locals.locale));
