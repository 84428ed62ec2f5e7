import type { APIRoute } from 'astro';
import { feedOf } from '../views/calendar/feeds.ts';
import { readCalendarParameters } from '../views/calendar/parameters.ts';
import { icsFile } from '../views/clock/ics.ts';
import { portal } from '../views/portal.ts';

/** A subscription has days of its own: those of the page are not asked for. */
export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const { parameters } = readCalendarParameters(url.searchParams);
  return icsFile(feedOf(portal(), parameters, locale), parameters.register ?? 'calendar');
};
