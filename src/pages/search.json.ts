import type { APIRoute } from 'astro';
import { json } from '../views/faces.ts';
import { portal } from '../views/portal.ts';
import { searchPage } from '../views/search/search-page.ts';
import { readSearchParameters } from '../views/search/parameters.ts';

export const GET: APIRoute = async ({ url, locals }) => {
  const { parameters, dropped } = readSearchParameters(url.searchParams);
  const page = await searchPage(portal(), parameters, locals.locale);
  const answer = json({ ...page, dropped });
  // The next reader may find more.
  if (page.cut) answer.headers.set('cache-control', 'no-store');
  return answer;
};
