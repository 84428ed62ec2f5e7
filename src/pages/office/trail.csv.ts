import type { APIRoute } from 'astro';
import { permission } from '../../accounts/permissions.ts';
import { office } from '../../office/office.ts';
import { trailCsv, trailLines, trailQuery } from '../../office/trail/trail.ts';

/** At most so many lines a file; what is older is asked for by day. */
const MOST = 50_000;

export const GET: APIRoute = ({ url, locals }) => {
  const { database, settings, now } = office();
  if (permission(locals.visit!.actor!, 'trail.read', { unit: null }, now()) !== 'granted')
    return new Response(null, { status: 404 });
  const lines = trailLines(database, trailQuery(url.searchParams), MOST, locals.locale);
  return new Response(trailCsv(lines, settings.origin, locals.locale), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="trail.csv"' },
  });
};
