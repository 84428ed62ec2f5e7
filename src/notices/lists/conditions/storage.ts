import type { Database } from '../../../database/database.ts';
import { CLOSED, NO_NEWS, UNDATED } from '../../../registers/stages.ts';
import { dayNumber, startOfDay, type Day } from '../../../values/date.ts';
import { DAY_CAPACITY, firstKeyOf } from '../../../values/order-key.ts';
import { isOpen, isWaitedFor } from '../../release.ts';
import { countIn } from '../facets/storage.ts';
import { OPEN, WAITED, type Facet, type RecordFilter } from '../query.ts';

/** What must hold of a record, named `r`. */
export interface Condition {
  sql: string;
  values: (string | number)[];
}

/** A condition that an index answers: the rows it leaves, as `r`, and how many these are. */
export interface Indexed extends Condition {
  from: string;
  /** Binds what stands in `from` first. */
  own: Condition;
  /** Its own column of order keys, where that is not the record's. */
  key?: 'd.order_key' | 'r.order_key';
  /** At most `FEW` and one where nobody keeps the count. */
  rows: number;
  /** `rows` is their number, however many. */
  isCounted?: true;
  /** Its rows come newest first without being sorted. */
  isNewest?: true;
}

/** Beyond so many rows it does not matter how many there are: another index is walked in the order of the list. */
export const FEW = 1_000;

/** All conditions of a list; those that no index answers are looked up row by row. */
export function conditionsOf(
  database: Database,
  filter: RecordFilter,
  now: number,
): { indexed: Indexed[]; others: Condition[] } {
  const { register, region, stage, facets, from, to, min, max, among } = filter;
  const isOpenStage = stage !== undefined && isOpen({ register, stage });
  const asked: Facet[] = Object.entries({
    ...facets,
    ...(region && { region }),
    ...(stage && found(stage)),
  }).map(([facet, value]) => ({ facet, value }));
  return {
    indexed: [
      ...asked.map((facet) => fallsUnder(database, register, facet)),
      ...(isOpenStage ? [openNow(database, register, now)] : []),
      ...(from !== undefined || to !== undefined ? [publishedBetween(database, register, from, to)] : []),
      ...(min !== undefined || max !== undefined ? [costsBetween(database, register, min, max)] : []),
      ...(among ? [isAmong(register, among)] : []),
    ],
    others: stage === undefined ? [] : holdsNow(database, register, stage, now),
  };
}

/** Under what the records of a stage stand, some of which are in another by now. */
function found(stage: string): Record<string, string> {
  const special = { [CLOSED]: OPEN, [NO_NEWS]: WAITED }[stage];
  return special ? { [special.facet]: special.value } : { stage };
}

/** What must hold beside: stages follow from days. */
function holdsNow(database: Database, register: string, stage: string, now: number): Condition[] {
  const today = dayNumber(now);
  if (stage === NO_NEWS) return [{ sql: 'r.quiet_on <= ?', values: [today] }];
  const mayBeQuiet = stage === CLOSED || UNDATED.includes(stage) || isWaitedFor({ register, stage });
  return [
    ...(stage === CLOSED ? [{ sql: 'r.deadline < ?', values: [now] }] : []),
    // What the portal itself takes never goes quiet: then nothing need be looked up, and counts stay exact.
    ...(mayBeQuiet && countIn(database, register, WAITED) > 0
      ? [{ sql: '(r.quiet_on IS NULL OR r.quiet_on > ?)', values: [today] }]
      : []),
  ];
}

/** All of a register, newest first. */
export function wholeRegister(database: Database, register: string): Indexed {
  const own = { sql: 'r.register = ?', values: [register] };
  return {
    sql: 'true',
    values: [],
    from: 'records r INDEXED BY records_by_register',
    own,
    rows: countIn(database, register),
    isCounted: true,
    isNewest: true,
  };
}

function fallsUnder(database: Database, register: string, facet: Facet): Indexed {
  const values = [register, facet.facet, facet.value];
  return {
    sql: 'EXISTS (SELECT 1 FROM record_facets f WHERE f.register = ? AND f.facet = ? AND f.value = ? AND f.order_key = r.order_key AND f.ocid = r.ocid)',
    values,
    from: 'record_facets d CROSS JOIN records r ON r.ocid = d.ocid',
    own: { sql: 'd.register = ? AND d.facet = ? AND d.value = ?', values },
    key: 'd.order_key',
    rows: countIn(database, register, facet),
    isCounted: true,
    isNewest: true,
  };
}

/** What is open is little and has an index of its own: not all that ever was open is walked for it. */
export function openNow(database: Database, register: string, now: number): Indexed {
  return bounded(database, {
    sql: 'r.is_open = 1 AND ifnull(r.deadline, ?) >= ?',
    values: [now, now],
    from: '(SELECT rowid AS number FROM records INDEXED BY records_open WHERE is_open = 1 AND deadline >= ? UNION ALL SELECT rowid FROM records INDEXED BY records_open WHERE is_open = 1 AND deadline IS NULL) d CROSS JOIN records r ON r.rowid = d.number',
    own: { sql: 'r.register = ?', values: [now, register] },
  });
}

function publishedBetween(database: Database, register: string, from: Day | undefined, to: Day | undefined): Indexed {
  const first = from === undefined ? 0 : firstKeyOf(dayNumber(startOfDay(from)!));
  const last = to === undefined ? Number.MAX_SAFE_INTEGER : firstKeyOf(dayNumber(startOfDay(to)!)) + DAY_CAPACITY - 1;
  return {
    ...bounded(database, {
      sql: 'r.order_key BETWEEN ? AND ?',
      values: [first, last],
      from: 'records r INDEXED BY records_by_register',
      own: { sql: 'r.register = ? AND r.order_key BETWEEN ? AND ?', values: [register, first, last] },
    }),
    isNewest: true,
  };
}

function costsBetween(database: Database, register: string, min = 0, max = Number.MAX_SAFE_INTEGER): Indexed {
  return bounded(database, {
    sql: 'r.amount BETWEEN ? AND ?',
    values: [min, max],
    from: 'records r INDEXED BY records_by_amount',
    own: { sql: 'r.register = ? AND r.amount BETWEEN ? AND ?', values: [register, min, max] },
  });
}

function isAmong(register: string, among: readonly string[]): Indexed {
  const values = [JSON.stringify(among)];
  return {
    sql: 'r.ocid IN (SELECT value FROM json_each(?))',
    values,
    from: 'json_each(?) d CROSS JOIN records r ON r.ocid = d.value',
    own: { sql: 'r.register = ?', values: [...values, register] },
    rows: among.length,
    isCounted: true,
  };
}

/** Where nobody keeps the count, it is taken as far as it matters. */
function bounded(database: Database, condition: Omit<Indexed, 'rows'>): Indexed {
  const { from, own } = condition;
  const where = own.sql;
  const { n } = database.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ?)`,
    ...own.values,
    FEW + 1,
  )!;
  return { ...condition, rows: n };
}
