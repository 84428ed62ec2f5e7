import type { APIRoute } from 'astro';
import { readOwedParameters } from '../views/clock/owed/parameters.ts';
import { atomFile } from '../views/faces.ts';
import { atomText } from '../views/feeds/feed.ts';
import { owedFeed } from '../views/feeds/owed-feed.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url: { searchParams }, locals: { locale } }) => {
  const { parameters } = readOwedParameters(portal(), searchParams);
  const feed = owedFeed(portal(), parameters, searchParams.get('before'), locale);
  return atomFile(atomText(feed, portal(), locale));
};
