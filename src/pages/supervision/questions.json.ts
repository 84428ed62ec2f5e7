import type { APIRoute } from 'astro';
import { json } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';
import { questionsPage } from '../../views/supervision/questions-page.ts';

export const GET: APIRoute = ({ locals }) => json(questionsPage(portal(), locals.locale));
