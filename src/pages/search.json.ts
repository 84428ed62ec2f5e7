import type { APIRoute } from 'astro';
import { json } from '../site/faces.ts';
import { portal } from '../site/portal.ts';
import { searchPage } from '../site/search-page.ts';
import { readSearchParameters } from '../site/search-parameters.ts';

export const GET: APIRoute = async ({ url, locals }) => {
  const { parameters, dropped } = readSearchParameters(url.searchParams);
  return json({ ...await searchPage(portal(), parameters, locals.locale), dropped });
};
