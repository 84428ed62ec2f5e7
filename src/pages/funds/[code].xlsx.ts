import type { APIRoute } from 'astro';
import { notFound, xlsxFile } from '../../views/faces.ts';
import { keptFund } from '../../views/funds/fund-page.ts';
import { fundsTable } from '../../views/funds/table.ts';
import { isCodedIn } from '../../views/list/take-away.ts';
import { workbook } from '../../views/list/workbook.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = async ({ params, url, locals: { locale } }) => {
  const kept = keptFund(portal(), params['code']!);
  if (!kept) return notFound();
  const table = fundsTable(portal(), [kept], locale);
  return xlsxFile(kept.fund.code, await workbook(table, isCodedIn(url.searchParams), locale), null);
};
