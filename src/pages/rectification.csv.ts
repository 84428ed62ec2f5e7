import type { APIRoute } from 'astro';
import { csvFile } from '../views/faces.ts';
import { csvText, isCodedIn, streamOf } from '../views/list/take-away.ts';
import { portal } from '../views/portal.ts';
import { rectificationTable } from '../views/rectification/table.ts';
import { readRectificationParameters } from '../views/rectification/values.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const table = rectificationTable(portal(), readRectificationParameters(url.searchParams).parameters, locale);
  return csvFile('rectification', streamOf(csvText(table, isCodedIn(url.searchParams), locale)), null);
};
