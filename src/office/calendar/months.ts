import { nextDay, workingDays, type YearNotice } from '../../clock/working-days.ts';
import { dayLanguage, type Locale } from '../../locales/labels.ts';
import { startOfDay, type Day } from '../../values/date.ts';

/** A year as twelve tables of weeks that begin on Monday. */
export interface Month {
  name: string;
  /** Null where the month has no day in that place. */
  weeks: (YearDay | null)[][];
}

export interface YearDay {
  day: number;
  /** A holiday, a weekend day on which people work, an ordinary weekend, an ordinary day. */
  is: 'rest' | 'work' | 'weekend' | 'plain';
  /** The change at hand makes it another. */
  isChanged: boolean;
}

export function monthsOf(year: number, notice: YearNotice, changed: readonly Day[], locale: Locale): Month[] {
  const rest = new Set(Object.values(notice.rest).flat());
  const name = new Intl.DateTimeFormat(dayLanguage(locale), { timeZone: 'UTC', month: 'long' });
  return Array.from({ length: 12 }, (_, month) => {
    const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    const before = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7;
    const cells = Array.from({ length: Math.ceil((before + count) / 7) * 7 }, (_unused, at): YearDay | null => {
      const day = at - before + 1;
      if (day < 1 || day > count) return null;
      const text = `${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      const is = rest.has(text) ? 'rest' : notice.work.includes(text) ? 'work' : at % 7 > 4 ? 'weekend' : 'plain';
      return { day, is, isChanged: changed.includes(`${year}-${text}`) };
    });
    return {
      name: name.format(Date.UTC(year, month, 1)),
      weeks: Array.from({ length: cells.length / 7 }, (_unused, week) => cells.slice(week * 7, week * 7 + 7)),
    };
  });
}

/** 一 … 日. */
export function weekdays(locale: Locale): string[] {
  const name = new Intl.DateTimeFormat(dayLanguage(locale), { timeZone: 'UTC', weekday: 'narrow' });
  // A Monday.
  return Array.from({ length: 7 }, (_, at) => name.format(Date.UTC(2024, 0, 1 + at)));
}

export function countWorkingDays(year: number, notice: YearNotice): number {
  const calendar = workingDays({ [year]: notice });
  let count = 0;
  for (let day: Day = `${year}-01-01`; startOfDay(day)! <= startOfDay(`${year}-12-31`)!; day = nextDay(day))
    if (calendar.isWorkingDay(day)) count += 1;
  return count;
}
