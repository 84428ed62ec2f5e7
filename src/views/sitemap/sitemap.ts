import { directoryTotal } from '../../parties/directory/storage.ts';
import type { Portal } from '../portal.ts';
import {
  directoryEntries,
  itemEntries,
  hasRecords,
  noticeEntries,
  pageEntries,
  recordEntries,
  type Entry,
} from './entries.ts';
import { monthSpans, spansOf } from './months.ts';

/** sitemaps.org: at most 50,000 addresses a file. */
export const MOST_IN_FILE = 50_000;

/**
 * What crawlers should know of: a list of files, so that what is old is not fetched again for what is new. Records stand
 * in the month of their newest notice, notices in that of their day. `most` is the largest file.
 */
export function sitemap(portal: Portal, most = MOST_IN_FILE): string {
  const { database, settings } = portal;
  const months = monthSpans(database, most);
  const files = [
    'pages',
    ...(itemEntries(portal).length > 0 ? ['items'] : []),
    ...months.filter((span) => hasRecords(portal, span)).map(({ name }) => `records-${name}`),
    ...months.map(({ name }) => `notices-${name}`),
    ...piecesOf('units', directoryTotal(database, { isUnit: true }), most),
    ...piecesOf('parties', directoryTotal(database, { isUnit: false }), most),
  ];
  const locations = files.map(
    (file) => `<sitemap><loc>${escape(new URL(`/sitemaps/${file}.xml`, settings.origin).href)}</loc></sitemap>`,
  );
  return `${HEAD}<sitemapindex xmlns="${SCHEMA}">\n${locations.join('\n')}\n</sitemapindex>\n`;
}

/**
 * One of the files that `sitemap` names: `pages`, `records-2026-11`, `parties-12`; undefined for any other. `laws`: the
 * pages of law, which only a page can count.
 */
export function sitemapPiece(
  portal: Portal,
  name: string,
  laws: readonly string[],
  most = MOST_IN_FILE,
): string | undefined {
  const entries = entriesOf(portal, name, laws, most);
  return entries.length > 0 ? urlset(portal, entries) : undefined;
}

function entriesOf(portal: Portal, name: string, laws: readonly string[], most: number): Entry[] {
  if (name === 'pages') return pageEntries(laws);
  if (name === 'items') return itemEntries(portal).slice(0, most);
  const [, of, span = ''] = /^(records|notices)-(\d{4}-\d\d(?:-[1-9]\d{0,3})?)$/.exec(name) ?? [];
  const found = of && spansOf(portal.database, span.slice(0, 7), most).find((one) => one.name === span);
  if (found) return of === 'records' ? recordEntries(portal, found) : noticeEntries(portal, found);
  const [, directory, number] = /^(units|parties)-([1-9]\d{0,3})$/.exec(name) ?? [];
  return directory ? directoryEntries(portal, directory === 'units', most, (Number(number) - 1) * most) : [];
}

function piecesOf(of: 'units' | 'parties', size: number, most: number): string[] {
  return Array.from({ length: Math.ceil(size / most) }, (_, at) => `${of}-${at + 1}`);
}

const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

function urlset({ settings }: Portal, entries: readonly Entry[]): string {
  const urls = entries.map(({ path, changed }) => {
    const loc = escape(new URL(path, settings.origin).href);
    return `<url><loc>${loc}</loc>${changed === undefined ? '' : `<lastmod>${changed}</lastmod>`}</url>`;
  });
  return `${HEAD}<urlset xmlns="${SCHEMA}">\n${urls.join('\n')}\n</urlset>\n`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
