import type { APIRoute } from 'astro';
import { labels } from '../locales/labels.ts';
import { findRecords } from '../notices/storage.ts';
import { allHappenings } from '../views/clock/calendar-page.ts';
import { icsFile, icsOf } from '../views/clock/ics.ts';
import { portal } from '../views/portal.ts';
import { searchPage } from '../views/search/search-page.ts';
import { readSearchParameters } from '../views/search/parameters.ts';

const MOST = 200;

/** The newest records that a search finds, with their dates. */
export const GET: APIRoute = async ({ url, locals: { locale } }) => {
  const { database, settings } = portal();
  const { parameters } = readSearchParameters(url.searchParams);
  const page = await searchPage(portal(), { ...parameters, sort: 'newest', limit: MOST }, locale);
  const records = findRecords(database, [...new Set(page.rows.map(({ ocid }) => ocid))]);
  return icsFile(
    icsOf(allHappenings(portal(), records, locale), page.q || labels(locale).search.title, settings.origin, locale),
    'search',
  );
};
