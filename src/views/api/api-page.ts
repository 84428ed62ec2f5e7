import { labels, type Locale } from '../../locales/labels.ts';
import { href, ocidIn, recordPath } from '../address.ts';
import { PROBLEMS, type ProblemName } from '../problem.ts';
import { API_PATH_PARAMETERS } from '../routes.ts';
import { saidIn, type Operation, type Parameter } from './operations.ts';

/** A box of the form in which an address can be tried. */
interface Box {
  name: string;
  text: string;
  example: string;
  choices: string[];
  isRequired: boolean;
  isRepeatable: boolean;
}

/** A page for programs with all its faces. */
export interface ApiEntry {
  id: string;
  path: string;
  title: string;
  /** Where its form goes; a path that has parameters is put together by the page of the interface. */
  opensBy: 'address' | 'page';
  faces: { face: string; template: string; address: string; example: string | null }[];
  boxes: Box[];
  /** What may be asked besides. */
  others: Box[];
}

export interface ApiPage {
  groups: { tag: string; title: string; entries: ApiEntry[] }[];
  office: { method: string; path: string; title: string }[];
  problems: { name: ProblemName; status: number; title: string; detail: string }[];
}

/** Beyond this a choice is no choice any more. */
const MOST_CHOICES = 40;

export function apiPage(operations: readonly Operation[], locale: Locale): ApiPage {
  const { tags, problems } = labels(locale).api;
  const open = operations.filter(({ route }) => route !== null);
  const groups = [...Map.groupBy(open, ({ tag }) => tag)].map(([tag, some]) => ({
    tag,
    title: tags[tag],
    entries: [...Map.groupBy(some, ({ route }) => route!.path)].map(([path, faces]) => entryOf(path, faces, locale)),
  }));
  return {
    groups,
    office: operations
      .filter(({ route }) => route === null)
      .map(({ method, path, summary }) => ({ method: method.toUpperCase(), path, title: saidIn(summary, locale) })),
    problems: (Object.keys(PROBLEMS) as ProblemName[]).map((name) => ({
      name,
      status: PROBLEMS[name],
      ...problems[name],
    })),
  };
}

function entryOf(path: string, faces: readonly Operation[], locale: Locale): ApiEntry {
  const parameters = [...new Map(faces.flatMap((one) => one.parameters).map((one) => [one.name, one])).values()];
  const inPath = parameters.filter((one) => one.in === 'path');
  const boxes = parameters.map((one) => boxOf(one, locale));
  const isPut = inPath.length > 0;
  return {
    id: path === '/' ? 'home' : path.slice(1).replace(/\W+/g, '-').replace(/-$/, ''),
    path: path.replace(/\[(\w+)\]/g, '{$1}'),
    title: saidIn(faces[0]!.summary, locale),
    opensBy: isPut ? 'page' : 'address',
    faces: faces.map((one) => ({
      face: one.face === null || one.face === 'file' ? '' : one.face.toUpperCase(),
      template: one.path,
      address: href(locale, one.path),
      example: exampleAddress(one, locale),
    })),
    boxes: isPut ? boxes.slice(0, inPath.length) : boxes,
    others: isPut ? boxes.slice(inPath.length) : [],
  };
}

function boxOf({ name, text, schema, example, in: place, isRepeatable }: Parameter, locale: Locale): Box {
  const choices = (schema['enum'] ?? (schema['const'] === undefined ? [] : [schema['const']])) as string[];
  return {
    name,
    text: saidIn(text, locale),
    example: example ?? '',
    choices: choices.length <= MOST_CHOICES ? choices : [],
    isRequired: place === 'path',
    isRepeatable: isRepeatable === true,
  };
}

/** The address of an operation with its example in place; null where this portal has none. */
export function exampleAddress({ path, parameters }: Operation, locale: Locale): string | null {
  const values = Object.fromEntries(
    parameters.flatMap(({ name, in: place, example }) =>
      place === 'path' && example !== null ? [[name, example]] : [],
    ),
  );
  const filled = fillPath(path, values);
  return filled && href(locale, filled);
}

/** Where the form of a path leads that was filled in: always an address of ours. Null while it is not. */
export function openedPath(operations: readonly Operation[], search: URLSearchParams, locale: Locale): string | null {
  const asked = search.get('open');
  const operation = operations.find(({ path, route }) => route !== null && path === asked);
  if (!operation) return null;
  const values = Object.fromEntries(
    API_PATH_PARAMETERS.flatMap((name) => {
      const value = search.get(name)?.trim().slice(0, LONGEST) ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  );
  const path = fillPath(operation.path, values);
  return path && href(locale, path);
}

const LONGEST = 300;

function fillPath(template: string, values: Record<string, string>): string | null {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  if (names.some((name) => values[name] === undefined)) return null;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => segmentOf(name, values[name]!));
}

/** An ocid is written into a path as everywhere. */
function segmentOf(name: string, value: string): string {
  return name === 'ocid' ? recordPath(ocidIn(value)).slice('/records/'.length) : encodeURIComponent(value);
}
