import type { APIRoute } from 'astro';
import { methodPage } from '../site/clock/method-page.ts';
import { json } from '../site/faces.ts';
import { portal } from '../site/portal.ts';

export const GET: APIRoute = ({ locals }) => json(methodPage(portal(), locals.locale));
