import type { Database } from '../database/database.ts';
import type { Day } from '../values/date.ts';
import type { Verdict } from './judge.ts';
import { referenceYears, workingDays, type WorkingDays, type YearNotice } from './working-days.ts';

/** One period of one record, as reckoned. Days are `yyyy-mm-dd`. */
export interface VerdictRow {
  ocid: string;
  rule: string;
  /** The release that started the period. */
  triggerRelease: number;
  register: string;
  unit: string;
  verdict: Verdict;
  /** Why data are missing, or the rule does not apply: a key of `locales` `clock.missing`. */
  reason: string | null;
  triggerOn: Day | null;
  targetOn: Day | null;
  targetRelease: number | null;
  without: number | null;
  inclusive: number | null;
  dueOn: Day | null;
  publication: boolean;
  /** Of a rule that counts or compares: the number, in the unit of the rule. */
  measured: number | null;
}

/** A row as it is stored. */
export type Stored = Omit<VerdictRow, 'publication'> & { publication: number };
export const COLUMNS =
  'ocid, rule, trigger_release AS triggerRelease, register, unit, verdict, reason, trigger_on AS triggerOn, target_on AS targetOn, target_release AS targetRelease, without, inclusive, due_on AS dueOn, publication, measured';

/**
 * Replaces the verdicts of a record; one that is new (`had` false) has none to replace. What stays as it was is not
 * written; whether anything was.
 */
export function saveVerdicts(database: Database, ocid: string, rows: readonly VerdictRow[], had = true): boolean {
  const keyOf = ({ rule, triggerRelease }: Pick<VerdictRow, 'rule' | 'triggerRelease'>) => `${rule} ${triggerRelease}`;
  const stored = had ? database.all<Stored>(`SELECT ${COLUMNS} FROM verdicts WHERE ocid = ?`, ocid).map(toRow) : [];
  const gone = new Map(stored.map((row) => [keyOf(row), row]));
  let isSame = true;
  for (const row of rows) {
    const before = gone.get(keyOf(row));
    gone.delete(keyOf(row));
    if (before && says(before, row)) continue;
    isSame = false;
    database.run(
      'INSERT OR REPLACE INTO verdicts (ocid, rule, trigger_release, register, unit, verdict, reason, trigger_on, target_on, target_release, without, inclusive, due_on, publication, measured) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ocid,
      row.rule,
      row.triggerRelease,
      row.register,
      row.unit,
      row.verdict,
      row.reason,
      row.triggerOn,
      row.targetOn,
      row.targetRelease,
      row.without,
      row.inclusive,
      row.dueOn,
      row.publication ? 1 : 0,
      row.measured,
    );
  }
  for (const { rule, triggerRelease } of gone.values())
    database.run(
      'DELETE FROM verdicts WHERE ocid = ? AND rule = ? AND trigger_release = ?',
      ocid,
      rule,
      triggerRelease,
    );
  return !isSame || gone.size > 0;
}

function says(before: VerdictRow, row: VerdictRow): boolean {
  return (Object.keys(before) as (keyof VerdictRow)[]).every((name) => before[name] === row[name]);
}

export function clearVerdicts(database: Database): void {
  database.handle.exec('DELETE FROM verdicts');
}

export function verdictsOf(database: Database, ocid: string): VerdictRow[] {
  return database
    .all<Stored>(`SELECT ${COLUMNS} FROM verdicts WHERE ocid = ? ORDER BY trigger_on, rule, trigger_release`, ocid)
    .map(toRow);
}

