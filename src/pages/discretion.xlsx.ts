import type { APIRoute } from 'astro';
import { LIST_PARAMETERS } from '../registers/discretion/pages.ts';
import { discretionTable } from '../views/discretion/table.ts';
import { readDiscretionParameters } from '../views/discretion/values.ts';
import { xlsxFile } from '../views/faces.ts';
import { isCodedIn } from '../views/list/take-away.ts';
import { workbook } from '../views/list/workbook.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = async ({ url, locals: { locale } }) => {
  const { parameters } = readDiscretionParameters(url.searchParams, LIST_PARAMETERS);
  const table = discretionTable(portal(), parameters, locale);
  return xlsxFile('discretion', await workbook(table, isCodedIn(url.searchParams), locale), null);
};
