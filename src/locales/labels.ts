import { tableOf } from './table.ts';
import { en } from './en/en.ts';
import { zh, type Labels } from './zh/zh.ts';

export type { Labels };

/**
 * The languages labels are written in. Another one is a folder here, a line in this table, its locale in the next, and
 * a file of each register's own labels.
 */
const LANGUAGES = { zh, en } as const satisfies Record<string, Labels>;
export type Language = keyof typeof LANGUAGES;

/** How a reader may read. */
interface Reader {
  language: Language;
  /** Converted when the page is sent. */
  traditional?: true;
  /** What HTML calls it, `Intl` where days are written out, and previews of shared links (`og:locale`). */
  html: string;
  days: string;
  graph: string;
}

const READERS = {
  zh: { language: 'zh', html: 'zh-Hans', days: 'zh-CN', graph: 'zh_CN' },
  hant: { language: 'zh', traditional: true, html: 'zh-Hant', days: 'zh-CN', graph: 'zh_HK' },
  en: { language: 'en', html: 'en', days: 'en-GB', graph: 'en_GB' },
} as const satisfies Record<string, Reader>;
export type Locale = keyof typeof READERS;
export const LOCALES = Object.keys(READERS) as Locale[];

/** What notices, laws and names are published in: marked where a page speaks another language. */
export const PUBLISHED = 'zh' as const satisfies Language;
/** The languages that pages of `content/` are translated into. */
export const TRANSLATIONS = (Object.keys(LANGUAGES) as Language[]).filter((one) => one !== PUBLISHED);

const LABELS: Readonly<Record<Language, Labels>> = tableOf(LANGUAGES);

export function labels(locale: Locale): Labels {
  return LABELS[READERS[locale].language];
}

export function labelsIn(language: Language): Labels {
  return LABELS[language];
}

/** The language registers' labels are written in for a locale. */
export function language(locale: Locale): Language {
  return READERS[locale].language;
}

export function isTraditional(locale: Locale): boolean {
  return 'traditional' in READERS[locale];
}

/** The `lang` of a page in this locale. */
export function htmlLanguage(locale: Locale): string {
  return READERS[locale].html;
}

/** The `lang` of what was published, where it is not that of the page. */
export function contentLanguage(locale: Locale): string | undefined {
  return READERS[locale].language === PUBLISHED ? undefined : READERS[PUBLISHED].html;
}

/** The same of a text that may be in either: where it holds a Chinese character. */
export function textLanguage(text: string, locale: Locale): string | undefined {
  return /\p{Script=Han}/u.test(text) ? contentLanguage(locale) : undefined;
}

/** What previews of shared links call a locale. */
export function graphLanguage(locale: Locale): string {
  return READERS[locale].graph;
}

/** For `Intl`: how days are written. */
export function dayLanguage(locale: Locale): string {
  return READERS[locale].days;
}

/** Fills `{name}` in a label; of `{n:item|items}` stands the first for one, the second for any other number. */
export function fill(label: string, values: Record<string, string | number>): string {
  return label.replace(/\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}/g, (whole, name: string, one?: string, more?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return one === undefined ? String(value) : String(value) === '1' ? one : more!;
  });
}
