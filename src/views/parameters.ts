import { registers } from '../registers/registers.ts';
import { CALENDAR_PARAMETERS } from './clock/calendar-page.ts';
import { COMPLIANCE_PARAMETERS } from './clock/compliance-page.ts';
import { OWED_PARAMETERS } from './clock/owed-page.ts';
import { CHECK_PARAMETERS } from './fees/check-page.ts';
import { FEES_PARAMETERS } from './fees/fees-page.ts';
import { SEARCH_PARAMETERS } from './search/parameters.ts';

/**
 * Which parameters an address may carry, one line a route. All others are dropped before a page is asked and before
 * the page cache is: whoever adds `?x=1…n` neither changes a page nor fills the cache. A page that reads a parameter
 * names it here first.
 */
const ROUTES: readonly [path: RegExp, parameters: readonly string[]][] = [
  [/^\/owed$/, OWED_PARAMETERS],
  [/^\/units\/[^/]+\/compliance$/, COMPLIANCE_PARAMETERS],
  [/^\/calendar$/, CALENDAR_PARAMETERS],
  [/^\/fees$/, FEES_PARAMETERS],
  [/^\/fees\/check$/, CHECK_PARAMETERS],
  [/^\/fees\/[^/]+$/, ['on']],
  [/^\/search$/, SEARCH_PARAMETERS],
  [/^\/suggest$/, ['q']],
  ...registers.map(({ id, facets }): [RegExp, readonly string[]] => [
    new RegExp(`^/${id}$`),
    [...SEARCH_PARAMETERS, ...facets.map((facet) => facet.id)],
  ]),
  [/^\/records\/[^/]+$/, []],
  [/^\/notices\/[^/]+$/, []],
  [/^\/parties\/[^/]+$/, ['before', 'role', 'year']],
  [/^\/units\/[^/]+$/, ['before', 'role', 'year']],
];

/** Asks for large or normal print; on every page. Answered with a cookie, never from the cache. */
export const PRINT_PARAMETER = 'print';

/** The path without its language and without `.json`, `.csv`, `.ics` or `.xlsx`: all faces of a page take the same parameters. */
function routePath(path: string): string {
  return path.replace(/^\/(?:en|hant)(?=\/|$)/, '').replace(/\.(?:json|csv|ics|xlsx)$/, '');
}

export function allowedParameters(path: string): readonly string[] {
  const plain = routePath(path);
  return ROUTES.find(([pattern]) => pattern.test(plain))?.[1] ?? [];
}

/** The query as one spelling, with its `?`: allowed names in order, without empty values; '' when nothing is left. */
export function canonicalQuery(path: string, search: URLSearchParams): string {
  const allowed = allowedParameters(path);
  const kept = [...search].filter(
    ([name, value]) => value !== '' && (allowed.includes(name) || name === PRINT_PARAMETER),
  );
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}
