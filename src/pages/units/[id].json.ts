import type { APIRoute } from 'astro';
import { href } from '../../views/address.ts';
import { json, notFound } from '../../views/faces.ts';
import { partyPage } from '../../views/party/party-page.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ params, url, locals, redirect }) => {
  const page = partyPage(portal(), params['id']!, true, url.searchParams.get('before'), locals.locale);
  if (!page) return notFound();
  return 'redirect' in page ? redirect(`${href(locals.locale, page.redirect)}.json`, 301) : json(page);
};
