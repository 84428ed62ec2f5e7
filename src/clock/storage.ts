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

type Stored = Omit<VerdictRow, 'publication'> & { publication: number };
const COLUMNS =
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

/** Longest owed first, lately due first, or unit by unit. */
export const OWED_ORDERS = ['longest', 'latest', 'unit'] as const;
export type OwedOrder = (typeof OWED_ORDERS)[number];

export interface OwedQuery {
  /** By which rules: one that was not compared with its source must never be mixed with those that were. */
  rules: readonly string[];
  unit?: string | undefined;
  register?: string | undefined;
  /** A division and what lies in it. */
  region?: string | undefined;
  order?: OwedOrder;
  skip?: number;
  limit: number;
}

const OWED = "verdict = 'running' AND publication = 1 AND due_on < ? AND rule IN (SELECT value FROM json_each(?))";

const ORDER: Record<OwedOrder, string> = {
  longest: 'due_on, ocid, rule, trigger_release',
  latest: 'due_on DESC, ocid, rule, trigger_release',
  unit: 'unit, due_on, ocid, rule, trigger_release',
};

function owedWhere(
  today: Day,
  { rules, unit, register, region }: Pick<OwedQuery, 'rules' | 'unit' | 'register' | 'region'>,
): { where: string; values: string[] } {
  const conditions = [
    [OWED, today, JSON.stringify(rules)],
    ...(unit === undefined ? [] : [['unit = ?', unit]]),
    ...(register === undefined ? [] : [['register = ?', register]]),
    ...(region === undefined
      ? []
      : [
          [
            "EXISTS (SELECT 1 FROM record_facets f WHERE f.ocid = verdicts.ocid AND f.facet = 'region' AND f.value = ?)",
            region,
          ],
        ]),
  ];
  return {
    where: conditions.map(([condition]) => condition).join(' AND '),
    values: conditions.flatMap(([, ...given]) => given as string[]),
  };
}

