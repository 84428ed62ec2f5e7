import type { APIRoute } from 'astro';
import { csvFile } from '../views/faces.ts';
import { csvText, isCodedIn, streamOf } from '../views/list/take-away.ts';
import { portal } from '../views/portal.ts';
import { statisticsTable } from '../views/complaints/tables.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) =>
  csvFile(
    'complaints',
    streamOf(csvText(statisticsTable(portal(), locale), isCodedIn(url.searchParams), locale)),
    null,
  );
