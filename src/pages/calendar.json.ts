import type { APIRoute } from 'astro';
import { calendarQuery, readCalendarParameters } from '../views/calendar/parameters.ts';
import { calendarTable } from '../views/calendar/table.ts';
import { jsonFile } from '../views/faces.ts';
import { jsonText, streamOf } from '../views/list/take-away.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const { parameters, dropped } = readCalendarParameters(url.searchParams);
  const table = calendarTable(portal(), parameters, locale);
  return jsonFile(streamOf(jsonText(table, { asked: calendarQuery(parameters), dropped })), table.next);
};
