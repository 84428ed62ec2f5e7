import type { APIRoute } from 'astro';
import { json } from '../views/faces.ts';
import { portal } from '../views/portal.ts';
import { supervisionPage } from '../views/supervision/supervision-page.ts';

export const GET: APIRoute = ({ locals }) => json(supervisionPage(portal(), locals.locale));
