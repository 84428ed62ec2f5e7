import type { APIRoute } from 'astro';
import { home } from '../views/home/home-page.ts';
import { portal } from '../views/portal.ts';
import { json } from '../views/faces.ts';

export const GET: APIRoute = ({ locals }) => json(home(portal(), locals.locale));
