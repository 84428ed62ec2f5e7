import type { APIRoute } from 'astro';
import { json } from '../../site/faces.ts';
import { checkPage, readCheckParameters } from '../../site/fees/check-page.ts';
import { portal } from '../../site/portal.ts';

export const GET: APIRoute = ({ url, locals }) => json(checkPage(portal(), readCheckParameters(url.searchParams), locals.locale));
