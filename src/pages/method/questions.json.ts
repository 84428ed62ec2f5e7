import type { APIRoute } from 'astro';
import { questionsPage } from '../../views/clock/questions-page.ts';
import { json } from '../../views/faces.ts';

export const GET: APIRoute = ({ locals }) => json(questionsPage(locals.locale));
