import { fill, labels, type Locale } from '../../locales/labels.ts';
import { CARD_CHARACTERS, clipped } from './clipped.ts';

/** What search engines, chat previews and shared links see of a page. It never says more than the page does. */
export interface Outside {
  /** Without the portal's name. */
  title: string;
  description: string;
  /** Of a page that was published: ISO 8601, Shanghai. */
  times?: { published?: string; modified: string } | undefined;
  /** The address of its picture, without a language. */
  picture?: string | undefined;
  /** What the page is, as schema.org says it. */
  data?: object | undefined;
}

/** 工程建设：施工，秦州区: a list with what narrows it. */
export function narrowedTitle(title: string, conditions: readonly string[], locale: Locale): string {
  const { comma, colon } = labels(locale).record;
  return conditions.length === 0 ? title : title + colon + conditions.join(comma);
}

/** 湖滨路改造：中标，某公司，¥32,145,000.00（2026-10-30）. What follows the colon is left out where nothing does. */
export function datedTitle(title: string, facts: readonly string[], day: string | null, locale: Locale): string {
  const { bracketed } = labels(locale).record;
  return narrowedTitle(title, facts, locale) + (day === null ? '' : fill(bracketed, { text: day }));
}

/** Facts as one sentence, as many as a preview shows; each is whole but the first, which may be too long by itself. */
export function described(facts: readonly (string | null | undefined)[], locale: Locale): string {
  const { semicolon, stop } = labels(locale).record;
  let text = '';
  for (const fact of facts) {
    if (!fact) continue;
    const bare = fact.replace(/\s+/g, ' ').replace(/[。.；;]$/, '');
    const longer = text === '' ? bare : text + semicolon + bare;
    if (text !== '' && longer.length + stop.length > CARD_CHARACTERS) continue;
    text = longer;
  }
  return text === '' ? '' : clipped(text + stop);
}
