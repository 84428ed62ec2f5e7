import type { Labels } from '../locales/labels.ts';
import type { Face, OwnPage, Register } from '../registers/register.ts';
import { registers } from '../registers/registers.ts';
import { DATA_PARAMETERS } from './bulk/parameters.ts';
import { CALENDAR_PARAMETERS } from './calendar/parameters.ts';
import { CHANGES_PARAMETERS } from './changes/changes-page.ts';
import { COMPLIANCE_PARAMETERS } from './clock/compliance/parameters.ts';
import { OWED_PARAMETERS } from './clock/owed/parameters.ts';
import { LIST_PARAMETERS } from './list/parameters.ts';
import { PACKAGE_PARAMETERS } from './ocds/packages.ts';
import { QUALITY_PARAMETERS } from './ocds/quality-page.ts';
import { DIRECTORY_PARAMETERS } from './party/directory-page.ts';
import { PARTY_PARAMETERS } from './party/party-page.ts';
import { PANELS_PARAMETERS } from './supervision/panels-page.ts';
import { SEARCH_PARAMETERS } from './search/parameters.ts';

/**
 * Every address of the portal, one line a page. A page without a line fails the tests, and so does one that reads a
 * parameter its line does not name: all others are dropped before a page is asked and before the page cache is, so that
 * whoever adds `?x=1…n` neither changes a page nor fills the cache.
 */
export interface Route extends OwnPage {
  /** Its place on the site map, which stands in the order of this table: a label under `pages`. */
  map?: keyof Labels['pages'];
  /** Stands at many addresses below this one, and reads its own parameters: the back office. */
  isTree?: true;
  /** Takes what is posted; all others are read only. */
  takesPosts?: true;
  /** The address itself is the proof of who may: a mail program posts there, from no page of ours. */
  fromAnywhere?: true;
  /** What is posted is a question of anybody's, and nothing is written. */
  isAsked?: true;
}

const fast = { lane: 'fast', parameters: [], faces: [] } as const;
const slow = { lane: 'slow', parameters: [], faces: [], hasClock: true } as const;

/** Every name is looked at where words are asked for. */
const DIRECTORY = { parameters: DIRECTORY_PARAMETERS, faces: ['json', 'csv', 'xlsx'], hasClock: false } as const;

/** The words by which a page was found: there is a way back to them. */
export const FOUND = 'found';

/** What is looked for. */
export const WORDS = 'q';

/** What stands in the addresses of programs: the page of the interface leads to them from a form. */
export const API_PATH_PARAMETERS = ['ocid', 'id', 'code', 'name', 'register'] as const;

