import { fill, labels, language, type Language, type Locale } from '../../locales/labels.ts';
import type { Face } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import type { Portal } from '../portal.ts';
import { hasList, ROUTES, type Route } from '../routes.ts';
import { registerLabels } from '../words.ts';
import { askedOf, isRepeatable, parameterText, schemaOf } from './asked.ts';
import { exampleOf, pathExamples } from './examples.ts';

export type JsonSchema = Record<string, unknown>;

/** A parameter of an address, as the page and the document tell it. */
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  schema: JsonSchema;
  text: Record<Language, string>;
  example: string | null;
  isRepeatable?: true;
}

/** One address of programs. The office adds its own; see `office/posting/operations.ts`. */
export interface Operation {
  method: 'get' | 'post';
  /** As OpenAPI writes it: `/records/{ocid}.json`. */
  path: string;
  tag: keyof ReturnType<typeof labels>['api']['tags'];
  summary: Record<Language, string>;
  parameters: Parameter[];
  face: Face | 'file' | null;
  /** Whose page it is a face of; null for what the office adds. */
  route: Route | null;
}

/** What stands for readers or for search engines only. */
const NOT_OF_PROGRAMS = /^\/(?:robots\.txt|sitemap\.xml|sitemaps\/.*|404|500|office)$/;

/** Every public address of programs, from the table of routes. */
export function publicOperations(portal: Portal): Operation[] {
  const examples = pathExamples(portal);
  return machineRoutes().flatMap((route) =>
    facesOf(route).map((face) => {
      const path = pathOf(route, face);
      return {
        method: 'get' as const,
        path,
        tag: tagOf(route),
        summary: inLanguages((locale) => summaryOf(route, locale)),
        parameters: [...pathParameters(route, examples), ...queryParameters(route, face, examples)],
        face,
        route,
      };
    }),
  );
}

export function machineRoutes(): Route[] {
  return ROUTES.filter(
    ({ path, faces, lane, isTree }) =>
      !isTree &&
      lane !== 'office' &&
      !NOT_OF_PROGRAMS.test(path) &&
      (faces.length > 0 || lane === 'file' || path.startsWith('/api/')),
  ).toSorted((a, b) => order(a) - order(b));
}

/** Null where the address has no ending of its own. */
function facesOf({ faces, lane }: Route): Operation['face'][] {
  if (lane === 'file') return ['file'];
  return faces.length > 0 ? [...faces] : [null];
}

function pathOf({ path }: Route, face: Operation['face']): string {
  const template = path.replace(/\[(\w+)\]/g, '{$1}');
  const page = template === '/' ? '/index' : template;
  return face === null || face === 'file' ? template : `${page}.${face}`;
}

const TAGS = ['search', 'lists', 'records', 'parties', 'periods', 'charges', 'supervision', 'ocds', 'about'] as const;

const TAG_OF: Record<string, (typeof TAGS)[number]> = {
  '': 'search',
  search: 'search',
  suggest: 'search',
  records: 'records',
  notices: 'records',
  units: 'parties',
  parties: 'parties',
  calendar: 'periods',
  owed: 'periods',
  supervision: 'lists',
  method: 'periods',
  fees: 'charges',
  'fees.schema': 'charges',
  funds: 'supervision',
  approvals: 'supervision',
  discretion: 'supervision',
  cases: 'supervision',
  actions: 'supervision',
  rectification: 'supervision',
  api: 'ocds',
};

function tagOf({ path }: Route): (typeof TAGS)[number] {
  const first = path.split('/')[1]!;
  if (path === '/api/openapi') return 'about';
  if (path === '/units/[id]/compliance') return 'periods';
  return TAG_OF[first] ?? (findRegister(first) ? 'lists' : 'about');
}

function order(route: Route): number {
  return TAGS.indexOf(tagOf(route));
}

function summaryOf({ path }: Route, locale: Locale): string {
  const t = labels(locale).api;
  const known = (t.paths as Record<string, string>)[path];
  const register = findRegister(path.slice(1));
  return known ?? fill(t.ofRegister, { name: register ? registerLabels(register, locale).name : path });
}

function pathParameters({ path }: Route, examples: Record<string, string | null>): Parameter[] {
  return [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => ({
    name: name!,
    in: 'path' as const,
    schema: { type: 'string' },
    text: inLanguages((locale) => {
      const t = labels(locale).api.parameters as Record<string, string>;
      return t[`path.${name}`] ?? t[name!]!;
    }),
    example: examples[`${path} ${name}`] ?? null,
  }));
}

/** What a face does not read of what its page's other faces do. */
const IGNORED: Record<string, readonly string[]> = {
  '/owed json': ['before'],
  '/owed csv': ['before'],
  '/owed xlsx': ['before'],
  '/owed atom': ['skip'],
  '/calendar ics': ['day', 'by'],
  '/search json': ['go', 'names'],
  '/search csv': ['go'],
  '/search xlsx': ['go'],
  '/search ics': ['go', 'sort', 'before', 'limit', 'names'],
  '/search atom': ['go', 'names'],
  '/units/[id] ics': ['before'],
};

function queryParameters(route: Route, face: Operation['face'], examples: Record<string, string | null>): Parameter[] {
  if (isRedirect(route, face)) return [];
  const isNamed = face === 'csv' || face === 'xlsx';
  const ignored = [...(IGNORED[`${route.path} ${face}`] ?? []), ...(isNamed ? [] : ['names'])];
  return Object.entries(askedOf(route))
    .filter(([name]) => !ignored.includes(name))
    .map(([name, asked]) => {
      const schema = schemaOf(asked) as JsonSchema;
      return {
        name,
        in: 'query' as const,
        schema,
        text: inLanguages((locale) => parameterText(route, name, locale)),
        example: exampleOf(route, name, schema, examples),
        ...(isRepeatable(route, name) && { isRepeatable: true as const }),
      };
    });
}

/** A register without a list has the calendar in its place. */
export function isRedirect({ path }: Route, face: Operation['face']): boolean {
  const register = findRegister(path.slice(1));
  return face === 'ics' && register !== undefined && !hasList(register);
}

export function inLanguages(say: (locale: Locale) => string): Record<Language, string> {
  return { zh: say('zh'), en: say('en') };
}

export function saidIn(text: Record<Language, string>, locale: Locale): string {
  return text[language(locale)];
}
