import { dayLanguage, fill, labels, LOCALES, type Locale } from '../locales/labels.ts';
import { startOfDay, type Day } from '../values/date.ts';

const FORMATS = new Map(LOCALES.map((locale) => [locale, formats(dayLanguage(locale))]));

/** A day in full and its weekday: 2026年11月23日 星期一, Monday 23 November 2026. */
export function longDay(day: Day, locale: Locale): string {
  return fill(labels(locale).record.longDay, { day: fullDay(day, locale), weekday: weekdayOf(day, locale) });
}

/** A day in full: 2026年11月23日. */
export function fullDay(day: Day, locale: Locale): string {
  return FORMATS.get(locale)![0].format(startOfDay(day)!);
}

/** 11月23日. */
export function shortDay(day: Day, locale: Locale): string {
  return FORMATS.get(locale)![2].format(startOfDay(day)!);
}

/** 星期一. */
export function weekdayOf(day: Day, locale: Locale): string {
  return FORMATS.get(locale)![1].format(startOfDay(day)!);
}

/** 星期一 to 星期日. */
export function weekdayNames(locale: Locale): string[] {
  return ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'].map((day) =>
    weekdayOf(day, locale),
  );
}

function formats(language: string): [Intl.DateTimeFormat, Intl.DateTimeFormat, Intl.DateTimeFormat] {
  const timeZone = 'Asia/Shanghai';
  return [
    new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long' }),
    new Intl.DateTimeFormat(language, { timeZone, weekday: 'long' }),
    new Intl.DateTimeFormat(language, { timeZone, month: 'long', day: 'numeric' }),
  ];
}
