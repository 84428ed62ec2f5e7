import type { VerdictRow } from '../../clock/storage.ts';
import type { Database } from '../../database/database.ts';
import { labels, type Locale } from '../../locales/labels.ts';
import type { YearPreview } from '../../notices/preview-year.ts';
import { findRecord } from '../../notices/storage.ts';
import { partyNames } from '../../parties/storage.ts';
import type { Day } from '../../values/date.ts';
import { href, pathOf } from '../../views/address.ts';
import { verdictLine, type VerdictLine } from '../../views/clock/verdict-line.ts';

/** One verdict that a change of the calendar turns over, as the public reads it now and would read it then. */
export interface ChangeLine {
  title: string;
  href: string;
  /** Which period, and by which law. */
  period: string;
  before: Told;
  after: Told;
  unit: string;
}

type Told = Pick<VerdictLine, 'tone' | 'word' | 'count'>;

export function changeLines(
  database: Database,
  changes: YearPreview['changes'],
  today: Day,
  locale: Locale,
): ChangeLine[] {
  const names = partyNames(
    database,
    changes.map(({ after }) => after.unit),
  );
  const line = (row: VerdictRow) => verdictLine(row, today, locale);
  return changes.flatMap((change) => {
    const [before, after] = [line(change.before), line(change.after)];
    const record = findRecord(database, change.after.ocid);
    if (!before || !after || !record) return [];
    return {
      title: record.title,
      href: href(locale, pathOf(record)),
      period: [after.title, after.dates, after.law].filter(Boolean).join(labels(locale).record.comma),
      before,
      after,
      unit: names.get(change.after.unit) ?? '',
    };
  });
}
