import { calendarOf, verdictsOf } from '../../clock/storage.ts';
import type { Locale } from '../../locales/labels.ts';
import type { Release } from '../../notices/release.ts';
import { dayOf } from '../../values/date.ts';
import type { Portal } from '../portal.ts';
import { tallyText, verdictLines, type VerdictLine } from './verdict-line.ts';

/** The statutory periods of one record. */
export interface RecordClock {
  lines: VerdictLine[];
  tally: string;
  /** The last day of the calendar of working days. */
  until: string;
}

export function recordClock(
  portal: Portal,
  ocid: string,
  speaking: readonly Release[],
  locale: Locale,
): RecordClock | null {
  const rows = verdictsOf(portal.database, ocid);
  if (rows.length === 0) return null;
  const lines = verdictLines(rows, dayOf(portal.now()), locale, explanationsIn(speaking));
  return lines.length === 0
    ? null
    : {
        lines,
        tally: tallyText(lines, locale),
        until: calendarOf(portal.database).until,
      };
}

/** What the unit said of its periods, the newest word on each. */
export function explanationsIn(speaking: readonly Release[]): Map<string, string> {
  return new Map(speaking.flatMap(({ content }) => content.explanations ?? []).map(({ rule, text }) => [rule, text]));
}
