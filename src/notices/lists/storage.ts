import type { Database } from '../../database/database.ts';
import { CLOSED } from '../../registers/stages.ts';
import { isOpen, type RecordRow } from '../release.ts';
import { findRecords } from '../storage.ts';

/**
 * Lists of a register: what each record falls under (`record_facets`), newest first, and how many fall under each value
 * (`facet_counts`). No list reads more than a bounded number of rows, however large the register.
 */
export interface Facet {
  facet: string;
  value: string;
}

/** Falls to records whose stage takes entries, before the deadline and after it. */
export const OPEN: Facet = { facet: 'open', value: 'yes' };

/** Rows of the rarest condition that a count looks through before it becomes a lower bound. */
const MOST_COUNTED = 5_000;

/** Writes what changed: a record's facets mostly stay as they were, and only its place moves; a new one (`had` false) has none. */
export function saveFacets(
  database: Database,
  { ocid, register, orderKey }: Pick<RecordRow, 'ocid' | 'register' | 'orderKey'>,
  facets: readonly Facet[],
  had = true,
): void {
  const keyOf = ({ facet, value }: Facet) => `${facet}\0${value}`;
  const before = new Map(
    (had
      ? database.all<Facet & { orderKey: number }>(
          'SELECT facet, value, order_key AS orderKey FROM record_facets WHERE ocid = ?',
          ocid,
        )
      : []
    ).map((row) => [keyOf(row), row]),
  );
  const after = new Map(facets.map((row) => [keyOf(row), row]));
  for (const [key, { facet, value, orderKey: at }] of before) {
    if (after.has(key) && at === orderKey) continue;
    database.run(
      'DELETE FROM record_facets WHERE register = ? AND facet = ? AND value = ? AND order_key = ? AND ocid = ?',
      register,
      facet,
      value,
      at,
      ocid,
    );
    if (!after.has(key))
      database.run(
        'UPDATE facet_counts SET records = records - 1 WHERE register = ? AND facet = ? AND value = ?',
        register,
        facet,
        value,
      );
  }
  for (const [key, { facet, value }] of after) {
    if (before.get(key)?.orderKey === orderKey) continue;
    database.run(
      'INSERT INTO record_facets (register, facet, value, order_key, ocid) VALUES (?, ?, ?, ?, ?)',
      register,
      facet,
      value,
      orderKey,
      ocid,
    );
    if (!before.has(key))
      database.run(
        'INSERT INTO facet_counts (register, facet, value, records) VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET records = records + 1',
        register,
        facet,
        value,
      );
  }
}

export function clearFacets(database: Database): void {
  database.run('DELETE FROM record_facets');
  database.run('DELETE FROM facet_counts');
}

export interface RecordQuery {
  register: string;
  region?: string;
  /** A stage: one that takes entries means those still open, and `closed` all that are so no more. */
  stage?: string;
  /** facet → value. */
  facets: Record<string, string>;
  /** Order key of the last record of the page before. */
  before?: number;
  limit: number;
  now: number;
}

export interface RecordPage {
  records: RecordRow[];
  /** All that match; at least so many when `exact` is false. */
  total: number;
  exact: boolean;
  next: number | null;
}

/** Records of a register, newest first, by key. */
export function listRecords(database: Database, query: RecordQuery): RecordPage {
  const { before = Number.MAX_SAFE_INTEGER, limit } = query;
  const walk = walkOf(database, query);
  const { from, where, values } = whole(walk);
  const rows = database.all<{ ocid: string; orderKey: number }>(
    `SELECT d.ocid, d.order_key AS orderKey FROM ${from} WHERE ${where} AND d.order_key < ? ORDER BY d.order_key DESC LIMIT ?`,
    ...values,
    before,
    limit + 1,
  );
  const next = rows.length > limit ? rows[limit - 1]!.orderKey : null;
  return {
    records: findRecords(
      database,
      rows.slice(0, limit).map(({ ocid }) => ocid),
    ),
    ...totalOf(database, query, walk),
    next,
  };
}

interface Condition {
  sql: string;
  values: (string | number)[];
}

/** The rows a list walks down, newest first, and what must hold of each besides. */
interface Walk {
  /** Named `d`, with `ocid`, `register` and `order_key`. */
  from: string;
  own: Condition;
  also: Condition[];
  /** How many rows `own` leaves, where that is known. */
  rows: number | null;
}

