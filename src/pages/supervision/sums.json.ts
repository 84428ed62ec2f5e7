import type { APIRoute } from 'astro';
import { json } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';
import { sumsPage } from '../../views/supervision/sums-page.ts';

export const GET: APIRoute = ({ locals }) => json(sumsPage(portal(), locals.locale));
