/** Which addresses of the portal a page leads to, and what of a page is said rather than made anew each time. */

/** More filters than this on one address are combinations of addresses that are read anyway. */
const MOST_PARAMETERS = 1;

/** The addresses that a page links to inside the portal, without what the office shows to officers only. */
export function addressesIn(page: string, from: string): string[] {
  const links = [...page.matchAll(/\b(?:href|action)="([^"#]+)(?:#[^"]*)?"/g)].map(([, link]) =>
    link!.replaceAll('&amp;', '&'),
  );
  return links.flatMap((link) => {
    const url = new URL(link, `http://portal.test${from}`);
    if (url.host !== 'portal.test' || /^\/(?:office\/|_astro\/)/.test(url.pathname)) return [];
    if ([...url.searchParams].length > MOST_PARAMETERS || url.searchParams.has('print')) return [];
    return [url.pathname + url.search];
  });
}

/** The machine faces of a page, whether it has them or not. */
export function facesOf(address: string): string[] {
  const { pathname, search } = new URL(address, 'http://portal.test');
  if (pathname === '/' || /\.\w+$|^\/(?:en|hant)$|\/files\//.test(pathname)) return [];
  return ['.json', '.csv', '.ics', '.xlsx', '.atom'].map((ending) => pathname + ending + search);
}

/** White space beside these is not shown. */
const BLOCKS =
  'html|head|body|title|meta|link|aside|header|footer|main|nav|section|article|div|p|h[1-6]|ul|ol|li|dl|dt|dd|table|caption|colgroup|col|thead|tbody|tfoot|tr|th|td|form|fieldset|legend|details|summary|figure|figcaption|blockquote|pre|hr|br|option|optgroup|select|svg|path|g|rect|line|circle|text|datalist|script|noscript';
const BESIDE_BLOCK = new RegExp(`\\s*(</?(?:${BLOCKS})\\b[^>]*>)\\s*`, 'g');

/** A page without what changes from build to build, from minute to minute and from host to host. */
export function asSaid(page: string, origin: string): string {
  return (
    page
      .replaceAll(origin, 'http://portal.test')
      .replaceAll(new URL(origin).host, 'portal.test')
      .replace(/\/_astro\/[^"')\s]+/g, '/_astro/…')
      .replace(/data-astro-cid-\w+/g, 'data-astro-cid-…')
      .replace(/astro-\w{8}\b/g, 'astro-…')
      .replace(
        /<style[^>]*>[\s\S]*?<\/style>|<script type="module"[^>]*>[\s\S]*?<\/script>|<link rel="stylesheet"[^>]*>/g,
        '',
      )
      .replace(BESIDE_BLOCK, '$1')
      .replace(/DTSTAMP:\d+T\d+Z/g, 'DTSTAMP:…')
      .replace(/"milliseconds":\d+|\d+ ?(?:毫秒|ms\b)/g, 'some ms')
      // Pages that follow keep the moment at which the first was asked for.
      .replace(/\b(\d+\.-?\d+\.\d+)\.\d{13}\b/g, '$1.…')
  );
}
