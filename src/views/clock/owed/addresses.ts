import { followLink } from '../../following/links.ts';
import { labels, type Locale } from '../../../locales/labels.ts';
import { OWED_ORDERS } from '../../../clock/owed/storage.ts';
import { href, withQuery, type Query } from '../../address.ts';
import { ATOM } from '../../faces.ts';
import { facesOf } from '../faces-of.ts';
import { owedQuery, type OwedParameters } from './parameters.ts';

/** Where the list leads: what narrows and orders it goes along to every face and language. */
export function owedAddresses(parameters: OwedParameters, locale: Locale) {
  const t = labels(locale).clock.owed;
  const at = (change: Query = {}, face = '') => withQuery(href(locale, `/owed${face}`), owedQuery(parameters, change));
  return {
    at,
    query: withQuery('', owedQuery(parameters)),
    clear: href(locale, '/owed'),
    sorts: OWED_ORDERS.map((order) => ({
      text: t.orders[order],
      href: at({ sort: order === 'longest' ? undefined : order }),
      current: order === parameters.sort,
    })),
    follow: followLink(withQuery('/owed', owedQuery(parameters)), locale),
    faces: [
      ...facesOf((face) => at({}, face), locale),
      { href: at({}, '.atom'), text: labels(locale).list.atom, type: ATOM },
    ],
  };
}
