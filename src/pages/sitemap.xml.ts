import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { newestReleases } from '../notices/storage.ts';
import { registers } from '../registers/registers.ts';
import { STATIC_PAGES } from '../views/routes.ts';
import { recordPath } from '../views/address.ts';
import { portal } from '../views/portal.ts';
import { dayOf } from '../values/date.ts';

/** sitemaps.org protocol: what crawlers should know of. Older records are reached through the lists. */
const NEWEST = 2_000;

export const GET: APIRoute = async () => {
  const { database, settings } = portal();
  const address = (path: string) => new URL(path, settings.origin).href;
  const records = new Map<string, string>();
  for (const { ocid, publishedAt } of newestReleases(database, NEWEST)) {
    if (!records.has(ocid)) records.set(ocid, dayOf(publishedAt));
  }
  const laws = await getCollection('laws');
  const entries = [
    ...[
      '/',
      ...registers.map(({ id }) => `/${id}`),
      ...STATIC_PAGES.map(({ path }) => path),
      ...laws.map(({ id }) => `/laws/${id}`),
    ].map((path) => ({ path, day: '' })),
    ...[...records].map(([ocid, day]) => ({ path: recordPath(ocid), day })),
  ];
  const urls = entries.map(
    ({ path, day }) => `<url><loc>${escape(address(path))}</loc>${day && `<lastmod>${day}</lastmod>`}</url>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
    { headers: { 'content-type': 'application/xml; charset=utf-8' } },
  );
};

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
