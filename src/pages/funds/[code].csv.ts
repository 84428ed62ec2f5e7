import type { APIRoute } from 'astro';
import { csvFile, notFound } from '../../views/faces.ts';
import { keptFund } from '../../views/funds/fund-page.ts';
import { fundsTable } from '../../views/funds/table.ts';
import { csvText, isCodedIn, streamOf } from '../../views/list/take-away.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ params, url, locals: { locale } }) => {
  const kept = keptFund(portal(), params['code']!);
  if (!kept) return notFound();
  const table = fundsTable(portal(), [kept], locale);
  return csvFile(kept.fund.code, streamOf(csvText(table, isCodedIn(url.searchParams), locale)), null);
};
