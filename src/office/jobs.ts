import type { Database } from '../database/database.ts';
import { findJobs } from '../jobs/storage.ts';
import { labels, type Locale } from '../locales/labels.ts';
import { FOLLOWER } from '../search/meilisearch/storage.ts';
import { minuteOf } from '../values/date.ts';
import type { Settings } from '../values/settings.ts';
import { troubleSentence } from './search-engines.ts';

type Servers = Pick<Settings, 'meilisearch'>;

function jobHeads(locale: Locale): string[] {
  const { name, due, ran, failed, attempts, failure } = labels(locale).office.jobs;
  return [name, due, ran, failed, attempts, failure];
}

/** The jobs that any process of this portal ever ran: when each is due, and what went wrong last. */
function jobRows(database: Database, { meilisearch }: Servers, locale: Locale, now: number): string[][] {
  const t = labels(locale).office.jobs;
  const at = (time: number | null) => (time === null ? t.none : minuteOf(time));
  return findJobs(database).map(({ name, dueAt, ranAt, failedAt, attempts, failure }) => [
    (t.names as Record<string, string>)[name] ?? name,
    // A job that finds nothing to do writes nothing: what was due is looked at again every few seconds.
    dueAt > now ? at(dueAt) : t.soon,
    at(ranAt),
    at(failedAt),
    String(attempts),
    (name === FOLLOWER && meilisearch ? troubleSentence(failure, meilisearch, locale) : failure) ?? t.none,
  ]);
}

/** The same as a table: each cell knows the head over it, so that a row can stand alone on a phone. */
export interface JobsTable {
  heads: string[];
  rows: { name: string; cells: { head: string; text: string }[] }[];
}

export function jobsTable(database: Database, servers: Servers, locale: Locale, now: number): JobsTable {
  const heads = jobHeads(locale);
  return {
    heads,
    rows: jobRows(database, servers, locale, now).map(([name = '', ...cells]) => ({
      name,
      cells: cells.map((text, index) => ({ head: heads[index + 1]!, text })),
    })),
  };
}
