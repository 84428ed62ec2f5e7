import type { APIRoute } from 'astro';
import { act } from '../../../following/asking.ts';
import { FollowerKeys } from '../../../following/keys.ts';
import { labels } from '../../../locales/labels.ts';
import { office } from '../../../office/office.ts';
import { href } from '../../../views/address.ts';

/** One POST of a mail program ends it, without a page and without a question (RFC 8058 §3.1); whoever opens it reads. */
export const POST: APIRoute = ({ params, locals }) => {
  const { database, settings, now } = office();
  const id = settings.key === undefined ? null : new FollowerKeys(settings.key).followOf(params['token'] ?? '');
  const t = labels(locals.locale).following;
  const type = { 'content-type': 'text/plain; charset=utf-8' };
  if (id === null) return new Response(t.gone, { status: 404, headers: type });
  act(database, id, 'stop', { rhythm: 'once', reminds: false, locale: locals.locale }, 0, now());
  return new Response(t.stoppedAll, { headers: type });
};

export const GET: APIRoute = ({ params, locals, redirect }) =>
  redirect(href(locals.locale, `/follow/${encodeURIComponent(params['token'] ?? '')}`), 303);
