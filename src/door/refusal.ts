import { fill, labelsIn, PUBLISHED, TRANSLATIONS, type Language } from '../locales/labels.ts';
import type { Refusal } from '../values/result.ts';
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

/** An address of programs: they are told in JSON. */
export function isForMachines(path: string): boolean {
  return /^\/(?:\w+\/)?api\//.test(path);
}

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
      ...(code === 'token-wrong' && { 'www-authenticate': 'Bearer' }),
    },
    text: [PUBLISHED, ...TRANSLATIONS].map((language) => `${say(language)}\n`).join(''),
  };
}

/** In plain text; machines, told apart by the address, are told in the shape in which all else refuses them. */
export function refusalAnswer(refusal: Refusal, path = ''): Answer {
  const { status, headers, text } = told(refusal);
  if (!isForMachines(path)) return new Answer(status, headers, text);
  const json = { ...headers, 'content-type': 'application/json' };
  return new Answer(
    status,
    json,
    JSON.stringify({ refusals: [{ ...refusal, sentence: text.trim().replaceAll('\n', ' ') }] }),
  );
}
