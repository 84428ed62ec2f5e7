import type { APIRoute } from 'astro';
import { href } from '../../site/address.ts';
import { json, notFound } from '../../site/faces.ts';
import { partyPage } from '../../site/party-page.ts';
import { portal } from '../../site/portal.ts';

export const GET: APIRoute = ({ params, url, locals, redirect }) => {
  const page = partyPage(portal(), params['id']!, true, url.searchParams.get('before'), locals.locale);
  if (!page) return notFound();
  return 'redirect' in page ? redirect(`${href(locals.locale, page.redirect)}.json`, 301) : json(page);
};
