import type { APIRoute } from 'astro';
import { csv } from '../site/csv.ts';
import { CSV_ROWS, csvFile } from '../site/faces.ts';
import { href, withQuery } from '../site/address.ts';
import { portal } from '../site/portal.ts';
import { searchPage } from '../site/search-page.ts';
import { readSearchParameters, searchQuery } from '../site/search-parameters.ts';
import { searchTable } from '../site/tables.ts';

export const GET: APIRoute = async ({ url, locals }) => {
  const { parameters } = readSearchParameters(url.searchParams);
  const page = await searchPage(portal(), { ...parameters, limit: parameters.limit ?? CSV_ROWS }, locals.locale);
  const next = page.next && withQuery(href(locals.locale, '/search.csv'), searchQuery(parameters, { limit: parameters.limit, before: page.next }));
  return csvFile('search', csv(searchTable(page.rows, locals.locale)), next);
};
