import { followLink } from '../following/links.ts';
import { deals } from '../../registers/stages.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { LIST_ORDERS } from '../../notices/lists/query.ts';
import type { Register } from '../../registers/register.ts';
import { href, withQuery, type Query } from '../address.ts';
import { ATOM, XLSX } from '../faces.ts';
import { numberText } from '../search/view.ts';
import { counterOf } from '../words.ts';
import type { Choice } from './choices.ts';
import type { ListResult } from './list-page.ts';
import { listQuery, type ListParameters, type Refused } from './parameters.ts';
import { hasSums } from './sum.ts';

/** Where a list leads: what narrows and orders it goes along to every face and language. */
export function addressesOf(register: Register, parameters: ListParameters, locale: Locale) {
  const { list: t } = labels(locale);
  const path = `/${register.id}`;
  const at = (face: string, change: Query = {}) => withQuery(href(locale, path + face), listQuery(parameters, change));
  return {
    path,
    /** For the switches of language and print. */
    query: withQuery('', listQuery(parameters)),
    list: (change: Query = {}) => at('', change),
    search: withQuery(href(locale, '/search'), { q: parameters.q }),
    sorts: LIST_ORDERS.filter((order) => isOffered(order, register)).map((order) => ({
      text: t.orders[order],
      href: at('', { sort: order === 'newest' ? undefined : order }),
      current: order === parameters.sort,
    })),
    follow: followLink(withQuery(`/${register.id}`, listQuery(parameters, { sort: undefined })), locale),
    faces: [
      { href: at('.csv'), text: t.csv, type: 'text/csv' },
      {
        href: at('.xlsx'),
        text: t.xlsx,
        type: XLSX,
      },
      { href: at('.json'), text: t.json, type: 'application/json' },
      { href: at('.ics'), text: t.ics, type: 'text/calendar' },
      { href: at('.atom', { sort: undefined }), text: t.atom, type: ATOM },
    ],
    /** 这128项：. */
    takeAway: (list: ListResult) =>
      fill(t.takeAway, {
        n: numberText(list.total, list.count, locale),
        counter: counterOf(register, list.total, locale),
      }),
  };
}

function isOffered(order: (typeof LIST_ORDERS)[number], register: Register): boolean {
  if (order === 'amount') return hasSums(register);
  return order === 'newest' || deals(register.stages);
}

/** 共128项. */
export function countText({ total, count }: ListResult, register: Register, locale: Locale): string {
  return fill(labels(locale).list.records, {
    n: numberText(total, count, locale),
    counter: counterOf(register, total, locale),
  });
}

/** What was not used and has no control of its own. */
export function withoutControl(dropped: readonly Refused[], choices: readonly Choice[], register: Register): Refused[] {
  const sums = hasSums(register) ? ['min', 'max'] : [];
  const controls = new Set([...choices.map(({ name }) => name), 'from', 'to', ...sums]);
  return dropped.filter(({ name }) => !controls.has(name));
}

/** What a reader must know of the list as it stands. */
export function notesOf(list: ListResult, register: Register, locale: Locale): string[] {
  const { list: t } = labels(locale);
  const n = fill(labels(locale).home.counted, {
    n: list.without.toLocaleString('en-US'),
    counter: counterOf(register, list.without, locale),
  });
  return [
    ...(list.isCut ? [t.cut] : []),
    ...(list.without === 0 ? [] : [fill(list.sort === 'dealt' ? t.withoutDeal : t.withoutSum, { n })]),
    // What watches makes no deals: its sums have their own words under them.
    ...(list.rows.length > 0 && !register.supervision ? [t.sumNote] : []),
  ];
}
