import { htmlLanguage, isTraditional, labels, type Locale } from '../../locales/labels.ts';
import { lastAcceptedAt } from '../../notices/storage.ts';
import { escapeXml } from '../../values/xml.ts';
import { href } from '../address.ts';
import { ATOM } from '../faces.ts';
import { traditional } from '../traditional.ts';
import type { Portal } from '../portal.ts';

/** One row of a page, as subscribers get it. Paths are without language. */
export interface Entry {
  /** Never changes, whatever the language, the page it came by, or a rebuild. */
  id: string;
  title: string;
  summary: string;
  /** When it was said, and when it last changed here; UTC ms. */
  published: number;
  updated: number;
  path: string;
  /** What it is about, where that has a page of its own. */
  about?: string | undefined;
  author?: string | undefined;
  categories: { term: string; label: string }[];
}

/** A page as Atom (RFC 4287), one page of it where it is long (RFC 5005, paged feeds). */
export interface Feed {
  title: string;
  /** The page, and its feed from the beginning, with what narrows them and without paging; and this piece and the next one. */
  page: string;
  first: string;
  self: string;
  next: string | null;
  entries: Entry[];
}

/** Nothing in it speaks of time left: it is the same text until something in it changes, and then 304 no more. */
export function atomText(feed: Feed, { database, settings }: Portal, locale: Locale): string {
  const said = (text: string) => escapeXml(isTraditional(locale) ? traditional(text) : text);
  const address = (path: string) => escapeXml(new URL(path, settings.origin).href);
  const link = (rel: string, path: string, type = ATOM) =>
    `<link rel="${rel}" type="${type}" href="${address(path)}"/>`;
  const publisher = settings.footer.organiser ?? labels(locale).site.name;
  // An empty one was empty still when something came last.
  const changes = feed.entries.map((one) => one.updated);
  const updated = changes.length > 0 ? Math.max(...changes) : (lastAcceptedAt(database) ?? 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${htmlLanguage(locale)}">`,
    `<id>${address(feed.first)}</id>`,
    `<title>${said(`${feed.title} — ${labels(locale).site.name}`)}</title>`,
    `<updated>${instant(updated)}</updated>`,
    `<author><name>${said(publisher)}</name></author>`,
    link('self', feed.self),
    link('alternate', feed.page, 'text/html'),
    link('first', feed.first),
    ...(feed.next === null ? [] : [link('next', feed.next)]),
    ...feed.entries.map((entry) => entryText(entry, said, address, locale)),
    '</feed>\n',
  ].join('\n');
}

function entryText(
  { id, title, summary, published, updated, path, about, author, categories }: Entry,
  said: (text: string) => string,
  address: (path: string) => string,
  locale: Locale,
): string {
  return [
    '<entry>',
    `<id>${escapeXml(id)}</id>`,
    `<title>${said(title)}</title>`,
    `<published>${instant(published)}</published>`,
    `<updated>${instant(updated)}</updated>`,
    ...(author ? [`<author><name>${said(author)}</name></author>`] : []),
    `<link rel="alternate" type="text/html" href="${address(href(locale, path))}"/>`,
    ...(about ? [`<link rel="related" type="text/html" href="${address(href(locale, about))}"/>`] : []),
    ...categories.map(({ term, label }) => `<category term="${escapeXml(term)}" label="${said(label)}"/>`),
    ...(summary ? [`<summary>${said(summary)}</summary>`] : []),
    '</entry>',
  ].join('\n');
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