const PAGES: readonly Route[] = [
  { ...fast, path: '/', faces: ['json'], hasClock: true },
  {
    ...slow,
    path: '/search',
    parameters: [...SEARCH_PARAMETERS, 'names'],
    faces: ['json', 'csv', 'xlsx', 'ics', 'atom'],
    map: 'find',
  },
  {
    ...slow,
    path: '/calendar',
    parameters: CALENDAR_PARAMETERS,
    faces: ['json', 'csv', 'xlsx', 'ics'],
    map: 'calendar',
  },
  {
    ...slow,
    path: '/owed',
    parameters: [...OWED_PARAMETERS, 'before'],
    faces: ['json', 'csv', 'xlsx', 'atom'],
    map: 'owed',
  },
  { ...slow, path: '/supervision', faces: ['json'], map: 'supervision' },
  { ...slow, path: '/supervision/panels', parameters: PANELS_PARAMETERS, faces: ['json', 'csv'] },
  { ...slow, path: '/supervision/questions', parameters: ['names'], faces: ['json', 'csv', 'xlsx'] },
  { ...slow, path: '/supervision/sums', parameters: ['names'], faces: ['json', 'csv', 'xlsx'] },
  { ...slow, path: '/units', ...DIRECTORY, map: 'units' },
  { ...slow, path: '/parties', ...DIRECTORY, map: 'parties' },
  { ...slow, path: '/method', faces: ['json'], hasClock: false, map: 'method' },
  { ...fast, path: '/method/questions', faces: ['json'], map: 'questions' },
  { ...fast, path: '/method/holidays', faces: ['json'], map: 'holidays' },
  { ...fast, path: '/help', map: 'help' },
  { ...fast, path: '/laws', parameters: [WORDS], map: 'laws' },
  { ...fast, path: '/laws/[slug]' },
  { ...fast, path: '/glossary', map: 'glossary' },
  { ...fast, path: '/data', parameters: DATA_PARAMETERS, faces: ['json'], hasClock: true, map: 'data' },
  { ...fast, path: '/data/catalog.jsonld', hasClock: true },
  { ...fast, path: '/data/datapackage', page: false, faces: ['json'], hasClock: true },
  { ...fast, path: '/[register].csv-metadata', page: false, faces: ['json'] },
  { ...fast, path: '/data/dictionary', map: 'dictionary' },
  { ...fast, path: '/data/dictionary/[register]', faces: ['json'] },
  { ...fast, path: '/about', map: 'about' },
  { ...fast, path: '/status', faces: ['json'], hasClock: true, map: 'status' },
  {
    ...slow,
    path: '/data/quality',
    parameters: QUALITY_PARAMETERS,
    faces: ['json'],
    hasClock: false,
    map: 'quality',
  },
  { ...slow, path: '/api', parameters: ['open', ...API_PATH_PARAMETERS], hasClock: false, map: 'api' },
  { ...fast, path: '/accessibility', map: 'accessibility' },
  { ...fast, path: '/site-map', map: 'siteMap' },
  { ...fast, path: '/suggest', parameters: ['q'], page: false, faces: ['json'], hasClock: true },
  { ...slow, path: '/pictures/[ocid]', page: false },
  { ...fast, path: '/records/[ocid]', parameters: [FOUND], faces: ['json', 'ics', 'atom'], hasClock: true },
  { ...fast, path: '/notices/[id]', faces: ['json'] },
  { ...fast, path: '/notices/[id]/files/[name]', lane: 'file' },
  { ...fast, path: '/data/files/[name]', lane: 'file' },
  {
    ...fast,
    path: '/parties/[id]',
    parameters: [...PARTY_PARAMETERS, FOUND],
    faces: ['json', 'csv', 'xlsx', 'atom'],
    isWholeInJson: true,
    hasClock: true,
  },
  {
    ...fast,
    path: '/units/[id]',
    parameters: [...PARTY_PARAMETERS, FOUND],
    faces: ['json', 'csv', 'xlsx', 'ics', 'atom'],
    isWholeInJson: true,
    hasClock: true,
  },
  { ...slow, path: '/units/[id]/compliance', parameters: COMPLIANCE_PARAMETERS, faces: ['json', 'csv', 'xlsx'] },
  { ...fast, path: '/api/openapi', page: false, faces: ['json'] },
  { ...slow, path: '/api/changes', parameters: CHANGES_PARAMETERS, hasClock: false },
  { ...slow, path: '/api/ocds/releases', parameters: PACKAGE_PARAMETERS, hasClock: false },
  { ...fast, path: '/api/ocds/releases/[id]' },
  { ...slow, path: '/api/ocds/records', parameters: PACKAGE_PARAMETERS, hasClock: false },
  { ...fast, path: '/api/ocds/records/[ocid]' },
  { ...fast, path: '/api/ocds/extensions/[id]/[name]' },
  { ...fast, path: '/api/ocds/extensions/[id]/codelists/[name]' },
  { ...fast, path: '/robots.txt' },
  { ...slow, path: '/sitemap.xml', hasClock: false },
  { ...slow, path: '/sitemaps/[piece].xml', hasClock: false },
  { ...fast, path: '/404' },
  { ...fast, path: '/500' },
  { ...slow, path: '/mcp', page: false, hasClock: true, isAsked: true },
  { ...fast, path: '/follow', parameters: ['page', 'asked'], lane: 'office', takesPosts: true },
  { ...fast, path: '/follow/[token]', lane: 'office', takesPosts: true },
  { ...fast, path: '/follow/[token]/stop', page: false, lane: 'office', takesPosts: true, fromAnywhere: true },
  { ...fast, path: '/follow/[token]/data', page: false, lane: 'office', faces: ['json'] },
  {
    ...fast,
    path: '/complaints',
    parameters: ['names'],
    faces: ['json', 'csv', 'xlsx'],
    hasClock: true,
    map: 'complaints',
  },
  { ...fast, path: '/complaints/new', parameters: ['about', 'unit', 'way'], lane: 'office', takesPosts: true },
  { ...fast, path: '/complaints/follow', lane: 'office', takesPosts: true },
  { ...fast, path: '/hotlines', parameters: ['names'], faces: ['json', 'csv', 'xlsx'], map: 'hotlines' },
  { ...fast, path: '/privacy', map: 'privacy' },
  { ...fast, path: '/office', lane: 'office', isTree: true, takesPosts: true },
  { ...fast, path: '/api/office', lane: 'office', isTree: true, takesPosts: true },
];

