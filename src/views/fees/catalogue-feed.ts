import { labels, type Locale } from '../../locales/labels.ts';
import { fees } from '../../registers/fees/register.ts';
import { dayOf } from '../../values/date.ts';
import { href, withQuery } from '../address.ts';
import { choice } from './fee-row.ts';
import { feesQuery, selected, type FeesParameters } from './fees-page.ts';
import { itemsOn } from './kept-items.ts';
import type { Portal } from '../portal.ts';
import { registerLabels } from '../words.ts';
import type { Feed } from '../feeds/feed.ts';
import { newestEntries } from '../feeds/release-entries.ts';

/** The items that the catalogue's page shows, by their newest notice. The page shows all of a family at once, and so does this. */
export function catalogueFeed(portal: Portal, parameters: FeesParameters, locale: Locale): Feed {
  const { on = dayOf(portal.now()), family = 'administrative' } = parameters;
  const records = selected(itemsOn(portal, on), { ...parameters, family }, on)
    .map(({ record }) => record)
    .toSorted((a, b) => b.orderKey - a.orderKey);
  const at = (face: string) => withQuery(href(locale, `/fees${face}`), feesQuery(parameters));
  return {
    title: [registerLabels(fees, locale).title, choice('family', family, locale)].join(labels(locale).record.dot),
    page: at(''),
    first: at('.atom'),
    self: at('.atom'),
    next: null,
    entries: newestEntries(portal, records, locale),
  };
}
