import type { APIRoute } from 'astro';
import { calendarPage, readCalendarParameters } from '../views/clock/calendar-page.ts';
import { json } from '../views/faces.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals }) =>
  json(calendarPage(portal(), readCalendarParameters(url.searchParams), locals.locale));
