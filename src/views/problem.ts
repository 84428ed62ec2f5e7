import { fill, htmlLanguage, isTraditional, labels, type Locale } from '../locales/labels.ts';
import { OPEN } from './faces.ts';
import { safePath } from './safe-path.ts';
import { traditional } from './traditional.ts';

/** RFC 9457. Its `type` is where the page of the interface explains it. */
export const PROBLEM = 'application/problem+json';

/** Every sort of problem with its status; in words they are `api.problems` of the locales. */
export const PROBLEMS = {
  'bad-request': 400,
  'bad-parameter': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'request-timeout': 408,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'address-too-long': 414,
  'other-type': 415,
  'bad-expectation': 417,
  misdirected: 421,
  refused: 422,
  'too-many-requests': 429,
  'headers-too-large': 431,
  broken: 500,
  busy: 503,
  'disk-full': 507,
} as const;
export type ProblemName = keyof typeof PROBLEMS;

/** One value that was refused: of a parameter, or of a member of what was sent. */
export interface ProblemError {
  /** The parameter, or the path of the member; '' for the whole. */
  name: string;
  /** What was wrong, for programs; it never changes. */
  code?: string;
  found?: string;
  /** What would have been taken. */
  expected?: string;
  /** The same as a sentence. */
  detail?: string;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** The path that was asked. */
  instance: string;
  errors?: readonly ProblemError[];
}

/** Where it was asked, and so in which language it is told. */
export interface AskedAt {
  locale: Locale;
  path: string;
}

interface More {
  /** In place of what is said of every problem of this sort. */
  detail?: string | undefined;
  found?: string;
  errors?: readonly ProblemError[];
}

export function problemBody(name: ProblemName, { locale, path }: AskedAt, { detail, found = '', errors }: More = {}) {
  const t = labels(locale).api.problems[name];
  const said = (text: string) => (isTraditional(locale) ? traditional(text) : text);
  return {
    type: `/api#problem-${name}`,
    title: said(t.title),
    status: PROBLEMS[name],
    detail: said(detail ?? fill(t.detail, { found })),
    instance: safePath(path),
    ...(errors && { errors: errors.map((one) => ({ ...one, ...(one.expected && { expected: said(one.expected) }) })) }),
  } satisfies Problem;
}

export function problem(
  name: ProblemName,
  at: AskedAt,
  more: More = {},
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(problemBody(name, at, more)), {
    status: PROBLEMS[name],
    headers: { 'content-type': PROBLEM, 'content-language': htmlLanguage(at.locale), ...headers },
  });
}

/** By its status, where nothing more is known. */
export function problemOf(status: number): ProblemName {
  const names = Object.keys(PROBLEMS) as ProblemName[];
  return names.find((name) => PROBLEMS[name] === status) ?? (status < 500 ? 'bad-request' : 'broken');
}

/**
 * An answer as programs get it: what is no answer becomes a problem, unless it is one, or waits for the door to tell it;
 * and where anybody may read, pages of other sites may read it too.
 */
export function asProblem(answer: Response, at: AskedAt, isOpen: boolean): Response {
  const isTold = answer.headers.get('content-type')?.startsWith(PROBLEM);
  const made = answer.status < 400 || isTold ? answer : problem(problemOf(answer.status), at);
  if (!isOpen) return made;
  const opened = new Response(made.body, made);
  for (const [name, value] of Object.entries(OPEN)) opened.headers.set(name, value);
  return opened;
}