/** The list of a register, unless it has a page of its own in that place; words are searched for. */
const LISTS: readonly Route[] = registers.filter(hasList).map(({ id, facets }) => ({
  path: `/${id}`,
  lane: 'fast',
  slowWith: ['q'],
  parameters: [...LIST_PARAMETERS, ...facets.map((facet) => facet.id)],
  faces: ['json', 'csv', 'xlsx', 'ics', 'atom'],
  isWholeInJson: true,
  hasClock: true,
}));

/** Whether its list stands at its address, and no page of its own. */
export function hasList({ id, pages = [] }: Pick<Register, 'id' | 'pages'>): boolean {
  return !pages.some(({ path }) => path === `/${id}`);
}

/** What is told by name stands before what may be any name. */
export const ROUTES: readonly Route[] = [...PAGES, ...LISTS, ...registers.flatMap(({ pages = [] }) => pages)].toSorted(
  (a, b) => Number(a.path.includes('[')) - Number(b.path.includes('[')),
);

/** The pages that stand whatever is published, in the order of the site map. */
export const STATIC_PAGES = PAGES.flatMap(({ path, map }) => (map === undefined ? [] : [{ path, label: map }]));

const MATCHERS = ROUTES.map((route): [RegExp, Route] => {
  const pattern = route.path.replace(/[.]/g, '\\.').replace(/\[\w+\]/g, '[^/]+');
  return [new RegExp(route.isTree ? `^${pattern}(?:/|$)` : `^${pattern}$`), route];
});

/** Asks for large or normal print; on every page. Answered with a cookie, never from the cache. */
export const PRINT_PARAMETER = 'print';

const FACE = /\.(json|csv|ics|xlsx|atom)$/;

/** The line of an address in any language, and which face of the page it is; null for what is no page of ours. */
export function routeOf(path: string): Found | null {
  const known = found.get(path);
  if (known !== undefined) return known;
  const route = findRoute(path);
  if (path.length > LONGEST_KEPT) return route;
  if (found.size >= MOST_KEPT) found.clear();
  found.set(path, route);
  return route;
}

interface Found {
  route: Route;
  face: Face | null;
}

/** What many readers ask for is looked up once. */
const found = new Map<string, Found | null>();
const MOST_KEPT = 2_000;
const LONGEST_KEPT = 500;

/** Astro answers `/%6fffice` as `/office`: the line is that of the address as it will be understood. */
function findRoute(path: string): Found | null {
  const understood = path
    .split('/')
    .map((part) => decoded(part).replaceAll('/', '%2F'))
    .join('/');
  const plain = understood.replace(/^\/(?:en|hant)(?=\/|$)/, '') || '/';
  const bare = plain.replace(FACE, '');
  const face = (FACE.exec(plain)?.[1] ?? null) as Face | null;
  const find = (one: string) => MATCHERS.find(([pattern]) => pattern.test(one))?.[1];
  const whole = find(bare === '/index' && face ? '/' : bare);
  return whole ? { route: whole, face } : null;
}

/** An address of programs: a machine face of a page, or what stands under `/api/`. A file of a notice is a reader's. */
export function isForMachines(path: string): boolean {
  if (/^\/(?:(?:en|hant)\/)?api\//.test(path)) return true;
  const found = routeOf(path);
  return found ? found.face !== null && found.route.lane !== 'file' : FACE.test(path);
}

/** One that anybody's page may read: all but the office's. */
export function isOpen(path: string): boolean {
  return isForMachines(path) && routeOf(path)?.route.lane !== 'office';
}

/** What cannot be decoded is refused by the door, which asks beforehand whose address it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function allowedParameters(path: string): readonly string[] {
  return routeOf(path)?.route.parameters ?? [];
}

/** Which lane a page takes: an export is searched and written out whole, whatever its page costs. */
export function laneOf(path: string, query: string): Route['lane'] {
  const at = routeOf(path);
  if (!at) return 'fast';
  const { route, face } = at;
  if (route.lane !== 'fast') return route.lane;
  const isAsked = route.slowWith?.some((name) => new RegExp(`[?&]${name}=`).test(query));
  return isAsked || (face !== null && (face !== 'json' || route.isWholeInJson)) ? 'slow' : 'fast';
}

/**
 * The query as one spelling, with its `?`: allowed names and their values in order, each pair once, without empty
 * values; '' when nothing is left.
 */
export function canonicalQuery(path: string, search: URLSearchParams): string {
  const allowed = allowedParameters(path);
  const kept = [...search].filter(
    ([name, value]) => value !== '' && (allowed.includes(name) || name === PRINT_PARAMETER),
  );
  const pairs = new Set(kept.map((pair) => `${new URLSearchParams([pair])}`));
  return pairs.size > 0 ? `?${[...pairs].toSorted().join('&')}` : '';
}
