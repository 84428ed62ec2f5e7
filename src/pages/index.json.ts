import type { APIRoute } from 'astro';
import { home } from '../site/home.ts';
import { portal } from '../site/portal.ts';
import { json } from '../site/faces.ts';

export const GET: APIRoute = ({ locals }) => json(home(portal(), locals.locale));
