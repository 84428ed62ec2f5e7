import type { APIContext } from 'astro';
import { defineMiddleware, sequence } from 'astro:middleware';
import { cannotWrite, isBusy } from './database/faults.ts';
import { newToken } from './accounts/secrets.ts';
import { findUnit } from './accounts/units/storage.ts';
import { isTraditional } from './locales/labels.ts';
import { detour, visitOf } from './office/door.ts';
import { office } from './office/office.ts';
import { keepPost } from './office/storage.ts';
import { href, splitLocale } from './views/address.ts';
import { parameterErrors } from './views/api/asked.ts';
import { logFailure } from './views/error-log.ts';
import { asProblem, problem } from './views/problem.ts';
import { isForMachines, isOpen, PRINT_PARAMETER } from './views/routes.ts';
import { portal } from './views/portal.ts';
import { traditionalPage } from './views/traditional.ts';

/**
 * Language and print of every request. `/en/search` and `/hant/search` are the page `/search` with another
 * `locals.locale`; pages see the path without the prefix and write links with `href(locale, path)`.
 */
const language = defineMiddleware(async (context, next) => {
  const { url, locals } = context;
  // Error pages and rewrites come by a second time with the same locals: what the first pass found stays.
  const first = locals.locale === undefined;
  const { locale, path } = splitLocale(url.pathname);
  if (first) {
    locals.locale = locale;
    locals.asked = path;
    locals.print = context.cookies.get('print')?.value === 'large' ? 'large' : 'normal';
    locals.requestId = context.request.headers.get('x-request-id') ?? '';
    const wanted = url.searchParams.get(PRINT_PARAMETER);
    if (wanted !== null) return changePrint(context, wanted);
  }
  const asked = { locale: locals.locale, path: href(locals.locale, locals.asked) };
  const forMachines = isForMachines(locals.asked);
  const told = (answer: Response) => asProblem(answer, asked, isOpen(locals.asked));
  try {
    const errors = forMachines ? parameterErrors(locals.asked, url.searchParams, locals.locale) : [];
    if (errors.length > 0) return told(problem('bad-parameter', asked, { errors }));
    const response = await (first && path !== url.pathname ? next(path + url.search) : next());
    // From within a rewrite; see below.
    if (response.status === 503 && response.body === null) return response;
    if (forMachines) return told(response);
    return isTraditional(locals.locale) ? await inTraditional(response) : response;
  } catch (error) {
    // Told by the door, with what was typed.
    if (isBusy(error)) return new Response(null, { status: 503 });
    if (cannotWrite(error)) {
      logFailure({ id: locals.requestId, method: context.request.method, path: url.pathname, error });
      return new Response(null, { status: 507 });
    }
    logFailure({ id: locals.requestId, method: context.request.method, path: url.pathname, error });
    if (forMachines) return told(problem('broken', asked, { found: locals.requestId }));
    throw error;
  }
});

/** Pages that open without being signed in: the ways in. */
const WAYS_IN = /^\/office\/(?:sign-in|passkey|invitations\/[\w-]+|desk\/[\w-]+\.atom)$/;
/** What scripts of ours send. */
const JSON_POSTS = /^\/office\/passkeys?$/;
/** Pages for who is half-way in. */
const STEPS = /^\/office\/(?:factor|enrolment|password|sign-out)$/;

/**
 * The back office is closed: every page of it opens only to who is wholly signed in, the ways in apart. A form whose
 * sender's session has ended is kept, and they land on it again when they have signed in.
 */
const backOffice = defineMiddleware(async (context, next) => {
  const { url, locals, request, cookies } = context;
  if (!/^\/office(?:\/|$)/.test(url.pathname)) return next();
  const type = JSON_POSTS.test(url.pathname)
    ? /^application\/json(?:;|$)/i
    : /^(?:application\/x-www-form-urlencoded|multipart\/form-data)(?:;|$)/i;
  if (
    request.method === 'POST' &&
    Number(request.headers.get('content-length') ?? 0) > 0 &&
    !type.test(request.headers.get('content-type') ?? '')
  )
    return new Response(null, { status: 415 });
  const { database, now } = office();
  const visit = visitOf(office(), cookies, request.headers);
  const unit = visit.session?.officer.unit;
  locals.visit = { ...visit, unitName: unit ? findUnit(database, unit)?.name : undefined };
  if (WAYS_IN.test(url.pathname) || (visit.session && STEPS.test(url.pathname))) return next();
  const path = url.pathname + url.search;
  const away = detour(visit, path);
  if (away === null) return next();
  if (request.method !== 'POST') return context.redirect(away, 303);
  if (visit.token === undefined || !/^\/office\/drafts\/[\w-]+$/.test(url.pathname))
    return context.redirect(detour(visit, '/office')!, 303);
  const token = newToken();
  keepPost(database, token, url.pathname, await request.text(), now());
  return context.redirect(detour(visit, `${url.pathname}?kept=${token}`)!, 303);
});

/**
 * Astro tells an endpoint its parameters after a rewrite only when another middleware follows the one that rewrote
 * (`core/middleware/sequence.js`, 7.3.4); without it `/en/records/{ocid}.json` would not know which record.
 */
export const onRequest = sequence(language, backOffice);

/** `?print=large` or anything else: remembered in a cookie, and back to the same page without it. */
function changePrint({ url, cookies }: APIContext, wanted: string): Response {
  const secure = portal().settings.origin.startsWith('https:');
  if (wanted === 'large')
    cookies.set('print', 'large', { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: YEAR });
  else cookies.delete('print', { path: '/' });
  return new Response(null, { status: 303, headers: { location: withoutPrint(url), 'cache-control': 'no-store' } });
}

/** Seconds. */
const YEAR = 31_536_000;

/** A path, so that no Host header and no `//other.site` can lead away. */
function withoutPrint(url: URL): string {
  const search = new URLSearchParams(url.searchParams);
  search.delete(PRINT_PARAMETER);
  const query = search.size > 0 ? `?${search}` : '';
  return url.pathname.replace(/^\/+/, '/') + query;
}

/** Pages only: JSON and feeds give what was published, and tables convert their own words (`views/list/take-away.ts`). */
async function inTraditional(response: Response): Promise<Response> {
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if (!isPage || response.headers.has('content-language')) return response;
  const converted = new Response(traditionalPage(await response.text()), response);
  converted.headers.set('content-language', 'zh-Hant');
  return converted;
}
