import type { APIRoute } from 'astro';
import { atomFile, notFound } from '../../views/faces.ts';
import { atomText } from '../../views/feeds/feed.ts';
import { wholeFeed } from '../../views/feeds/single-feeds.ts';
import { fundPage } from '../../views/funds/fund-page.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ params, locals: { locale } }) => {
  const page = fundPage(portal(), params['code']!, locale);
  if (!page) return notFound();
  const { name, path, timeline } = page;
  const feed = wholeFeed(portal(), { title: name, path, ids: timeline.map(({ id }) => id) }, locale);
  return atomFile(atomText(feed, portal(), locale));
};
