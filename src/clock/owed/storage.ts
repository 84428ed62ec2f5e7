import type { Database } from '../../database/database.ts';
import type { Day } from '../../values/date.ts';
import type { Verdict } from '../judge.ts';
import { COLUMNS, toRow, type Stored, type VerdictRow } from '../storage.ts';

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
