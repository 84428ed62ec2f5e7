import { calendarOf, importedYears } from '../../clock/storage.ts';
import { correctedDays, referenceYears } from '../../clock/working-days.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { Day } from '../../values/date.ts';
import type { Portal } from '../portal.ts';

/** Which days nobody works, and which weekend days everybody does: what working days are counted by. */
export interface HolidaysPage {
  from: Day;
  until: Day;
  /** Newest first. */
  years: {
    year: string;
    source: string;
    /** `mm-dd`, by the name of the holiday as it was announced. */
    rest: { name: string; days: readonly string[] }[];
    restDays: number;
    work: readonly string[];
  }[];
}

export function holidaysPage({ database }: Pick<Portal, 'database'>, locale: Locale): HolidaysPage {
  const imported = new Map(importedYears(database).map((year) => [String(year.year), year]));
  const { from, until } = calendarOf(database);
  const years = [...new Set([...Object.keys(referenceYears), ...imported.keys()])].sort().toReversed();
  return {
    from,
    until,
    years: years.map((year) => {
      const kept = imported.get(year);
      const { rest, work } = kept?.notice ?? referenceYears[year]!;
      const named = Object.entries(rest).map(([name, days]) => ({ name, days: days ?? [] }));
      return {
        year,
        source: kept ? kept.source : builtInSource(year, locale),
        rest: named,
        restDays: named.reduce((sum, { days }) => sum + days.length, 0),
        work,
      };
    }),
  };
}

/** Of a year that came with the program. */
function builtInSource(year: string, locale: Locale): string {
  const { clock, record } = labels(locale);
  const { notice, reference, corrected } = clock.methodPage;
  const days = correctedDays.filter((day) => day.startsWith(year));
  return [fill(notice, { year }), reference, ...days.map((day) => fill(corrected, { day }))].join(record.semicolon);
}
