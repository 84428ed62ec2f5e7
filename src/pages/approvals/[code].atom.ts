import type { APIRoute } from 'astro';
import { approvalPage } from '../../views/approvals/approval-page.ts';
import { atomFile, notFound } from '../../views/faces.ts';
import { atomText } from '../../views/feeds/feed.ts';
import { wholeFeed } from '../../views/feeds/single-feeds.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ params, locals: { locale } }) => {
  const page = approvalPage(portal(), params['code']!, undefined, locale);
  if (!page) return notFound();
  const { row, path, timeline } = page;
  const feed = wholeFeed(portal(), { title: row.name, path, ids: timeline.map(({ id }) => id) }, locale);
  return atomFile(atomText(feed, portal(), locale));
};
