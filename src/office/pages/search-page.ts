import { permission } from '../../accounts/permissions.ts';
import { jobsTable, type JobsTable } from '../jobs.ts';
import { engineFacts } from '../search-engines.ts';
import { hidden, shown, type Answer, type Asked } from './page.ts';

/** Which engine answers, and how the jobs of the portal fare. */
export interface SearchPage {
  facts: { name: string; value: string }[];
  jobs: JobsTable;
}

export function searchPage({ office: { database, settings }, actor, locale, now }: Asked): Answer<SearchPage> {
  if (permission(actor, 'search.read', { unit: null }, now) !== 'granted') return hidden;
  return shown({
    facts: engineFacts(database, settings, locale),
    jobs: jobsTable(database, settings, locale, now),
  });
}
