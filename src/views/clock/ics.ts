import ICAL from 'ical.js';
import type { Locale } from '../../locales/labels.ts';
import { fill, labels } from '../../locales/labels.ts';
import { DAY, dayOf, minuteOf } from '../../values/date.ts';
import { href } from '../address.ts';
import { OPEN } from '../faces.ts';
import { summaryOf, type Happening } from './happenings.ts';

/** What a subscriber keeps, ms: a month back, half a year ahead. */
export const SUBSCRIBED = { back: 31 * DAY, ahead: 183 * DAY };

/** How often a subscriber's calendar asks again. */
const AGAIN = 'PT1H';

/** A feed as it is answered. */
export interface Feed {
  /** What it holds, as calendars list it: 公示·工程建设·秦州区. */
  name: string;
  happenings: readonly Happening[];
  origin: string;
  locale: Locale;
}

/**
 * iCalendar (RFC 5545) of happenings: instants in UTC and the calendar's zone named, so that they show in Shanghai
 * time; the same UID whenever it is asked for, SEQUENCE growing with the record, and what was ended CANCELLED.
 */
export function icsOf({ name, happenings, origin, locale }: Feed): string {
  const calendar = new ICAL.Component('vcalendar');
  const head = {
    version: '2.0',
    prodid: '-//Gongshi//calendar//ZH',
    calscale: 'GREGORIAN',
    method: 'PUBLISH',
    name,
    'x-wr-calname': name,
    'x-wr-timezone': 'Asia/Shanghai',
    'x-published-ttl': AGAIN,
  };
  for (const [property, value] of Object.entries(head)) calendar.addPropertyWithValue(property, value);
  const interval = new ICAL.Property('refresh-interval');
  interval.resetType('duration');
  interval.setValue(ICAL.Duration.fromString(AGAIN));
  calendar.addProperty(interval);
  for (const one of happenings) calendar.addSubcomponent(eventOf(one, origin, locale));
  return `${calendar.toString()}\r\n`;
}

function eventOf(one: Happening, origin: string, locale: Locale): ICAL.Component {
  const page = new URL(href(locale, one.path), origin).href;
  const place = one.place ?? one.regionName;
  const event = new ICAL.Component('vevent');
  const said = {
    uid: `${one.id}@${new URL(origin).hostname}`,
    dtstamp: utc(one.changedAt),
    sequence: one.sequence,
    dtstart: one.wholeDay ? ICAL.Time.fromDateString(dayOf(one.at)) : utc(one.at),
    summary: summaryOf(one, locale),
    ...(place && { location: place }),
    categories: one.registerName,
    url: page,
    description: [...factsOf(one, locale), page, labels(locale).clock.note.split(/[。.]/)[0]!].join('\n'),
    status: one.cancelled ? 'CANCELLED' : one.suspended ? 'TENTATIVE' : 'CONFIRMED',
  };
  for (const [property, value] of Object.entries(said)) event.addPropertyWithValue(property, value);
  return event;
}

/** Who, how much, where, and when it was to be: what the page says of it. */
export function factsOf(one: Happening, locale: Locale): string[] {
  const { record, clock } = labels(locale);
  const line = (label: string, text: string) => fill(record.labelled, { label, text });
  return [
    ...(one.halted === '' ? [] : [one.halted]),
    ...(one.movedFrom === null ? [] : [fill(clock.calendar.movedFrom, { minute: minuteOf(one.movedFrom) })]),
    ...(one.buyer ? [line(one.buyer.label, one.buyer.name)] : []),
    ...(one.sum ? [line(one.sum.label, one.sum.text)] : []),
    ...(one.place === null ? [] : [line(clock.calendar.place, one.place)]),
  ];
}

export function icsFile(feed: Feed, file: string): Response {
  return new Response(icsOf(feed), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${file}.ics"`,
      ...OPEN,
    },
  });
}

function utc(instant: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(instant), true);
}
