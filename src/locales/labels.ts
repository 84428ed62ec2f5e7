import { en } from './en.ts';
import { zh } from './zh.ts';

/** `hant` is `zh` converted when the page is sent. */
export const LOCALES = ['zh', 'hant', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export type Labels = typeof zh;

export function labels(locale: Locale): Labels {
  return locale === 'en' ? en : zh;
}

/** The language registers' labels are written in for a locale. */
export function language(locale: Locale): 'zh' | 'en' {
  return locale === 'en' ? 'en' : 'zh';
}

/** Fills `{name}` in a label. */
export function fill(label: string, values: Record<string, string | number>): string {
  return label.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
