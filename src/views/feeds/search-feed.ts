import { labels, type Locale } from '../../locales/labels.ts';
import { href, withQuery } from '../address.ts';
import type { Portal } from '../portal.ts';
import { searchQuery, type SearchParameters } from '../search/parameters.ts';
import { searchPage } from '../search/search-page.ts';
import { asOfDay } from './as-of-day.ts';
import type { Feed } from './feed.ts';
import { entriesOf } from './release-entries.ts';

/** What a search finds, newest first; what only comes near is not followed. */
export async function searchFeed(
  portal: Portal,
  parameters: SearchParameters,
  locale: Locale,
): Promise<{ feed: Feed; isCut: boolean }> {
  const { before, limit } = parameters;
  const page = await searchPage(asOfDay(portal), { ...parameters, sort: 'newest' }, locale);
  const at = (face: string, change: Partial<Record<keyof SearchParameters, unknown>> = {}) =>
    withQuery(href(locale, `/search${face}`), searchQuery(parameters, { sort: undefined, ...change }));
  const conditions = page.conditions.map(({ text }) => text);
  return {
    isCut: page.cut,
    feed: {
      title: [page.q || labels(locale).search.title, ...conditions].join(labels(locale).record.dot),
      page: at(''),
      first: at('.atom'),
      self: at('.atom', { limit, before }),
      next: page.next && at('.atom', { limit, before: page.next }),
      entries: entriesOf(
        portal,
        page.rows.map(({ id }) => id),
        locale,
      ),
    },
  };
}
