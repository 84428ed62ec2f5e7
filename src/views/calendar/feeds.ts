import { labels, type Locale } from '../../locales/labels.ts';
import type { RecordRow } from '../../notices/release.ts';
import { findRegister, registers } from '../../registers/registers.ts';
import { dayOf } from '../../values/date.ts';
import { regionName } from '../../values/region.ts';
import { href, withQuery } from '../address.ts';
import { SUBSCRIBED, type Feed } from '../clock/ics.ts';
import type { Portal } from '../portal.ts';
import { registerLabels } from '../words.ts';
import { hasDates } from './choices.ts';
import { allHappenings, happeningsBetween } from './find-happenings.ts';
import { feedQuery, type CalendarFilter } from './parameters.ts';

/** What the calendar, narrowed so, sends to those who subscribe. */
export function feedOf(portal: Portal, filter: CalendarFilter, locale: Locale): Feed {
  const days = { from: dayOf(portal.now() - SUBSCRIBED.back), to: dayOf(portal.now() + SUBSCRIBED.ahead) };
  const { site, record } = labels(locale);
  return {
    name: [site.name, nameOf(filter, locale)].join(record.dot),
    happenings: happeningsBetween(portal, days, filter, locale).happenings,
    origin: portal.settings.origin,
    locale,
  };
}

/** The dates of these records; `words` say which they are. */
export function recordsFeed(
  portal: Portal,
  records: readonly RecordRow[],
  words: readonly string[],
  locale: Locale,
): Feed {
  const { site, record } = labels(locale);
  return {
    name: [site.name, ...words].filter(Boolean).join(record.dot),
    happenings: allHappenings(portal, records, locale),
    origin: portal.settings.origin,
    locale,
  };
}

/** 工程建设·秦州区·投标、报名截止. */
export function nameOf(filter: CalendarFilter, locale: Locale): string {
  const words = wordsOf(filter, locale);
  const { calendar } = labels(locale).clock;
  return words.length === 0 ? calendar.title : words.map(({ text }) => text).join(labels(locale).record.dot);
}

/** What narrows the calendar, in words. */
export function wordsOf({ register, region, kind }: CalendarFilter, locale: Locale): { name: string; text: string }[] {
  const found = register === undefined ? undefined : findRegister(register);
  return [
    ...(found ? [{ name: 'register', text: registerLabels(found, locale).name }] : []),
    ...(region === undefined ? [] : [{ name: 'region', text: regionName(region, locale) }]),
    ...(kind === undefined ? [] : [{ name: 'kind', text: labels(locale).clock.calendar.kinds[kind] }]),
  ];
}

/** A feed that can be subscribed to. */
export interface FeedAddress {
  name: string;
  /** Whole, to be copied. */
  address: string;
  /** The same, opened by the calendar of the device. */
  webcal: string;
  /** The same, as a file. */
  path: string;
}

/** That of the filter first; then the whole, or each register of it. */
export function feedAddresses({ settings }: Portal, filter: CalendarFilter, locale: Locale): FeedAddress[] {
  const asked: CalendarFilter = { register: filter.register, region: filter.region, kind: filter.kind };
  const others: CalendarFilter[] =
    filter.register === undefined ? registers.filter(hasDates).map(({ id }) => ({ ...asked, register: id })) : [{}];
  const isWhole = Object.values(asked).every((value) => value === undefined);
  return [asked, ...(filter.register === undefined && !isWhole ? [{}] : []), ...others].map((one) => {
    const path = withQuery(href(locale, '/calendar.ics'), feedQuery(one));
    const address = new URL(path, settings.origin).href;
    const isAll = Object.values(one).every((value) => value === undefined);
    return {
      name: isAll ? labels(locale).clock.calendar.feedAll : nameOf(one, locale),
      address,
      webcal: address.replace(/^https?:/, 'webcal:'),
      path,
    };
  });
}
