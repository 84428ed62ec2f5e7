import type { APIRoute } from 'astro';
import { labels } from '../locales/labels.ts';
import { happeningsBetween, readCalendarParameters } from '../views/clock/calendar-page.ts';
import { icsFile, icsOf } from '../views/clock/ics.ts';
import { portal } from '../views/portal.ts';
import { registerLabels } from '../views/words.ts';
import { findRegister } from '../registers/registers.ts';
import { DAY, dayOf } from '../values/date.ts';

/** What a subscriber keeps: a month back, half a year ahead. */
const [BACK, AHEAD] = [31 * DAY, 183 * DAY];

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const { now, settings } = portal();
  const { register } = readCalendarParameters(url.searchParams);
  const happenings = happeningsBetween(portal(), dayOf(now() - BACK), dayOf(now() + AHEAD), register, locale);
  const found = register === undefined ? undefined : findRegister(register);
  const name = [
    labels(locale).site.name,
    found ? registerLabels(found, locale).name : labels(locale).clock.calendar.title,
  ].join(labels(locale).record.dot);
  return icsFile(icsOf(happenings, name, settings.origin, locale), register ?? 'calendar');
};
