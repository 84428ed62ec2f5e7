import type { APIRoute } from 'astro';
import { atomFile } from '../views/faces.ts';
import { catalogueFeed } from '../views/fees/catalogue-feed.ts';
import { atomText } from '../views/feeds/feed.ts';
import { readFeesParameters } from '../views/fees/fees-page.ts';
import { portal } from '../views/portal.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const { parameters } = readFeesParameters(url.searchParams);
  return atomFile(atomText(catalogueFeed(portal(), parameters, locale), portal(), locale));
};
