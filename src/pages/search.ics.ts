import type { APIRoute } from 'astro';
import { labels } from '../locales/labels.ts';
import { findRecords } from '../notices/storage.ts';
import { recordsFeed } from '../views/calendar/feeds.ts';
import { icsFile } from '../views/clock/ics.ts';
import { portal } from '../views/portal.ts';
import { searchPage } from '../views/search/search-page.ts';
import { readSearchParameters } from '../views/search/parameters.ts';

const MOST = 200;

/** The newest records that a search finds, with their dates; its name says what was asked. */
export const GET: APIRoute = async ({ url, locals: { locale } }) => {
  const { parameters } = readSearchParameters(url.searchParams);
  const page = await searchPage(portal(), { ...parameters, sort: 'newest', limit: MOST }, locale);
  const records = findRecords(portal().database, [...new Set(page.rows.map(({ ocid }) => ocid))]);
  const words = [page.q || labels(locale).search.title, ...page.conditions.map(({ text }) => text)];
  return icsFile(recordsFeed(portal(), records, words, locale), 'search');
};
