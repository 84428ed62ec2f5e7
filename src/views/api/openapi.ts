import { labels, type Language } from '../../locales/labels.ts';
import { XLSX } from '../faces.ts';
import { PROBLEM, PROBLEMS, type ProblemName } from '../problem.ts';
import type { Portal } from '../portal.ts';
import { jsonShape, tableHeads } from './answers.ts';
import { inLanguages, isRedirect, type JsonSchema, type Operation, type Parameter } from './operations.ts';

/** What the office adds to an operation of its own. */
export interface OfficeOperation extends Operation {
  body?: { type: string; schema: JsonSchema };
  answers: Record<string, { text: Record<Language, string>; schema: JsonSchema }>;
  problems: readonly ProblemName[];
}

export const API_VERSION = '1.0.0';

/** OpenAPI 3.1, made of the same tables and schemas by which requests are read and answers are written. */
export function openApi(portal: Portal, operations: readonly (Operation | OfficeOperation)[]): JsonSchema {
  const { origin, licence, footer } = portal.settings;
  const name = labels('zh').site;
  const paths: Record<string, JsonSchema> = {};
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationOf(portal, operation) };
  return {
    openapi: '3.1.0',
    info: {
      title: `${name.name} ${name.title}`,
      version: API_VERSION,
      description: both(inLanguages((locale) => INTRODUCTION.map((key) => labels(locale).api[key]).join('\n\n'))),
      ...(footer.organiser && { contact: { name: footer.organiser, url: origin } }),
      ...(licence && { license: { name: licence, url: licence } }),
    },
    externalDocs: { url: `${origin}/api` },
    servers: [{ url: origin }, { url: `${origin}/en` }, { url: `${origin}/hant` }],
    tags: Object.keys(labels('zh').api.tags).map((tag) => ({ name: tag, description: both(tagText(tag as Tag)) })),
    paths,
    components: {
      schemas: { Problem: problemSchema() },
      responses: Object.fromEntries((Object.keys(PROBLEMS) as ProblemName[]).map((one) => [one, problemAnswer(one)])),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: both(inLanguages((at) => labels(at).api.bearer)) },
      },
    },
  };
}

const INTRODUCTION = ['lead', 'stable', 'language', 'manners', 'unknown', 'problemsLead'] as const;

type Tag = keyof ReturnType<typeof labels>['api']['tags'];
const tagText = (tag: Tag) => inLanguages((locale) => labels(locale).api.tags[tag]);

/** The document is one, for readers of both languages. */
function both(text: Record<Language, string>): string {
  return Object.values(text).join('\n\n');
}

function operationOf(portal: Portal, operation: Operation | OfficeOperation): JsonSchema {
  const { method, path, tag, summary, parameters } = operation;
  const isOffice = 'answers' in operation;
  return {
    operationId: `${method}${path.replace(/[^A-Za-z]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, '')}`,
    tags: [tag],
    summary: Object.values(summary).join(' / '),
    ...(parameters.length > 0 && { parameters: parameters.map(parameterOf) }),
    ...(isOffice && { security: [{ token: [] }] }),
    ...(isOffice &&
      operation.body && {
        requestBody: { required: true, content: { [operation.body.type]: { schema: operation.body.schema } } },
      }),
    responses: isOffice ? officeAnswers(operation) : publicAnswers(portal, operation),
  };
}

function parameterOf({ name, in: place, schema, text, example, isRepeatable }: Parameter): JsonSchema {
  return {
    name,
    in: place,
    description: both(text),
    required: place !== 'query',
    schema: isRepeatable ? { type: 'array', items: schema } : schema,
    ...(example !== null && { example: isRepeatable ? [example] : example }),
  };
}

function officeAnswers({ answers, problems }: OfficeOperation): JsonSchema {
  return {
    ...Object.fromEntries(
      Object.entries(answers).map(([status, { text, schema }]) => [
        status,
        { description: both(text), content: { 'application/json': { schema } } },
      ]),
    ),
    ...problemsOf(problems),
  };
}

const TYPES: Record<string, string> = {
  csv: 'text/csv',
  xlsx: XLSX,
  ics: 'text/calendar',
  atom: 'application/atom+xml',
};

