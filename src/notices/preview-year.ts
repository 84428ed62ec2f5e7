import { coversOf } from '../clock/coverage.ts';
import { knownYears, recordsAcross, verdictsOf, type VerdictRow } from '../clock/storage.ts';
import { nextDay, workingDays, type WorkingDays } from '../clock/working-days.ts';
import type { Database } from '../database/database.ts';
import { canonicalJson } from '../values/canonical.ts';
import type { Day } from '../values/date.ts';
import { compile } from './compile.ts';
import type { ReadYear } from './import-year.ts';
import { judgeRecord } from './judging.ts';
import { releasesOf } from './storage.ts';

/** What taking a year in would change; nothing is written. */
export interface YearPreview {
  /** Days that would change sides, of a year that is here already. */
  days: Day[];
  /** Verdicts that would read otherwise. */
  changes: { before: VerdictRow; after: VerdictRow }[];
  /** Verdicts of which only the days or the count would. */
  onlyDays: number;
  /** How many records were judged, and whether that were all. */
  asked: number;
  isWhole: boolean;
}

/** Records: a preview holds a page up, and stops before readers notice. */
const MOST = 3_000;

export function previewYear(database: Database, { year, notice }: ReadYear): YearPreview {
  const known = knownYears(database);
  const calendar = workingDays({ ...known, [year]: notice });
  const covers = coversOf(database);
  const ocids = recordsAcross(database, `${year}-01-01`, `${year}-12-31`);
  const preview: YearPreview = {
    days: year in known ? changedDays(year, workingDays(known), calendar) : [],
    changes: [],
    onlyDays: 0,
    asked: Math.min(ocids.length, MOST),
    isWhole: ocids.length <= MOST,
  };
  for (const ocid of ocids.slice(0, MOST)) {
    const releases = releasesOf(database, ocid);
    const rows = new Map(judgeRecord(releases, compile(releases), calendar, covers).map((row) => [keyOf(row), row]));
    for (const before of verdictsOf(database, ocid)) {
      const after = rows.get(keyOf(before));
      if (!after || canonicalJson(before) === canonicalJson(after)) continue;
      if (before.verdict === after.verdict) preview.onlyDays += 1;
      else preview.changes.push({ before, after });
    }
  }
  return preview;
}

function keyOf({ rule, triggerRelease }: VerdictRow): string {
  return `${rule} ${triggerRelease}`;
}

function changedDays(year: number, before: WorkingDays, after: WorkingDays): Day[] {
  const days: Day[] = [];
  for (let day: Day = `${year}-01-01`; day <= `${year}-12-31`; day = nextDay(day))
    if (before.isWorkingDay(day) !== after.isWorkingDay(day)) days.push(day);
  return days;
}
