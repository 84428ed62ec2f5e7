import type { APIRoute } from 'astro';
import { xlsxFile } from '../views/faces.ts';
import { chosenFunds } from '../views/funds/kept-funds.ts';
import { fundsTable } from '../views/funds/table.ts';
import { readFundsParameters } from '../views/funds/values.ts';
import { isCodedIn } from '../views/list/take-away.ts';
import { workbook } from '../views/list/workbook.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = async ({ url, locals: { locale } }) => {
  const { kept } = chosenFunds(portal(), readFundsParameters(url.searchParams).parameters);
  const table = fundsTable(portal(), kept, locale);
  return xlsxFile('funds', await workbook(table, isCodedIn(url.searchParams), locale), null);
};
