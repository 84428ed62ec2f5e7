import type { APIRoute } from 'astro';
import { csvFile } from '../views/faces.ts';
import { chosenFunds } from '../views/funds/kept-funds.ts';
import { fundsTable } from '../views/funds/table.ts';
import { readFundsParameters } from '../views/funds/values.ts';
import { csvText, isCodedIn, streamOf } from '../views/list/take-away.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const { kept } = chosenFunds(portal(), readFundsParameters(url.searchParams).parameters);
  const table = fundsTable(portal(), kept, locale);
  return csvFile('funds', streamOf(csvText(table, isCodedIn(url.searchParams), locale)), null);
};
