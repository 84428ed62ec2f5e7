import { defineMiddleware } from 'astro:middleware';
import { LOCALES, type Locale } from './locales/labels.ts';
import { logFailure } from './site/error-log.ts';
import { PRINT_PARAMETER } from './site/parameters.ts';
import { portal } from './site/portal.ts';
import { traditional } from './site/traditional.ts';

/**
 * Language and print of every request. `/en/search` and `/hant/search` are the page `/search` with another
 * `locals.locale`; pages see the path without the prefix and write links with `href(locale, path)`.
 */
export const onRequest = defineMiddleware(async (context, next) => {
  const { url, locals, cookies } = context;
  const { locale, path } = splitLocale(url.pathname);
  locals.locale = locale;
  locals.print = cookies.get('print')?.value === 'large' ? 'large' : 'normal';
  locals.requestId = context.request.headers.get('x-request-id') ?? '';

  const wanted = url.searchParams.get(PRINT_PARAMETER);
  if (wanted !== null) {
    const secure = portal().settings.origin.startsWith('https:');
    if (wanted === 'large') cookies.set('print', 'large', { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: YEAR });
    else cookies.delete('print', { path: '/' });
    return new Response(null, { status: 303, headers: { location: withoutPrint(url), 'cache-control': 'no-store' } });
  }

  try {
    // An error page is made by a second pass with the same locals: asking for the page again would fail again.
    const rewrite = path !== url.pathname && !locals.rewritten;
    locals.rewritten ||= rewrite;
    const response = await (rewrite ? next(path + url.search) : next());
    return locale === 'hant' ? await inTraditional(response) : response;
  } catch (error) {
    logFailure({ id: locals.requestId, method: context.request.method, path: url.pathname, error });
    throw error;
  }
});

/** Seconds. */
const YEAR = 31_536_000;

function splitLocale(pathname: string): { locale: Locale; path: string } {
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(pathname) ?? [];
  const prefixed = LOCALES.find((locale) => locale !== 'zh' && locale === first);
  return prefixed ? { locale: prefixed, path: rest || '/' } : { locale: 'zh', path: pathname };
}

/** A path, so that no Host header and no `//other.site` can lead away. */
function withoutPrint(url: URL): string {
  const search = new URLSearchParams(url.searchParams);
  search.delete(PRINT_PARAMETER);
  const query = search.size > 0 ? `?${search}` : '';
  return url.pathname.replace(/^\/+/, '/') + query;
}

/** Pages only: JSON, CSV and feeds give what was published. */
async function inTraditional(response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(traditional(await response.text()), response);
}
