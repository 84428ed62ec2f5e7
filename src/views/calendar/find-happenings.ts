import { dueBetween, verdictsOfRecords } from '../../clock/storage.ts';
import type { Locale } from '../../locales/labels.ts';
import { ocidsWithDates } from '../../notices/dates/storage.ts';
import type { RecordRow } from '../../notices/release.ts';
import { findRecords } from '../../notices/storage.ts';
import { DAY, startOfDay, type Day } from '../../values/date.ts';
import { regionsIn } from '../../values/region.ts';
import { happeningsOf, type Happening } from '../clock/happenings.ts';
import { saidDates } from '../clock/said-dates.ts';
import type { Portal } from '../portal.ts';
import type { CalendarFilter } from './parameters.ts';

/** Records whose dates are looked at for one answer. */
const MOST = 5_000;

export interface FoundHappenings {
  happenings: Happening[];
  /** More records have a date in these days than are looked at. */
  isCut: boolean;
}

/** Everything between two days, both included, in the order of time. Page, tables and feeds ask here. */
export function happeningsBetween(
  portal: Portal,
  { from, to }: { from: Day; to: Day },
  { register, region, kind }: CalendarFilter,
  locale: Locale,
): FoundHappenings {
  const { database } = portal;
  const [first, last] = [startOfDay(from)!, startOfDay(to)! + DAY - 1];
  const regions = region === undefined ? undefined : regionsIn(region);
  const dated = ocidsWithDates(database, { from: first, until: last, register, regions, limit: MOST });
  const due = dueBetween(database, from, to, { limit: MOST });
  const records = findRecords(database, [...new Set([...dated, ...due.map(({ ocid }) => ocid)])]).filter(
    (record) =>
      (register === undefined || record.register === register) &&
      (regions === undefined || regions.includes(record.region)),
  );
  const happenings = allHappenings(portal, records, locale)
    .filter((one) => one.at >= first && one.at <= last && (kind === undefined || isOf(one, kind)))
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return { happenings, isCut: dated.length === MOST || due.length === MOST };
}

export function isOf(one: Happening, kind: Happening['kind']): boolean {
  return one.kind === kind || (kind === 'opens' && one.isOpening);
}

/** Every date of these records. */
export function allHappenings(
  { database, now }: Pick<Portal, 'database' | 'now'>,
  records: readonly RecordRow[],
  locale: Locale,
): Happening[] {
  const ocids = records.map(({ ocid }) => ocid);
  const verdicts = Map.groupBy(verdictsOfRecords(database, ocids), ({ ocid }) => ocid);
  const said = saidDates(database, ocids);
  return records.flatMap((record) =>
    happeningsOf(record, verdicts.get(record.ocid) ?? [], locale, now(), said.get(record.ocid)),
  );
}
