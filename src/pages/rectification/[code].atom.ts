import type { APIRoute } from 'astro';
import { atomFile, notFound } from '../../views/faces.ts';
import { atomText } from '../../views/feeds/feed.ts';
import { wholeFeed } from '../../views/feeds/single-feeds.ts';
import { portal } from '../../views/portal.ts';
import { matterPage } from '../../views/rectification/matter-page.ts';

export const GET: APIRoute = ({ params, locals: { locale } }) => {
  const page = matterPage(portal(), params['code']!, locale);
  if (!page) return notFound();
  const { row, path, timeline } = page;
  const feed = wholeFeed(portal(), { title: row.title, path, ids: timeline.map(({ id }) => id) }, locale);
  return atomFile(atomText(feed, portal(), locale));
};