/** The rarest condition is walked; the others are looked up row by row. */
function walkOf(database: Database, query: RecordQuery): Walk {
  const { register, region, stage, facets, now } = query;
  const asked = Object.entries({
    ...facets,
    ...(region && { region }),
    ...(stage && (stage === CLOSED ? { [OPEN.facet]: OPEN.value } : { stage })),
  }).map(([facet, value]) => ({ facet, value }));
  if (stage !== undefined && isOpen({ register, stage }))
    return { ...openNow(register, now), also: asked.map(fallsUnder) };
  if (asked.length === 0)
    return {
      from: 'records d',
      own: { sql: 'd.register = ?', values: [register] },
      also: [],
      rows: countIn(database, register),
    };
  const [rarest, ...others] = asked
    .map((one) => ({ ...one, rows: countIn(database, register, one) }))
    .toSorted((a, b) => a.rows - b.rows);
  const { facet, value, rows } = rarest!;
  const isPast = { sql: '(SELECT r.deadline < ? FROM records r WHERE r.ocid = d.ocid)', values: [now] };
  return {
    from: 'record_facets d',
    own: { sql: 'd.register = ? AND d.facet = ? AND d.value = ?', values: [register, facet, value] },
    also: [...others.map(fallsUnder), ...(stage === CLOSED ? [isPast] : [])],
    rows,
  };
}

/**
 * What is open is little and has an index of its own: not all that ever was open is walked for it. The index is named,
 * because a bound of order keys from outside made SQLite walk the register (50 ms a list at 100,000 notices, now 0.2).
 */
function openNow(register: string, now: number): Pick<Walk, 'from' | 'own' | 'rows'> {
  const columns =
    'SELECT ocid, register, order_key FROM records INDEXED BY records_open WHERE is_open = 1 AND register = ?';
  return {
    from: `(${columns} AND deadline >= ? UNION ALL ${columns} AND deadline IS NULL) d`,
    own: { sql: 'true', values: [register, now, register] },
    rows: null,
  };
}

function fallsUnder({ facet, value }: Facet): Condition {
  return {
    sql: 'EXISTS (SELECT 1 FROM record_facets f WHERE f.register = d.register AND f.facet = ? AND f.value = ? AND f.order_key = d.order_key AND f.ocid = d.ocid)',
    values: [facet, value],
  };
}

function whole({ from, own, also }: Walk): { from: string; where: string; values: (string | number)[] } {
  const all = [own, ...also];
  return { from, where: all.map(({ sql }) => sql).join(' AND '), values: all.flatMap(({ values }) => values) };
}

function totalOf(
  database: Database,
  { register, stage, now }: RecordQuery,
  walk: Walk,
): Pick<RecordPage, 'total' | 'exact'> {
  const { also, rows } = walk;
  if (also.length === 0 && rows !== null) return { total: rows, exact: true };
  // All that ever took entries but those that still do.
  if (stage === CLOSED && also.length === 1)
    return { total: rows! - countUnder(database, { ...openNow(register, now), also: [] }, null), exact: true };
  const last = rows !== null && rows > MOST_COUNTED ? lastCounted(database, walk) : null;
  return { total: countUnder(database, walk, last), exact: last === null };
}

/** The order key of the last row walked for a count. */
function lastCounted(database: Database, walk: Walk): number {
  const { from, where, values } = whole({ ...walk, also: [] });
  return database.get<{ key: number }>(
    `SELECT d.order_key AS key FROM ${from} WHERE ${where} ORDER BY d.order_key DESC LIMIT 1 OFFSET ?`,
    ...values,
    MOST_COUNTED,
  )!.key;
}

function countUnder(database: Database, walk: Walk, last: number | null): number {
  const { from, where, values } = whole(walk);
  return database.get<{ n: number }>(
    `SELECT count(*) AS n FROM ${from} WHERE ${where} AND d.order_key >= ?`,
    ...values,
    last ?? 0,
  )!.n;
}

/** Of a register, or of one value in it. */
function countIn(database: Database, register: string, only?: Facet): number {
  const row = only
    ? database.get<{ n: number }>(
        'SELECT records AS n FROM facet_counts WHERE register = ? AND facet = ? AND value = ?',
        register,
        only.facet,
        only.value,
      )
    : database.get<{ n: number | null }>(
        "SELECT sum(records) AS n FROM facet_counts WHERE register = ? AND facet = 'stage'",
        register,
      );
  return row?.n ?? 0;
}

/** The values a facet takes in a register, most frequent first. */
export function facetValues(
  database: Database,
  register: string,
  facet: string,
  limit: number,
): { value: string; count: number }[] {
  return database.all(
    'SELECT value, records AS count FROM facet_counts WHERE register = ? AND facet = ? AND records > 0 ORDER BY records DESC, value LIMIT ?',
    register,
    facet,
    limit,
  );
}

/** By register: how many records, and when the newest release was published (UTC ms). */
export function recordCounts(database: Database): { register: string; count: number; updatedAt: number }[] {
  return database.all(
    `SELECT kept.register, kept.count, releases.published_at AS updatedAt
     FROM (SELECT c.register, sum(c.records) AS count, (SELECT max(r.order_key) FROM records r WHERE r.register = c.register) AS newest
           FROM facet_counts c WHERE c.facet = 'stage' GROUP BY c.register) AS kept
     JOIN releases ON releases.id = kept.newest`,
  );
}
