import type { APIRoute } from 'astro';
import { atomFile } from '../views/faces.ts';
import { atomText } from '../views/feeds/feed.ts';
import { searchFeed } from '../views/feeds/search-feed.ts';
import { portal } from '../views/portal.ts';
import { readSearchParameters } from '../views/search/parameters.ts';

export const GET: APIRoute = async ({ url, locals: { locale } }) => {
  const { parameters } = readSearchParameters(url.searchParams);
  const { feed, isCut } = await searchFeed(portal(), parameters, locale);
  const answer = atomFile(atomText(feed, portal(), locale));
  // The next reader may find more.
  if (isCut) answer.headers.set('cache-control', 'no-store');
  return answer;
};
