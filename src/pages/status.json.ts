import type { APIRoute } from 'astro';
import { json } from '../views/faces.ts';
import { portal } from '../views/portal.ts';
import { statusPage } from '../views/status/status-page.ts';

export const GET: APIRoute = () => json(statusPage(portal()));
