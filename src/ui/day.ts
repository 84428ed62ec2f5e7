import { contentLanguage, dayLanguage, type Locale } from '../locales/labels.ts';
import { dayOf, minuteOf, startOfDay, type Day } from '../values/date.ts';

export interface DayStyle {
  /** UTC ms. When given, the year is left out if it is this one, and today is named. */
  now?: number;
  /** The word for today; without it the day is printed. */
  today?: string;
  /** `known`: not at midnight, for many sources print the day alone, and nobody said that minute. */
  time?: boolean | 'known';
  /** Whose reader; that of notices where none is named. */
  locale?: Locale;
}

/** A moment as it is printed in Shanghai: `2026-11-20`, `11-20 09:30`, `今天 10:12`; in English `20 Nov 09:30`. */
export function dayText(at: number, { now, today, time = false, locale }: DayStyle = {}): string {
  const [day, minute] = minuteOf(at).split(' ') as [string, string];
  const clock = hasClock(at, time) ? ` ${minute}` : '';
  if (now === undefined) return `${day}${clock}`;
  if (today && day === dayOf(now)) return `${today}${clock}`;
  return `${day.slice(0, 4) === dayOf(now).slice(0, 4) ? ofThisYear(day, locale) : day}${clock}`;
}

/** 12-01 is the twelfth of January to most who do not read Chinese. */
export function ofThisYear(day: Day, locale?: Locale): string {
  if (locale === undefined || contentLanguage(locale) === undefined) return day.slice(5);
  const format = { timeZone: 'Asia/Shanghai', month: 'short', day: 'numeric' } as const;
  return new Intl.DateTimeFormat(dayLanguage(locale), format).format(startOfDay(day)!);
}

export function hasClock(at: number, time: DayStyle['time'] = false): boolean {
  return time === 'known' ? !minuteOf(at).endsWith(' 00:00') : time;
}
