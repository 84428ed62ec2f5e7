import type { APIRoute } from 'astro';
import { methodPage } from '../views/clock/method-page.ts';
import { json } from '../views/faces.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ locals }) => json(methodPage(portal(), locals.locale));
