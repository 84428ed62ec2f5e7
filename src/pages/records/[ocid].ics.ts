import type { APIRoute } from 'astro';
import { findRecord } from '../../notices/storage.ts';
import { href, ocidIn } from '../../views/address.ts';
import { recordsFeed } from '../../views/calendar/feeds.ts';
import { icsFile } from '../../views/clock/ics.ts';
import { movedOrNotFound } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';
import { movedPath } from '../../views/record/moved.ts';

export const GET: APIRoute = ({ params, locals: { locale } }) => {
  const ocid = ocidIn(params['ocid']!);
  const record = findRecord(portal().database, ocid);
  if (record) return icsFile(recordsFeed(portal(), [record], [record.title], locale), 'record');
  const path = movedPath(portal(), ocid);
  return movedOrNotFound(path && href(locale, `${path}.ics`));
};
