import { XLSX } from '../faces.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { href, withQuery, type Query } from '../address.ts';
import type { Refused } from '../list/parameters.ts';
import type { CalendarPage } from './calendar-page.ts';
import { calendarQuery, SPANS, type CalendarParameters } from './parameters.ts';

/** Where the calendar leads: what narrows it goes along to every face, language and day. */
export function calendarAddresses(page: CalendarPage, parameters: CalendarParameters, locale: Locale) {
  const { clock, list } = labels(locale);
  const t = clock.calendar;
  const at = (change: Query = {}, face = '') =>
    withQuery(href(locale, `/calendar${face}`), calendarQuery(parameters, change));
  const day = (of: string) => (of === page.today ? undefined : of);
  const by = (of: string) => (of === 'month' ? undefined : of);
  const faces = [
    { href: at({}, '.csv'), text: list.csv, type: 'text/csv' },
    {
      href: at({}, '.xlsx'),
      text: list.xlsx,
      type: XLSX,
    },
    { href: at({}, '.json'), text: list.json, type: 'application/json' },
    { href: at({ day: undefined, by: undefined }, '.ics'), text: t.subscribe, type: 'text/calendar' },
  ];
  return {
    /** For the switches of language and print. */
    query: withQuery('', calendarQuery(parameters)),
    at,
    tabs: SPANS.filter((one) => one !== 'day' || page.by === 'day').map((one) => ({
      text: t.by[one],
      href: at({ by: by(one) }),
      isHere: one === page.by,
    })),
    previous: { text: t.previous[page.by], href: at({ day: day(page.previous) }) },
    next: { text: t.next[page.by], href: at({ day: day(page.next) }) },
    today: page.from === page.today ? null : { text: t.toToday, href: at({ day: undefined }) },
    /** What the page has no room for stands on the day's own page; what that has no room for, in the table. */
    dayOf: (of: string) => (page.by === 'day' ? faces[0]!.href : at({ day: day(of), by: 'day' })),
    /** The calendar from another day on. */
    from: (of: string) => at({ day: day(of) }),
    faces,
    alternates: faces.map(({ href: address, type }) => ({ href: address, type })),
    chips: page.conditions.map(({ label, text, without }) => ({
      text,
      href: at(without),
      name: fill(labels(locale).search.remove, { name: label, text }),
    })),
    clear: {
      text: labels(locale).search.removeAll,
      href: at({ register: undefined, region: undefined, kind: undefined }),
    },
  };
}

export type CalendarAddresses = ReturnType<typeof calendarAddresses>;

/** That nothing falls on these days, and what was asked of them. */
export function noneText({ conditions }: CalendarPage, locale: Locale): string {
  const { clock, search, list } = labels(locale);
  if (conditions.length === 0) return clock.calendar.none;
  const asked = conditions.map(({ label, text }) => fill(search.condition, { label, text })).join(list.comma);
  return fill(clock.calendar.noneWith, { conditions: asked });
}

/** How the page is shown has no control of its own: what was not used of it is said above. */
export function withoutControl(dropped: readonly Refused[]): Refused[] {
  return dropped.filter(({ name }) => name === 'by');
}
