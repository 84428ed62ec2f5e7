import type { APIRoute } from 'astro';
import { actionsPage } from '../views/actions/actions-page.ts';
import { json } from '../views/faces.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ locals }) => json(actionsPage(portal(), locals.locale));
