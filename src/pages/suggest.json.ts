import type { APIRoute } from 'astro';
import { json } from '../site/faces.ts';
import { portal } from '../site/portal.ts';
import { suggestions } from '../site/suggest-page.ts';

export const GET: APIRoute = ({ url, locals }) => json(suggestions(portal(), url.searchParams.get('q') ?? '', locals.locale));
