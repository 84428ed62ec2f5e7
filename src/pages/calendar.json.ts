import type { APIRoute } from 'astro';
import { calendarPage, readCalendarParameters } from '../site/clock/calendar-page.ts';
import { json } from '../site/faces.ts';
import { portal } from '../site/portal.ts';

export const GET: APIRoute = ({ url, locals }) => json(calendarPage(portal(), readCalendarParameters(url.searchParams), locals.locale));
