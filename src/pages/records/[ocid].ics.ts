import type { APIRoute } from 'astro';
import { findRecord } from '../../notices/storage.ts';
import { href, ocidIn } from '../../views/address.ts';
import { allHappenings } from '../../views/clock/calendar-page.ts';
import { icsFile, icsOf } from '../../views/clock/ics.ts';
import { movedOrNotFound } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';
import { movedPath } from '../../views/record/moved.ts';

export const GET: APIRoute = ({ params, locals: { locale } }) => {
  const { database, settings } = portal();
  const ocid = ocidIn(params['ocid']!);
  const record = findRecord(database, ocid);
  if (record)
    return icsFile(icsOf(allHappenings(portal(), [record], locale), record.title, settings.origin, locale), 'record');
  const path = movedPath(portal(), ocid);
  return movedOrNotFound(path && href(locale, `${path}.ics`));
};
