import type { APIRoute } from 'astro';
import { findRecords } from '../../notices/storage.ts';
import { findParty, recordsOf } from '../../parties/storage.ts';
import { recordsFeed } from '../../views/calendar/feeds.ts';
import { icsFile } from '../../views/clock/ics.ts';
import { notFound } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';

const MOST = 500;

export const GET: APIRoute = ({ params, locals: { locale } }) => {
  const { database } = portal();
  const party = findParty(database, params['id']!);
  if (!party?.isUnit) return notFound();
  const records = findRecords(
    database,
    recordsOf(database, party.id, MOST).map(({ ocid }) => ocid),
  );
  return icsFile(recordsFeed(portal(), records, [party.name], locale), 'unit');
};
