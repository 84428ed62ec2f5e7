import reference from '../../db/seeds/reference/working-days.json' with { type: 'json' };
import { DAY, dayNumber, dayOf, startOfDay, type Day } from '../values/date.ts';

/**
 * The working days of China: weekdays without the holidays of the State Council's yearly notice, and the weekend
 * days that it makes up for them (调休上班). Beyond the years it holds nobody knows: answers are null, never a guess.
 */
export interface WorkingDays {
  /** First and last day that are covered. */
  readonly from: Day;
  readonly until: Day;
  /** Null outside the coverage. */
  isWorkingDay(day: Day): boolean | null;
}

/** One year's notice: days off by the name of the holiday, and made-up days, as `mm-dd`. */
export interface YearNotice {
  rest: Partial<Record<string, readonly string[]>>;
  work: readonly string[];
}

/** The years that come with the program. */
export const referenceYears: Readonly<Record<string, YearNotice>> = reference.years;
/** Days of these that were set right by the notice itself. */
export const correctedDays: readonly string[] = reference.corrected;

export function workingDays(years: Readonly<Record<string, YearNotice>> = referenceYears): WorkingDays {
  const kept = Object.keys(years).sort();
  const rest = new Set<string>();
  const work = new Set<string>();
  for (const [year, notice] of Object.entries(years)) {
    for (const day of Object.values(notice.rest).flat()) rest.add(`${year}-${day}`);
    for (const day of notice.work) work.add(`${year}-${day}`);
  }
  return {
    from: `${kept[0]}-01-01`,
    until: `${kept.at(-1)}-12-31`,
    isWorkingDay(day) {
      if (!(day.slice(0, 4) in years)) return null;
      if (work.has(day)) return true;
      const weekday = (dayNumber(startOfDay(day)!) + 4) % 7;
      return weekday !== 0 && weekday !== 6 && !rest.has(day);
    },
  };
}

/** The `count`th working day after a day, which is not counted itself (民法典 art. 201); null beyond the coverage. */
export function addWorkingDays(calendar: WorkingDays, day: Day, count: number): Day | null {
  let at = day;
  for (let left = count; left > 0;) {
    at = nextDay(at);
    const works = calendar.isWorkingDay(at);
    if (works === null) return null;
    if (works) left -= 1;
  }
  return at;
}

export function nextDay(day: Day): Day {
  return dayOf(startOfDay(day)! + DAY);
}
