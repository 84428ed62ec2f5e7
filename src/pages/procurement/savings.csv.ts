import type { APIRoute } from 'astro';
import { csvFile } from '../../views/faces.ts';
import { csvText, isCodedIn, streamOf } from '../../views/list/take-away.ts';
import { portal } from '../../views/portal.ts';
import { savingsTable } from '../../views/procurement/savings-page.ts';
import { readPurchaseParameters } from '../../views/procurement/values.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const table = savingsTable(portal(), readPurchaseParameters(url.searchParams).parameters, locale);
  return csvFile('savings', streamOf(csvText(table, isCodedIn(url.searchParams), locale)), null);
};
