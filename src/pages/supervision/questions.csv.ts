import type { APIRoute } from 'astro';
import { csvFile } from '../../views/faces.ts';
import { csvText, isCodedIn, streamOf } from '../../views/list/take-away.ts';
import { portal } from '../../views/portal.ts';
import { questionsTable } from '../../views/supervision/tables.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) =>
  csvFile('questions', streamOf(csvText(questionsTable(portal(), locale), isCodedIn(url.searchParams), locale)), null);
