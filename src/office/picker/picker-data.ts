import { knownYears } from '../../clock/storage.ts';
import type { Database } from '../../database/database.ts';
import { labels, type Locale } from '../../locales/labels.ts';
import { dayOf } from '../../values/date.ts';
import { weekdayNames } from '../../views/long-day.ts';
import { weekdays } from '../calendar/months.ts';
import type { KnownYears } from './month.ts';

/** What the calendar beside date boxes knows and says; a page carries it once, as JSON. */
export interface PickerData {
  today: string;
  /** Of those around this one. */
  years: KnownYears;
  /** 一 … 日, and 星期一 … 星期日 for whoever listens. */
  narrow: string[];
  weekdays: string[];
  words: ReturnType<typeof labels>['office']['form']['picker'];
}

export function pickerData(database: Database, now: number, locale: Locale): PickerData {
  const today = dayOf(now);
  const known = knownYears(database);
  const around = [-1, 0, 1, 2].map((more) => String(Number(today.slice(0, 4)) + more));
  const years = around.flatMap((year) => {
    const notice = known[year];
    return notice
      ? [[year, { rest: Object.values(notice.rest).flatMap((days) => days ?? []), work: notice.work }]]
      : [];
  });
  return {
    today,
    years: Object.fromEntries(years) as KnownYears,
    narrow: weekdays(locale),
    weekdays: weekdayNames(locale),
    words: labels(locale).office.form.picker,
  };
}
