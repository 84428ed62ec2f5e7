import { fill, labels, labelsIn, PUBLISHED, TRANSLATIONS, type Language } from '../locales/labels.ts';
import type { Refusal } from '../values/result.ts';
import { splitLocale } from '../views/address.ts';
import { OPEN } from '../views/faces.ts';
import { PROBLEM, problemBody, problemOf, type ProblemName } from '../views/problem.ts';
import { isForMachines, isOpen } from '../views/routes.ts';
import { Answer } from './answer.ts';

/** The statuses of what is refused before a page is asked; the sentences are `refusals` of the locales. */
const STATUS: Record<string, number> = {
  'no-host': 400,
  'bad-host': 400,
  'bad-address': 400,
  'bad-request': 400,
  'method-not-allowed': 405,
  'request-timeout': 408,
  'body-too-large': 413,
  'address-too-long': 414,
  'bad-expectation': 417,
  'cross-site': 403,
  'token-wrong': 401,
  'unknown-host': 421,
  'headers-too-large': 431,
  broken: 500,
  'too-many': 503,
  'writer-busy': 503,
  'disk-full': 507,
  'read-only': 503,
};

/** What each is among the problems that programs are told of; see `views/problem.ts`. */
const PROBLEM_OF: Record<string, ProblemName> = {
  'token-wrong': 'unauthorized',
  'unknown-host': 'misdirected',
  'cross-site': 'forbidden',
  'body-too-large': 'too-large',
  broken: 'broken',
};

/** Seconds after which it is worth asking again, of what does not say so itself. */
const AGAIN: Record<string, string> = { 'read-only': '300', 'disk-full': '300' };

/** What is told, in plain text and every language: whoever sees it has come to no page, and its language is unknown. */
export function told({ code, found = '', expected = '' }: Refusal): {
  status: number;
  headers: Record<string, string>;
  text: string;
} {
  const say = (language: Language) =>
    fill((labelsIn(language).refusals as Record<string, string>)[code]!, { found, expected });
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return {
    status: STATUS[code]!,
    headers: {
      ...headers,
      ...(code === 'method-not-allowed' && { allow: expected }),
      ...(AGAIN[code] && { 'retry-after': AGAIN[code] }),
      ...(code === 'token-wrong' && { 'www-authenticate': 'Bearer' }),
    },
    text: [PUBLISHED, ...TRANSLATIONS].map((language) => `${say(language)}\n`).join(''),
  };
}

/** In plain text; programs, told apart by the address, are told as they are of all else, in its language. */
export function refusalAnswer(refusal: Refusal, path = ''): Answer {
  const { status, headers, text } = told(refusal);
  if (!isForMachines(path)) return new Answer(status, headers, text);
  const { locale } = splitLocale(path);
  const { code, found = '', expected = '' } = refusal;
  const said = fill((labels(locale).refusals as Record<string, string>)[code]!, { found, expected });
  const body = problemBody(
    PROBLEM_OF[code] ?? problemOf(status),
    { locale, path },
    { detail: said, errors: [{ name: '', ...refusal, detail: said }] },
  );
  const open = isOpen(path) ? OPEN : {};
  return new Answer(status, { ...headers, ...open, 'content-type': PROBLEM }, JSON.stringify(body));
}
