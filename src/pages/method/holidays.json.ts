import type { APIRoute } from 'astro';
import { holidaysPage } from '../../views/clock/holidays-page.ts';
import { json } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ locals }) => json(holidaysPage(portal(), locals.locale));
