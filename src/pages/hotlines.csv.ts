import type { APIRoute } from 'astro';
import { csvFile } from '../views/faces.ts';
import { csvText, isCodedIn, streamOf } from '../views/list/take-away.ts';
import { portal } from '../views/portal.ts';
import { hotlinesTable } from '../views/complaints/tables.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) =>
  csvFile('hotlines', streamOf(csvText(hotlinesTable(portal(), locale), isCodedIn(url.searchParams), locale)), null);
