import { fill, labelsIn, PUBLISHED, TRANSLATIONS, type Language } from '../locales/labels.ts';
import type { Refusal } from '../values/result.ts';
import { Answer } from './answer.ts';

/** The statuses of what is refused before a page is asked; the sentences are `refusals` of the locales. */
const STATUS: Record<string, number> = {
  'no-host': 400,
  'bad-address': 400,
  'method-not-allowed': 405,
  'body-too-large': 413,
  'cross-site': 403,
  'unknown-host': 421,
  broken: 500,
  'too-many': 503,
};

/** In plain text and every language: whoever sees it has come to no page, and its language is unknown. */
export function refusalAnswer({ code, found = '', expected = '' }: Refusal): Answer {
  const say = (language: Language) =>
    fill((labelsIn(language).refusals as Record<string, string>)[code]!, { found, expected });
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return new Answer(
    STATUS[code]!,
    code === 'method-not-allowed' ? { ...headers, allow: expected } : headers,
    [PUBLISHED, ...TRANSLATIONS].map((language) => `${say(language)}\n`).join(''),
  );
}
