import type { APIRoute } from 'astro';
import { benchmarkPage } from '../../views/discretion/discretion-page.ts';
import { atomFile, notFound } from '../../views/faces.ts';
import { atomText } from '../../views/feeds/feed.ts';
import { wholeFeed } from '../../views/feeds/single-feeds.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ params, locals: { locale } }) => {
  const page = benchmarkPage(portal(), params['code']!, undefined, locale);
  if (!page) return notFound();
  const { offence, path, timeline } = page;
  const feed = wholeFeed(portal(), { title: offence, path, ids: timeline.map(({ id }) => id) }, locale);
  return atomFile(atomText(feed, portal(), locale));
};
