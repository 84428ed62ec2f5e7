import type { APIRoute } from 'astro';
import { csvFile } from '../../views/faces.ts';
import { csvText, isCodedIn, streamOf } from '../../views/list/take-away.ts';
import { portal } from '../../views/portal.ts';
import { sumsTable } from '../../views/supervision/tables.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) =>
  csvFile('sums', streamOf(csvText(sumsTable(portal(), locale), isCodedIn(url.searchParams), locale)), null);
