import type { APIRoute } from 'astro';
import { LIST_PARAMETERS } from '../registers/discretion/pages.ts';
import { discretionTable } from '../views/discretion/table.ts';
import { readDiscretionParameters } from '../views/discretion/values.ts';
import { csvFile } from '../views/faces.ts';
import { csvText, isCodedIn, streamOf } from '../views/list/take-away.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const { parameters } = readDiscretionParameters(url.searchParams, LIST_PARAMETERS);
  const table = discretionTable(portal(), parameters, locale);
  return csvFile('discretion', streamOf(csvText(table, isCodedIn(url.searchParams), locale)), null);
};
