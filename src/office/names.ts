import { findOfficer } from '../accounts/officers/storage.ts';
import type { Database } from '../database/database.ts';
import { labels, language, type Locale } from '../locales/labels.ts';
import { findRegister } from '../registers/registers.ts';
import { minuteOf } from '../values/date.ts';

/** What officers and kinds are called on the pages of the office. */
export function officerName(database: Database, id: string | null): string {
  return (id && findOfficer(database, id)?.name) || id || '';
}

export function kindName(register: string, kind: string, locale: Locale): string {
  const found = findRegister(register)?.labels[language(locale)];
  return found ? `${found.name}·${found.kinds[kind] ?? kind}` : kind;
}

/** 11-24 09:30 of this year, with the year otherwise. */
export function shortMinute(at: number, now: number): string {
  const minute = minuteOf(at);
  return minute.slice(0, 4) === minuteOf(now).slice(0, 4) ? minute.slice(5) : minute;
}

export function actName(act: string, locale: Locale): string {
  return (labels(locale).office.draft.acts as Record<string, string>)[act] ?? act;
}
