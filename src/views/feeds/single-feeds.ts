import { labels, type Locale } from '../../locales/labels.ts';
import { findRecords } from '../../notices/storage.ts';
import { href, withQuery } from '../address.ts';
import type { FeePage } from '../fees/fee-page.ts';
import type { PartyPage } from '../party/party-page.ts';
import type { Portal } from '../portal.ts';
import type { RecordPage } from '../record/record-page.ts';
import type { Feed } from './feed.ts';
import { entriesOf, newestEntries } from './release-entries.ts';

/** Everything that was said of one record, newest on top. */
export function recordFeed(portal: Portal, { title, path, timeline }: RecordPage, locale: Locale): Feed {
  return wholeFeed(portal, { title, path, ids: timeline.map(({ id }) => id) }, locale);
}

/** Everything that was published of one fee item, whatever the day that was asked for, each with the standard it set. */
export function feeFeed(portal: Portal, { row, path, history }: FeePage, locale: Locale): Feed {
  const feed = wholeFeed(portal, { title: row.name, path, ids: history.map(({ id }) => id) }, locale);
  const said = new Map(
    history.map(({ path: notice, holds, summary }) => [
      notice,
      [holds, summary].filter(Boolean).join(labels(locale).record.semicolon),
    ]),
  );
  return {
    ...feed,
    entries: feed.entries.map((entry) => ({ ...entry, summary: entry.summary || said.get(entry.path)! })),
  };
}

/** Everything that was said of one matter, by the notices in the order given. */
export function wholeFeed(
  portal: Portal,
  { title, path, ids }: { title: string; path: string; ids: readonly number[] },
  locale: Locale,
): Feed {
  const feed = href(locale, `${path}.atom`);
  return {
    title,
    page: href(locale, path),
    first: feed,
    self: feed,
    next: null,
    entries: entriesOf(portal, ids, locale),
  };
}

/** The records in which a party or unit stands, by their newest notice. */
export function partyFeed(portal: Portal, page: PartyPage, before: string | null, locale: Locale): Feed {
  const feed = (from?: string) => withQuery(href(locale, `${page.path}.atom`), { before: from });
  const rows = findRecords(
    portal.database,
    page.records.map(({ ocid }) => ocid),
  );
  return {
    title: page.name,
    page: href(locale, page.path),
    first: feed(),
    self: feed(before ?? undefined),
    next: page.next && feed(page.next),
    entries: newestEntries(portal, rows, locale),
  };
}
