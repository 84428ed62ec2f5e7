import type { APIRoute } from 'astro';
import { readCalendarParameters } from '../views/calendar/parameters.ts';
import { calendarTable } from '../views/calendar/table.ts';
import { csvFile } from '../views/faces.ts';
import { csvText, isCodedIn, streamOf } from '../views/list/take-away.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const { parameters } = readCalendarParameters(url.searchParams);
  const table = calendarTable(portal(), parameters, locale);
  return csvFile('calendar', streamOf(csvText(table, isCodedIn(url.searchParams), locale)), table.next);
};
