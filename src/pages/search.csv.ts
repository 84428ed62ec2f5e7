import type { APIRoute } from 'astro';
import { csv } from '../views/csv.ts';
import { CSV_ROWS, csvFile } from '../views/faces.ts';
import { href, withQuery } from '../views/address.ts';
import { portal } from '../views/portal.ts';
import { searchPage } from '../views/search/search-page.ts';
import { readSearchParameters, searchQuery } from '../views/search/parameters.ts';
import { searchTable } from '../views/search/table.ts';

export const GET: APIRoute = async ({ url, locals }) => {
  const { parameters } = readSearchParameters(url.searchParams);
  const page = await searchPage(portal(), { ...parameters, limit: parameters.limit ?? CSV_ROWS }, locals.locale);
  const next =
    page.next &&
    withQuery(
      href(locals.locale, '/search.csv'),
      searchQuery(parameters, { limit: parameters.limit, before: page.next }),
    );
  return csvFile('search', csv(searchTable(page.rows, locals.locale)), next);
};
