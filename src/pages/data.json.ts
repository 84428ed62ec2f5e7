import type { APIRoute } from 'astro';
import { dataPage } from '../views/bulk/data-page.ts';
import { json } from '../views/faces.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url }) => json(dataPage(portal(), url.searchParams.get('register')));
