import type { Database } from '../../database/database.ts';
import { newestBefore } from '../../notices/months/storage.ts';
import { DAY, dayNumber, dayOf, startOfDay } from '../../values/date.ts';
import { dayOfKey, firstKeyOf } from '../../values/order-key.ts';

/** Order keys from `from` on and before `until`, between which no more releases lie than one file may name. */
export interface Span {
  /** `2026-11`, and from the second of a month on `2026-11-2`. */
  name: string;
  from: number;
  until: number;
}

/** Every month in which something was published, newest first; nothing between them is read. */
export function monthSpans(database: Database, most: number): Span[] {
  const spans: Span[] = [];
  let newest = newestBefore(database, Number.MAX_SAFE_INTEGER);
  while (newest !== null) {
    const month = monthOfKey(newest);
    spans.push(...spansOf(database, month, most));
    newest = newestBefore(database, firstKeyOf(daysOf(month).first));
  }
  return spans;
}

/** The pieces of one month; none where it is no month. */
export function spansOf(database: Database, month: string, most: number): Span[] {
  const { first, next } = daysOf(month);
  const spans: Span[] = [];
  let held = most;
  for (let day = first; day < next; day++) {
    const from = firstKeyOf(day);
    const size = atMostOn(database, day);
    for (let at = 0; at < size; at += most) {
      const more = Math.min(most, size - at);
      const last = spans.at(-1);
      if (last && held + more <= most) {
        last.until = from + at + more;
        held += more;
      } else {
        const name = spans.length === 0 ? month : `${month}-${spans.length + 1}`;
        spans.push({ name, from: from + at, until: from + at + more });
        held = more;
      }
    }
  }
  return spans;
}

/** Keys of a day are counted up, so that the last one says how many there can be. */
function atMostOn(database: Database, day: number): number {
  const newest = newestBefore(database, firstKeyOf(day + 1));
  return newest === null || dayOfKey(newest) < day ? 0 : newest - firstKeyOf(day) + 1;
}

/** The number of a month's first day and that of the next month. */
function daysOf(month: string): { first: number; next: number } {
  const start = startOfDay(`${month}-01`);
  if (start === null) return { first: 0, next: 0 };
  const first = dayNumber(start);
  let next = first + 28;
  while (dayOf(start + (next - first) * DAY).startsWith(month)) next++;
  return { first, next };
}

function monthOfKey(key: number): string {
  return dayOf(dayOfKey(key) * DAY).slice(0, 7);
}
