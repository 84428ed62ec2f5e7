import { newestReleases } from '../../notices/storage.ts';
import { directoryIds, directoryTotal } from '../../parties/directory/storage.ts';
import { partyPath } from '../../parties/party.ts';
import { registers } from '../../registers/registers.ts';
import { dayOf } from '../../values/date.ts';
import { pathOf, recordPath } from '../address.ts';
import { itemsOn } from '../fees/kept-items.ts';
import type { Portal } from '../portal.ts';
import { STATIC_PAGES } from '../routes.ts';

/** sitemaps.org: at most 50,000 addresses a file. */
export const MOST_IN_FILE = 50_000;

/** Older records are reached through the lists. */
const NEWEST = 2_000;

interface Entry {
  path: string;
  /** yyyy-mm-dd, or ''. */
  day: string;
}

/**
 * What crawlers should know of: one file; beyond what one may hold, a list of files. `laws`: the pages of law, which
 * only a page can count. `most` is the largest file.
 */
export function sitemap(portal: Portal, laws: readonly string[], most = MOST_IN_FILE): string {
  const { settings } = portal;
  const first = pages(portal, laws);
  const sizes = directorySizes(portal);
  const all = first.length + sizes.units + sizes.parties;
  if (all <= most)
    return urlset(portal, [
      ...first,
      ...directoryEntries(portal, 'units', most, 0),
      ...directoryEntries(portal, 'parties', most, 0),
    ]);
  const files = ['pages', ...piecesOf('units', sizes.units, most), ...piecesOf('parties', sizes.parties, most)];
  const locations = files.map(
    (file) => `<sitemap><loc>${escape(new URL(`/sitemaps/${file}.xml`, settings.origin).href)}</loc></sitemap>`,
  );
  return `${HEAD}<sitemapindex xmlns="${SCHEMA}">\n${locations.join('\n')}\n</sitemapindex>\n`;
}

/** One of the files that `sitemap` names: `pages`, `units-1`, `parties-12`; undefined for any other. */
export function sitemapPiece(
  portal: Portal,
  name: string,
  laws: readonly string[],
  most = MOST_IN_FILE,
): string | undefined {
  if (name === 'pages') return urlset(portal, pages(portal, laws));
  const [, of, number] = /^(units|parties)-([1-9]\d{0,3})$/.exec(name) ?? [];
  if (of !== 'units' && of !== 'parties') return undefined;
  const entries = directoryEntries(portal, of, most, (Number(number) - 1) * most);
  return entries.length > 0 ? urlset(portal, entries) : undefined;
}

function pages(portal: Portal, laws: readonly string[]): Entry[] {
  const records = new Map<string, string>();
  for (const { ocid, publishedAt } of newestReleases(portal.database, NEWEST))
    if (!records.has(ocid)) records.set(ocid, dayOf(publishedAt));
  const fees = itemsOn(portal, dayOf(portal.now()));
  const known = new Set(fees.map(({ record }) => record.ocid));
  return [
    ...[
      '/',
      ...registers.map(({ id }) => `/${id}`),
      ...STATIC_PAGES.map(({ path }) => path),
      ...laws.map((id) => `/laws/${id}`),
    ].map((path) => ({ path, day: '' })),
    ...fees.map(({ record }) => ({ path: pathOf(record), day: dayOf(Date.parse(record.compiled.date)) })),
    ...[...records].filter(([ocid]) => !known.has(ocid)).map(([ocid, day]) => ({ path: recordPath(ocid), day })),
  ];
}

function directorySizes({ database }: Portal): { units: number; parties: number } {
  return {
    units: directoryTotal(database, { isUnit: true }),
    parties: directoryTotal(database, { isUnit: false }),
  };
}

function piecesOf(of: 'units' | 'parties', size: number, most: number): string[] {
  return Array.from({ length: Math.ceil(size / most) }, (_, at) => `${of}-${at + 1}`);
}

function directoryEntries({ database }: Portal, of: 'units' | 'parties', limit: number, offset: number): Entry[] {
  const isUnit = of === 'units';
  return directoryIds(database, isUnit, limit, offset).map((id) => ({ path: partyPath(id, isUnit), day: '' }));
}

const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

function urlset({ settings }: Portal, entries: readonly Entry[]): string {
  const urls = entries.map(({ path, day }) => {
    const loc = escape(new URL(path, settings.origin).href);
    return `<url><loc>${loc}</loc>${day && `<lastmod>${day}</lastmod>`}</url>`;
  });
  return `${HEAD}<urlset xmlns="${SCHEMA}">\n${urls.join('\n')}\n</urlset>\n`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
