import { permission } from '../../accounts/permissions.ts';
import { calendarOf, importedYears } from '../../clock/storage.ts';
import { fill, labels } from '../../locales/labels.ts';
import { importYear, type TypedYear } from '../../notices/import-year.ts';
import { hidden, shown, textOf, type Answer, type Asked } from './page.ts';

/** The days of rest that are known, and the form that takes in another year of them. */
export interface CalendarPage {
  covered: string;
  saved: string | null;
  typed: TypedYear;
  years: { year: number; source: string }[];
}

export async function calendarPage(asked: Asked): Promise<Answer<CalendarPage>> {
  const { database } = asked.office;
  const { actor, locale, now } = asked;
  if (permission(actor, 'calendar.import', { unit: null }, now) !== 'granted') return hidden;
  const t = labels(locale).clock.office;
  const form = await asked.form();
  const typed = form ? typedIn(form) : nextYear(calendarOf(database).until);
  const imported = form ? importYear(database, typed, actor.id, now) : null;
  const { from, until } = calendarOf(database);
  return shown(
    {
      covered: fill(t.covered, { from, until }),
      saved: imported?.ok
        ? fill(t.saved, { year: imported.value.year, n: imported.value.asked, m: imported.value.changed })
        : null,
      typed,
      years: importedYears(database),
    },
    imported && !imported.ok ? imported.refusals : [],
  );
}

function typedIn(form: FormData): TypedYear {
  return {
    year: textOf(form, 'year'),
    rest: textOf(form, 'rest'),
    work: textOf(form, 'work'),
    source: textOf(form, 'source'),
  };
}

function nextYear(until: string): TypedYear {
  return { year: String(Number(until.slice(0, 4)) + 1), rest: '', work: '', source: '' };
}
