import { fill, labels } from '../locales/labels.ts';
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

/** In plain text and both languages: whoever sees it has come to no page, and its language is unknown. */
export function refusalAnswer({ code, found = '', expected = '' }: Refusal): Answer {
  const say = (locale: 'zh' | 'en') =>
    fill((labels(locale).refusals as Record<string, string>)[code]!, { found, expected });
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return new Answer(
    STATUS[code]!,
    code === 'method-not-allowed' ? { ...headers, allow: expected } : headers,
    `${say('zh')}\n${say('en')}\n`,
  );
}
