import type { Locale } from '../../locales/labels.ts';
import type { RecordRow } from '../../notices/release.ts';
import type { Register } from '../../registers/register.ts';
import { href, withQuery, type Query } from '../address.ts';
import type { Portal } from '../portal.ts';
import { registerLabels } from '../words.ts';
import type { Feed } from './feed.ts';
import { newestEntries } from './release-entries.ts';

/** The records that a register's own page shows all at once, by their newest notice. */
export function keptFeed(
  portal: Portal,
  register: Register,
  records: readonly RecordRow[],
  query: Query,
  locale: Locale,
): Feed {
  const at = (face: string) => withQuery(href(locale, `/${register.id}${face}`), query);
  return {
    title: registerLabels(register, locale).title,
    page: at(''),
    first: at('.atom'),
    self: at('.atom'),
    next: null,
    entries: newestEntries(
      portal,
      records.toSorted((a, b) => b.orderKey - a.orderKey),
      locale,
    ),
  };
}