function publicAnswers(portal: Portal, operation: Operation): JsonSchema {
  const route = operation.route!;
  const isNamed = operation.parameters.some(({ in: place }) => place === 'path');
  if (operation.face === 'file') return fileAnswers(portal, operation);
  const problems: ProblemName[] = [
    ...(isNamed ? (['bad-request'] as const) : []),
    ...(operation.parameters.some(({ in: place }) => place === 'query') ? (['bad-parameter'] as const) : []),
    ...(isNamed || route.path.startsWith('/api/ocds') ? (['not-found'] as const) : []),
    'method-not-allowed',
    ...(route.path === '/api/changes' ? (['gone'] as const) : []),
    'busy',
  ];
  const move = isRedirect(route, operation.face) ? 302 : MOVES[route.path];
  const moved = move === undefined ? {} : { [move]: redirect() };
  // To the one spelling of what is named.
  const spelt = isNamed ? { 308: redirect() } : {};
  const found = isRedirect(route, operation.face) ? {} : { 200: answerOf(portal, operation) };
  const unchanged = { 304: { description: inWords().unchanged } };
  return { ...found, ...spelt, ...moved, ...unchanged, ...problemsOf(problems) };
}

/** A file is a reader's, who is told by pages. */
function fileAnswers(portal: Portal, operation: Operation): JsonSchema {
  const { problem, unchanged } = inWords();
  const told = { description: problem, content: { 'text/html': {}, 'text/plain': {} } };
  return { 200: answerOf(portal, operation), 304: { description: unchanged }, 308: redirect(), '4XX': told, 503: told };
}

function inWords(): Record<'problem' | 'unchanged', string> {
  const say = (key: 'problem' | 'unchanged') => both(inLanguages((at) => labels(at).api.answers[key]));
  return { problem: say('problem'), unchanged: say('unchanged') };
}

/** A record that was joined to another, and who is a unit or none. */
const MOVES: Record<string, number> = {
  '/records/[ocid]': 308,
  '/api/ocds/records/[ocid]': 308,
  '/units/[id]': 301,
  '/parties/[id]': 301,
};

function redirect(): JsonSchema {
  return {
    description: both(inLanguages((at) => labels(at).api.answers.moved)),
    headers: { Location: { schema: { type: 'string' } } },
  };
}

function answerOf(portal: Portal, { face, route, summary }: Operation): JsonSchema {
  const isCsv = route!.path.includes('/codelists/');
  const type = isCsv ? 'text/csv' : face === 'file' ? '*/*' : (TYPES[face ?? 'json'] ?? jsonType(route!.path));
  const kind = isCsv ? 'csv' : route!.path.startsWith('/api/ocds/re') ? 'ocds' : (face ?? 'json');
  const said = kind === 'json' && tableHeads(portal, route!) ? 'table' : kind;
  const isJson = /json$/.test(type);
  const isText = /^text\/|xml$/.test(type);
  return {
    description: both(inLanguages((at) => labels(at).api.answers[said])),
    headers: {
      ETag: { schema: { type: 'string' } },
      Link: { schema: { type: 'string' }, description: 'rel="next", rel="prev"' },
    },
    content: {
      [type]: isJson
        ? { schema: { description: both(summary), ...jsonShape(portal, route!) } }
        : isText
          ? { schema: { type: 'string' } }
          : {},
    },
  };
}

function jsonType(path: string): string {
  if (path === '/fees.schema') return 'application/schema+json';
  return path.endsWith('.csv-metadata') ? 'application/csvm+json' : 'application/json';
}

function problemsOf(names: readonly ProblemName[]): JsonSchema {
  return Object.fromEntries(names.map((name) => [PROBLEMS[name], { $ref: `#/components/responses/${name}` }]));
}

function problemAnswer(name: ProblemName): JsonSchema {
  return {
    description: both(inLanguages((locale) => labels(locale).api.problems[name].title)),
    ...(['busy', 'too-many-requests'].includes(name) && {
      headers: { 'Retry-After': { schema: { type: 'integer' } } },
    }),
    content: { [PROBLEM]: { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function problemSchema(): JsonSchema {
  const text = { type: 'string' };
  const error = { name: text, code: text, found: text, expected: text, detail: text };
  return {
    description: both(inLanguages((at) => labels(at).api.answers.problem)),
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'instance'],
    properties: {
      type: {
        type: 'string',
        format: 'uri-reference',
        enum: Object.keys(PROBLEMS).map((one) => `/api#problem-${one}`),
      },
      title: text,
      status: { type: 'integer' },
      detail: text,
      instance: text,
      errors: { type: 'array', items: { type: 'object', required: ['name'], properties: error } },
    },
  };
}