/** What was owed to the public by `today` and is absent; and how many in all. */
export function owedBefore(
  database: Database,
  today: Day,
  { rules, unit, register, region, order: by = 'longest', skip = 0, limit }: OwedQuery,
): { rows: VerdictRow[]; total: number } {
  const { where, values } = owedWhere(today, { rules, unit, register, region });
  const order = ORDER[by];
  return {
    rows: database
      .all<Stored>(
        `SELECT ${COLUMNS} FROM verdicts WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
        ...values,
        limit,
        skip,
      )
      .map(toRow),
    total: database.get<{ n: number }>(`SELECT count(*) AS n FROM verdicts WHERE ${where}`, ...values)!.n,
  };
}

/** The same, what came due last first; `before` names the last row of the page before, which may be owed no more. */
export function owedNewest(
  database: Database,
  today: Day,
  {
    rules,
    unit,
    register,
    region,
    limit,
    before,
  }: OwedQuery & { before?: { dueOn: Day; trigger: number; rule: string } | undefined },
): VerdictRow[] {
  const { where, values } = owedWhere(today, { rules, unit, register, region });
  return database
    .all<Stored>(
      `SELECT ${COLUMNS} FROM verdicts WHERE ${where} AND (? IS NULL OR (due_on, trigger_release, rule) < (?, ?, ?))
       ORDER BY due_on DESC, trigger_release DESC, rule DESC LIMIT ?`,
      ...values,
      before?.dueOn ?? null,
      before?.dueOn ?? null,
      before?.trigger ?? null,
      before?.rule ?? null,
      limit,
    )
    .map(toRow);
}

/** By unit: how much is owed past its day, of how much that was due or done, and since when. */
export function owedByUnit(
  database: Database,
  today: Day,
  rules: readonly string[],
): { unit: string; due: number; owed: number; oldest: Day }[] {
  return database.all(
    `SELECT unit, count(*) AS due, sum(verdict = 'running') AS owed, min(CASE verdict WHEN 'running' THEN due_on END) AS oldest
     FROM verdicts WHERE unit IN (SELECT unit FROM verdicts WHERE ${OWED}) AND publication = 1
       AND rule IN (SELECT value FROM json_each(?)) AND (verdict IN ('kept', 'broken') OR verdict = 'running' AND due_on < ?)
     GROUP BY unit ORDER BY owed DESC, oldest, unit`,
    today,
    JSON.stringify(rules),
    JSON.stringify(rules),
    today,
  );
}

/** The divisions in which something is owed past its day, and those around them. */
export function owedRegions(database: Database, today: Day, rules: readonly string[]): string[] {
  return database
    .all<{ value: string }>(
      `SELECT DISTINCT f.value FROM verdicts v JOIN record_facets f ON f.ocid = v.ocid AND f.facet = 'region' WHERE ${OWED} ORDER BY f.value`,
      today,
      JSON.stringify(rules),
    )
    .map(({ value }) => value);
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

/** A verdict as it reads today: a running limit that has run out is `owed`, or `lapsed` where nothing can be said of it. */
const READ =
  "CASE WHEN verdict = 'running' AND due_on < ? THEN CASE publication WHEN 1 THEN 'owed' ELSE 'lapsed' END ELSE verdict END";

/** Counts by rule, year of the trigger and verdict as it reads today. */
export function complianceOf(
  database: Database,
  unit: string,
  today: Day,
): { rule: string; year: string; verdict: Verdict | 'owed' | 'lapsed'; count: number }[] {
  return database.all(
    `SELECT rule, substr(trigger_on, 1, 4) AS year, ${READ} AS verdict, count(*) AS count
     FROM verdicts WHERE unit = ? AND trigger_on IS NOT NULL GROUP BY 1, 2, 3`,
    today,
    unit,
  );
}

/** How it stands with a notice that was owed to the public. `uncounted`: a day is missing, or its source is not taken whole. */
export interface Due {
  rule: string;
  standing: 'in-time' | 'late' | 'unseen' | 'ahead' | 'uncounted';
  count: number;
}

/** Of these rules, what a unit owed the public, by how it stands; what a rule does not ask for is left out. */
export function duesOf(database: Database, unit: string, rules: readonly string[], today: Day): Due[] {
  return database.all(
    `SELECT rule, CASE WHEN publication = 0 THEN 'uncounted'
                       WHEN verdict = 'running' THEN CASE WHEN due_on < ? THEN 'unseen' ELSE 'ahead' END
                       WHEN verdict IN ('kept', 'border') THEN 'in-time'
                       WHEN verdict = 'broken' AND target_on IS NOT NULL THEN 'late'
                       ELSE 'uncounted' END AS standing, count(*) AS count
     FROM verdicts INDEXED BY verdicts_unit
     WHERE unit = ? AND rule IN (SELECT value FROM json_each(?)) AND verdict <> 'notApplicable' GROUP BY 1, 2`,
    today,
    unit,
    JSON.stringify(rules),
  );
}

/** The cases behind a figure of the above, newest first: of some rules, of a year, so read. */
export function casesOf(
  database: Database,
  unit: string,
  today: Day,
  { read, year }: { read: readonly (readonly [rule: string, verdict: string])[]; year?: string | undefined },
): VerdictRow[] {
  return database
    .all<Stored>(
      `SELECT ${COLUMNS} FROM verdicts WHERE unit = ? AND trigger_on IS NOT NULL AND rule || ' ' || ${READ} IN (SELECT value FROM json_each(?))${year === undefined ? '' : ' AND substr(trigger_on, 1, 4) = ?'} ORDER BY trigger_on DESC, ocid, rule, trigger_release`,
      unit,
      today,
      JSON.stringify(read.map((pair) => pair.join(' '))),
      ...(year === undefined ? [] : [year]),
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

function toRow(row: Stored): VerdictRow {
  return Object.assign(row, { publication: row.publication === 1 });
}
