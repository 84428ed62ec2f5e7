import { permission } from '../../accounts/permissions.ts';
import { jobHeads, jobRows } from '../jobs.ts';
import { engineFacts } from '../search-engines.ts';
import { hidden, shown, type Answer, type Asked } from './page.ts';

/** Which engine answers, and how the jobs of the portal fare. */
export interface SearchPage {
  facts: { name: string; value: string }[];
  heads: string[];
  jobs: { name: string; cells: { head: string; text: string }[] }[];
}

export function searchPage({ office: { database, settings }, actor, locale, now }: Asked): Answer<SearchPage> {
  if (permission(actor, 'search.read', { unit: null }, now) !== 'granted') return hidden;
  const heads = jobHeads(locale);
  return shown({
    facts: engineFacts(database, settings, locale),
    heads,
    jobs: jobRows(database, locale, now).map(([name = '', ...cells]) => ({
      name,
      cells: cells.map((text, index) => ({ head: heads[index + 1]!, text })),
    })),
  });
}
