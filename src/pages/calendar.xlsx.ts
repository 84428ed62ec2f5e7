import type { APIRoute } from 'astro';
import { readCalendarParameters } from '../views/calendar/parameters.ts';
import { calendarTable } from '../views/calendar/table.ts';
import { xlsxFile } from '../views/faces.ts';
import { isCodedIn } from '../views/list/take-away.ts';
import { workbook } from '../views/list/workbook.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = async ({ url, locals: { locale } }) => {
  const { parameters } = readCalendarParameters(url.searchParams);
  const table = calendarTable(portal(), parameters, locale);
  return xlsxFile('calendar', await workbook(table, isCodedIn(url.searchParams), locale), table.next);
};
