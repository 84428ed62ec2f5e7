import ICAL from 'ical.js';
import type { Locale } from '../../locales/labels.ts';
import { labels } from '../../locales/labels.ts';
import { DAY, dayOf } from '../../values/date.ts';
import { summaryOf, type Happening } from './happenings.ts';

/** What a subscriber keeps, ms: a month back, half a year ahead. */
export const SUBSCRIBED = { back: 31 * DAY, ahead: 183 * DAY };

/**
 * iCalendar (RFC 5545) of happenings: instants in UTC and the calendar's zone named, so that they show in Shanghai
 * time; the same UID whenever it is asked for, SEQUENCE growing with the record, and what was ended CANCELLED.
 */
export function icsOf(happenings: readonly Happening[], name: string, origin: string, locale: Locale): string {
  const host = new URL(origin).hostname;
  const calendar = new ICAL.Component('vcalendar');
  const head = {
    version: '2.0',
    prodid: '-//Gongshi//calendar//ZH',
    calscale: 'GREGORIAN',
    method: 'PUBLISH',
    'x-wr-calname': name,
    'x-wr-timezone': 'Asia/Shanghai',
  };
  for (const [property, value] of Object.entries(head)) calendar.addPropertyWithValue(property, value);
  for (const one of happenings) {
    const event = new ICAL.Component('vevent');
    event.addPropertyWithValue('uid', `${one.id}@${host}`);
    event.addPropertyWithValue('dtstamp', utc(one.changedAt));
    event.addPropertyWithValue('sequence', one.sequence);
    event.addPropertyWithValue('dtstart', one.wholeDay ? ICAL.Time.fromDateString(dayOf(one.at)) : utc(one.at));
    event.addPropertyWithValue('summary', summaryOf(one, locale));
    event.addPropertyWithValue('categories', one.registerName);
    event.addPropertyWithValue('url', new URL(one.path, origin).href);
    event.addPropertyWithValue('description', labels(locale).clock.note.split(/[。.]/)[0]!);
    event.addPropertyWithValue('status', one.cancelled ? 'CANCELLED' : 'CONFIRMED');
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

export function icsFile(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${name}.ics"`,
      'access-control-allow-origin': '*',
    },
  });
}

function utc(instant: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(instant), true);
}
