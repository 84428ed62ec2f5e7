import type { APIRoute } from 'astro';
import { findRecord } from '../../notices/storage.ts';
import { ocidIn } from '../../views/address.ts';
import { allHappenings } from '../../views/clock/calendar-page.ts';
import { icsFile, icsOf } from '../../views/clock/ics.ts';
import { notFound } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = ({ params, locals: { locale } }) => {
  const { database, settings } = portal();
  const record = findRecord(database, ocidIn(params['ocid']!));
  return record
    ? icsFile(icsOf(allHappenings(portal(), [record], locale), record.title, settings.origin, locale), 'record')
    : notFound();
};
