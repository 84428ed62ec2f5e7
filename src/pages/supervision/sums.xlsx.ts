import type { APIRoute } from 'astro';
import { xlsxFile } from '../../views/faces.ts';
import { isCodedIn } from '../../views/list/take-away.ts';
import { workbook } from '../../views/list/workbook.ts';
import { portal } from '../../views/portal.ts';
import { sumsTable } from '../../views/supervision/tables.ts';

export const GET: APIRoute = async ({ url, locals: { locale } }) =>
  xlsxFile('sums', await workbook(sumsTable(portal(), locale), isCodedIn(url.searchParams), locale), null);
