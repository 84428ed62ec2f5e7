import { findOfficer } from '../accounts/officers/storage.ts';
import { findUnit } from '../accounts/units/storage.ts';
import type { Database } from '../database/database.ts';
import { findEvents, type EventQuery } from '../events/storage.ts';
import { DAY, minuteOf, startOfDay, parseDay } from '../values/date.ts';

/** One line of the trail as auditors read and export it. */
export interface TrailLine {
  id: number;
  at: string;
  officer: string;
  unit: string;
  act: string;
  subject: string;
  address: string;
  detail: string;
}

export const TRAIL_PAGE = 100;

/** The filters of the address: officer by id, unit by id, act, one day in Shanghai, and the page. */
export function trailQuery(query: URLSearchParams): Omit<EventQuery, 'limit'> {
  const text = (name: string) => query.get(name)?.trim() || undefined;
  const day = text('day');
  const from = day === undefined ? null : startOfDay(parseDay(day) ?? day);
  const before = Number(text('before') ?? NaN);
  return {
    ...(text('officer') && { actor: text('officer') }),
    ...(text('unit') && { unit: text('unit') }),
    ...(text('act') && { act: text('act') }),
    ...(from !== null && { from, until: from + DAY }),
    ...(Number.isInteger(before) && { before }),
  };
}

export function trailLines(database: Database, query: Omit<EventQuery, 'limit'>, limit: number): TrailLine[] {
  return findEvents(database, { ...query, limit }).map(({ id, at, actor, act, subject, detail, unit, address }) => ({
    id,
    at: minuteOf(at),
    officer: findOfficer(database, actor)?.name ?? actor,
    unit: unit ? (findUnit(database, unit)?.name ?? unit) : '',
    act,
    subject,
    address: address ?? '',
    detail: JSON.stringify(detail),
  }));
}

/** As CSV for Excel: with a byte order mark, every cell quoted, and none that a sheet would run as a formula. */
export function trailCsv(lines: readonly TrailLine[], head: readonly string[]): string {
  const cell = (value: string) => `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
  const rows = lines.map(({ at, officer, unit, act, subject, address, detail }) => [
    at,
    officer,
    unit,
    act,
    subject,
    address,
    detail,
  ]);
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