/** Of several records; for the one line of lists. */
export function verdictsOfRecords(database: Database, ocids: readonly string[]): VerdictRow[] {
  return database
    .all<Stored>(
      `SELECT ${COLUMNS} FROM verdicts WHERE ocid IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ocids),
    )
    .map(toRow);
}

/** What comes due from one day to another, soonest first. */
export function dueBetween(
  database: Database,
  from: Day,
  until: Day,
  { unit, limit }: { unit?: string; limit: number },
): VerdictRow[] {
  return database
    .all<Stored>(
      `SELECT ${COLUMNS} FROM verdicts WHERE verdict = 'running' AND due_on BETWEEN ? AND ?${unit === undefined ? '' : ' AND unit = ?'} ORDER BY due_on, ocid, rule, trigger_release LIMIT ?`,
      from,
      until,
      ...(unit === undefined ? [] : [unit]),
      limit,
    )
    .map(toRow);
}

/** How many periods of each rule were judged, by verdict as reckoned. */
export function judgedCounts(database: Database): { rule: string; count: number }[] {
  return database.all('SELECT rule, count(*) AS count FROM verdicts GROUP BY rule');
}

/** Records with a period of one of these rules. */
export function recordsUnder(database: Database, rules: readonly string[]): string[] {
  return database
    .all<{ ocid: string }>(
      'SELECT DISTINCT ocid FROM verdicts WHERE rule IN (SELECT value FROM json_each(?)) ORDER BY ocid',
      JSON.stringify(rules),
    )
    .map(({ ocid }) => ocid);
}

/**
 * Records with a period that runs over one of these days, or that ran out of the calendar: theirs are the verdicts
 * that a change of the calendar can touch. A limit may roll, so it reaches a little beyond its day.
 */
export function recordsAcross(database: Database, from: Day, until: Day): string[] {
  return database
    .all<{ ocid: string }>(
      `SELECT DISTINCT ocid FROM verdicts
     WHERE trigger_on IS NOT NULL AND trigger_on <= ? AND (verdict = 'uncovered' OR max(ifnull(target_on, ''), ifnull(due_on, '')) >= ?) ORDER BY ocid`,
      until,
      from,
    )
    .map(({ ocid }) => ocid);
}

export function appliedRules(database: Database): Map<string, string> {
  return new Map(
    database
      .all<{ rule: string; hash: string }>('SELECT rule, hash FROM rules_applied')
      .map(({ rule, hash }) => [rule, hash]),
  );
}

export function saveAppliedRules(database: Database, rules: ReadonlyMap<string, string>): void {
  database.run('DELETE FROM rules_applied');
  for (const [rule, hash] of rules) database.run('INSERT INTO rules_applied (rule, hash) VALUES (?, ?)', rule, hash);
}

// ── Coverage ──────────────────────────────────────────────────────────────────

/**
 * What the portal takes whole: all that a medium publishes first, or a unit wherever, in one register and some days.
 * Only there does it say of a notice that it is owed and absent; elsewhere it says 本站未见.
 */
export interface Coverage {
  id: number;
  register: string;
  /** One of the two. */
  medium: string | null;
  unit: string | null;
  /** Both included; null: until further notice. */
  from: Day;
  until: Day | null;
  declaredAt: number;
  declaredBy: string;
}

const COVERAGE =
  'id, register, medium, unit, from_day AS "from", until_day AS until, declared_at AS declaredAt, declared_by AS declaredBy';

export function coverages(database: Database): Coverage[] {
  return database.all(`SELECT ${COVERAGE} FROM coverage ORDER BY register, medium, unit, from_day`);
}

export function findCoverage(database: Database, id: number): Coverage | undefined {
  return database.get(`SELECT ${COVERAGE} FROM coverage WHERE id = ?`, id);
}

export function saveCoverage(
  database: Database,
  { register, medium, unit, from, until, declaredAt, declaredBy }: Omit<Coverage, 'id'>,
): void {
  database.run(
    'INSERT INTO coverage (register, medium, unit, from_day, until_day, declared_at, declared_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    register,
    medium,
    unit,
    from,
    until,
    declaredAt,
    declaredBy,
  );
}

export function endCoverage(database: Database, id: number, until: Day): void {
  database.run('UPDATE coverage SET until_day = ? WHERE id = ?', until, id);
}

// ── The calendar ──────────────────────────────────────────────────────────────

export interface KeptYear {
  year: number;
  notice: YearNotice;
  source: string;
  importedAt: number;
  importedBy: string;
}

export function importedYears(database: Database): KeptYear[] {
  return database
    .all<Omit<KeptYear, 'notice'> & { notice: string }>(
      'SELECT year, notice, source, imported_at AS importedAt, imported_by AS importedBy FROM calendar_years ORDER BY year',
    )
    .map((row) => ({ ...row, notice: JSON.parse(row.notice) as YearNotice }));
}

export function saveYear(database: Database, { year, notice, source, importedAt, importedBy }: KeptYear): void {
  database.run(
    'INSERT OR REPLACE INTO calendar_years (year, notice, source, imported_at, imported_by) VALUES (?, ?, ?, ?, ?)',
    year,
    JSON.stringify(notice),
    source,
    importedAt,
    importedBy,
  );
}

/** The working days known here: those that came with the program, and the years imported since, which stand over them. */
export function calendarOf(database: Database): WorkingDays {
  const stamp = database.get<{ stamp: string }>(
    "SELECT ifnull(group_concat(year || notice), '') AS stamp FROM calendar_years",
  )!.stamp;
  const before = remembered.get(database);
  if (before?.stamp === stamp) return before.calendar;
  const calendar = workingDays(knownYears(database));
  remembered.set(database, { stamp, calendar });
  return calendar;
}

/** What every year's notice says, by year. */
export function knownYears(database: Database): Readonly<Record<string, YearNotice>> {
  const imported = Object.fromEntries(importedYears(database).map(({ year, notice }) => [String(year), notice]));
  return { ...referenceYears, ...imported };
}

const remembered = new WeakMap<Database, { stamp: string; calendar: WorkingDays }>();

export function toRow(row: Stored): VerdictRow {
  return Object.assign(row, { publication: row.publication === 1 });
}
