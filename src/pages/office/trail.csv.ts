import type { APIRoute } from 'astro';
import { permission } from '../../accounts/permissions.ts';
import { labels } from '../../locales/labels.ts';
import { office } from '../../office/office.ts';
import { trailCsv, trailLines, trailQuery } from '../../office/trail.ts';

/** At most so many lines a file; what is older is asked for by day. */
const MOST = 50_000;

export const GET: APIRoute = ({ url, locals }) => {
  const { database, now } = office();
  if (permission(locals.visit!.actor!, 'trail.read', { unit: null }, now()) !== 'granted')
    return new Response(null, { status: 404 });
  const t = labels(locals.locale).office.people;
  const csv = trailCsv(trailLines(database, trailQuery(url.searchParams), MOST), [
    t.when,
    t.officer,
    t.unit,
    t.act,
    t.subject,
    t.address,
    t.detail,
  ]);
  return new Response(csv, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="trail.csv"' },
  });
};
