import type { APIRoute } from 'astro';
import { readerOfDeskToken } from '../../../accounts/tokens/desk-token.ts';
import { deskFeed } from '../../../office/desk-feed.ts';
import { settingsAt } from '../../../office/door.ts';
import { office } from '../../../office/office.ts';

/** `GET /office/desk/{token}.atom`: how much waits for the officer whose token it is. 404 for any other. */
export const GET: APIRoute = ({ params, request, locals: { locale } }) => {
  const { database, settings, now } = office();
  const actor = readerOfDeskToken(database, params['token']!, settingsAt(settings, request.headers), now());
  if (!actor) return new Response(null, { status: 404 });
  return new Response(deskFeed(database, actor, settings.origin, locale), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'private, no-store' },
  });
};
