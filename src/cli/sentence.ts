import { fill, labels, type Locale } from '../locales/labels.ts';
import type { Refusal } from '../values/result.ts';

/** A refusal in the operator's language. */
export function sentence({ code, path = '', found = '', expected = '' }: Refusal, locale: Locale): string {
  const sentences = labels(locale).refusals as Record<string, string>;
  return fill(sentences[code] ?? `${code} {path} {found}`, { path, found, expected });
}
