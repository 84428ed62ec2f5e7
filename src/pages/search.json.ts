import type { APIRoute } from 'astro';
import { json } from '../views/faces.ts';
import { portal } from '../views/portal.ts';
import { searchPage } from '../views/search/search-page.ts';
import { readSearchParameters } from '../views/search/parameters.ts';

export const GET: APIRoute = async ({ url, locals }) => {
  const { parameters, dropped } = readSearchParameters(url.searchParams);
  return json({ ...(await searchPage(portal(), parameters, locals.locale)), dropped });
};
