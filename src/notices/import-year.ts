import { calendarOf, saveYear } from '../clock/storage.ts';
import type { YearNotice } from '../clock/working-days.ts';
import type { Database } from '../database/database.ts';
import { recordEvent } from '../events/storage.ts';
import { startOfDay } from '../values/date.ts';
import { done, refuse, type Refusal, type Result } from '../values/result.ts';
import { rejudgeDays } from './rejudge.ts';

/** The State Council's notice for a year, as an officer types it. */
export interface TypedYear {
  year: string;
  /** A line each: 元旦 01-01 01-02 01-03. */
  rest: string;
  /** 01-04 02-14. */
  work: string;
  source: string;
}

/** A year as it was understood. */
export interface ReadYear {
  year: number;
  notice: YearNotice;
  source: string;
}

/**
 * Takes a year into the calendar of working days and judges anew the records it touches, in one transaction. A year
 * that is there already is replaced. Refusals: those of `readYear`. Returns how many records were asked and how many
 * verdicts of records changed.
 */
export function importYear(
  database: Database,
  typed: TypedYear,
  by: string,
  now: number,
): Result<{ year: number; asked: number; changed: number }> {
  const read = readYear(database, typed);
  if (!read.ok) return read;
  const { year, notice, source } = read.value;
  return database.transaction(() => {
    saveYear(database, { year, notice, source, importedAt: now, importedBy: by });
    const { asked, changed } = rejudgeDays(database, `${year}-01-01`, `${year}-12-31`);
    recordEvent(database, {
      at: now,
      actor: by,
      act: 'calendar.import',
      subject: `calendar:${year}`,
      detail: { asked, changed },
    });
    return done({ year, asked, changed });
  });
}

/** Refusals: `calendar-year` (neither covered nor the next), `calendar-day`, `calendar-twice`, `missing`. */
export function readYear(database: Database, typed: TypedYear): Result<ReadYear> {
  const year = Number(typed.year);
  const { from, until } = calendarOf(database);
  const refusals: Refusal[] = [];
  // A gap between years would be a silent guess about the days in it.
  if (!/^\d{4}$/.test(typed.year) || year < Number(from.slice(0, 4)) || year > Number(until.slice(0, 4)) + 1)
    refusals.push({
      code: 'calendar-year',
      path: 'year',
      found: typed.year,
      expected: `${from.slice(0, 4)}—${Number(until.slice(0, 4)) + 1}`,
    });
  if (typed.source.trim() === '') refusals.push({ code: 'missing', path: 'source' });
  const rest: Record<string, string[]> = {};
  for (const line of typed.rest
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [name = '', ...days] = line.split(/[\s,，、]+/);
    if (days.length === 0) refusals.push({ code: 'calendar-day', path: 'rest', found: line });
    rest[name] = days;
  }
  const work = typed.work.split(/[\s,，、]+/).filter(Boolean);
  if (Object.keys(rest).length === 0) refusals.push({ code: 'missing', path: 'rest' });
  const all = [
    ...Object.values(rest)
      .flat()
      .map((day) => ['rest', day] as const),
    ...work.map((day) => ['work', day] as const),
  ];
  for (const [path, day] of all) {
    if (!/^\d{2}-\d{2}$/.test(day) || startOfDay(`${typed.year}-${day}`) === null)
      refusals.push({ code: 'calendar-day', path, found: day });
    else if (all.filter(([, other]) => other === day).length > 1 && !refusals.some(({ found }) => found === day))
      refusals.push({ code: 'calendar-twice', path, found: day });
  }
  return refusals.length > 0
    ? refuse(...refusals)
    : done({ year, notice: { rest, work }, source: typed.source.trim() });
}
