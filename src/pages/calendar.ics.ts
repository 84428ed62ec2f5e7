import type { APIRoute } from 'astro';
import { labels } from '../locales/labels.ts';
import { happeningsBetween, readCalendarParameters } from '../views/clock/calendar-page.ts';
import { icsFile, icsOf, SUBSCRIBED } from '../views/clock/ics.ts';
import { portal } from '../views/portal.ts';
import { registerLabels } from '../views/words.ts';
import { findRegister } from '../registers/registers.ts';
import { dayOf } from '../values/date.ts';

export const GET: APIRoute = ({ url, locals: { locale } }) => {
  const { now, settings } = portal();
  const { register } = readCalendarParameters(url.searchParams);
  const happenings = happeningsBetween(
    portal(),
    dayOf(now() - SUBSCRIBED.back),
    dayOf(now() + SUBSCRIBED.ahead),
    register,
    locale,
  );
  const found = register === undefined ? undefined : findRegister(register);
  const name = [
    labels(locale).site.name,
    found ? registerLabels(found, locale).name : labels(locale).clock.calendar.title,
  ].join(labels(locale).record.dot);
  return icsFile(icsOf(happenings, name, settings.origin, locale), register ?? 'calendar');
};
