import type { APIRoute } from 'astro';
import { href } from '../../views/address.ts';
import { atomFile, notFound } from '../../views/faces.ts';
import { atomText } from '../../views/feeds/feed.ts';
import { partyFeed } from '../../views/feeds/single-feeds.ts';
import { partyPage } from '../../views/party/party-page.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ params, url, locals: { locale }, redirect }) => {
  const before = url.searchParams.get('before');
  const page = partyPage(portal(), params['id']!, false, before, locale);
  if (!page) return notFound();
  if ('redirect' in page) return redirect(`${href(locale, page.redirect)}.atom`, 301);
  return atomFile(atomText(partyFeed(portal(), page, before, locale), portal(), locale));
};
