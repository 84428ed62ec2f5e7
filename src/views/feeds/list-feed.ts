import { labels, type Locale } from '../../locales/labels.ts';
import type { Register } from '../../registers/register.ts';
import { href, withQuery, type Query } from '../address.ts';
import { choicesOf } from '../list/choices.ts';
import { conditionsOf } from '../list/conditions.ts';
import { findList } from '../list/find-list.ts';
import { listQuery, type ListParameters } from '../list/parameters.ts';
import type { Portal } from '../portal.ts';
import { registerLabels } from '../words.ts';
import { asOfDay } from './as-of-day.ts';
import type { Feed } from './feed.ts';
import { newestEntries } from './release-entries.ts';

/** The records of a list, by what narrows it; in the order of the newest notice whatever the page's, for that is what is followed. */
export async function listFeed(
  portal: Portal,
  register: Register,
  parameters: ListParameters,
  locale: Locale,
): Promise<Feed> {
  const asked: ListParameters = { ...parameters, sort: 'newest' };
  const { records, next } = await findList(asOfDay(portal), register, asked);
  const { limit, before } = asked;
  const at = (face: string, change: Query = {}) =>
    withQuery(href(locale, `/${register.id}${face}`), listQuery(asked, change));
  const conditions = conditionsOf(asked, choicesOf(portal, register, asked, locale), locale);
  return {
    title: [registerLabels(register, locale).title, ...conditions.map(({ text }) => text)].join(
      labels(locale).record.dot,
    ),
    page: at(''),
    first: at('.atom'),
    self: at('.atom', { limit, before }),
    next: next && at('.atom', { limit, before: next }),
    entries: newestEntries(portal, records, locale),
  };
}
