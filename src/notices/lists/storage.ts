import type { Database } from '../../database/database.ts';
import { CLOSED } from '../../registers/stages.ts';
import type { RecordRow } from '../release.ts';
import { findRecords } from '../storage.ts';
import { conditionsOf, FEW, openNow, wholeRegister, type Condition, type Indexed } from './conditions/storage.ts';
import { readPlace, writePlace, type ListOrder, type Place, type RecordFilter, type RecordQuery } from './query.ts';

/**
 * Lists of a register: every record that meets what is asked, in one of the orders. No page reads more than a bounded
 * number of rows, however large the register: the rarest condition is walked where it leaves few, else the index of the
 * order, and the other conditions are looked up row by row.
 */
export interface RecordPage {
  records: RecordRow[];
  /** All that match; at least so many when `exact` is false. */
  total: number;
  exact: boolean;
  next: string | null;
}

/** A page of a list; see `RecordQuery`. */
export function listRecords(database: Database, query: RecordQuery): RecordPage {
  const { order = 'newest', limit } = query;
  const { rows, next } = pageOf(database, query, order, limit);
  return {
    records: findRecords(
      database,
      rows.map(({ ocid }) => ocid),
    ),
    ...totalOf(database, query),
    next,
  };
}

/** As many of a list as a table to take away holds, found at once and in its order, and where the next one begins. */
export function listOcids(database: Database, query: RecordQuery): { ocids: string[]; next: string | null } {
  const { order = 'newest', limit } = query;
  const { rows, next } = pageOf(database, query, order, limit);
  return { ocids: rows.map(({ ocid }) => ocid), next };
}

/** The records that meet the filter and have no sum, or no day of a deal: they come last in these orders. */
export function countWithout(database: Database, filter: RecordFilter, what: 'amount' | 'dealt', now: number): number {
  const [, without] = tiersOf(what, now);
  const walk = walkOf(database, filter, what, now);
  return countIn(database, { ...walk, also: [...walk.also, without!] }).total;
}

/** One row more than asked for tells whether others follow. */
function pageOf(
  database: Database,
  query: RecordQuery,
  order: ListOrder,
  limit: number,
): { rows: Row[]; next: string | null } {
  const before = readPlace(query.before);
  const now = before?.now ?? query.now;
  const rows = rowsOf(database, walkOf(database, query, order, now), order, now, before, limit + 1);
  const last = rows.length > limit ? rows[limit - 1]! : null;
  return { rows: rows.slice(0, limit), next: last && writePlace({ ...last, now }) };
}

interface Walk {
  walked: Indexed;
  also: Condition[];
}

/** Sorting a few rows costs less than walking past many that do not match. */
function walkOf(database: Database, filter: RecordFilter, order: ListOrder, now: number): Walk {
  const { indexed, others } = conditionsOf(database, filter, now);
  const [rarest, ...rest] = indexed.toSorted((a, b) => a.rows - b.rows);
  if (rarest && (rarest.rows <= FEW || (order === 'newest' && rarest.isNewest)))
    return { walked: rarest, also: [...rest, ...others] };
  const whole = wholeRegister(database, filter.register);
  return { walked: { ...whole, from: WALKS[order] }, also: [...indexed, ...others] };
}

const WALKS: Record<ListOrder, string> = {
  newest: 'records r INDEXED BY records_by_register',
  dealt: 'records r INDEXED BY records_by_deal',
  closing: 'records r INDEXED BY records_by_closing',
  amount: 'records r INDEXED BY records_by_amount',
};

/** A part of an order; every record of a register is in one of its parts. */
interface Tier extends Condition {
  /** Null: newest first. */
  column: 'r.amount' | 'r.deadline' | 'r.dealt_on' | null;
  isAscending?: true;
}

function tiersOf(order: ListOrder, now: number): Tier[] {
  const has = (column: NonNullable<Tier['column']>): Tier => ({
    column,
    sql: `${column} IS NOT NULL`,
    values: [],
  });
  const hasNot = (column: string): Tier => ({ column: null, sql: `${column} IS NULL`, values: [] });
  switch (order) {
    case 'newest':
      return [{ column: null, sql: 'true', values: [] }];
    case 'amount':
      return [has('r.amount'), hasNot('r.amount')];
    case 'dealt':
      return [has('r.dealt_on'), hasNot('r.dealt_on')];
    case 'closing':
      return [
        { column: 'r.deadline', sql: 'r.deadline >= ? AND r.is_open = 1', values: [now], isAscending: true },
        {
          column: 'r.deadline',
          sql: 'r.deadline IS NOT NULL AND NOT (r.deadline >= ? AND r.is_open = 1)',
          values: [now],
        },
        hasNot('r.deadline'),
      ];
  }
}

type Row = Omit<Place, 'now'> & { ocid: string };

/** The rows behind a place, one part of the order after the other. */
function rowsOf(
  database: Database,
  walk: Walk,
  listOrder: ListOrder,
  now: number,
  before: Place | null,
  limit: number,
): Row[] {
  const rows: Row[] = [];
  for (const [tier, part] of tiersOf(listOrder, now).entries()) {
    if (before && tier < before.tier) continue;
    const left = limit - rows.length;
    if (left === 0) break;
    const behind = before?.tier === tier ? [after(part, before)] : [];
    const { from, where, values } = whole({ ...walk, also: [...walk.also, part, ...behind] });
    const columns = `r.ocid, r.order_key AS key, ${part.column ?? 'NULL'} AS value`;
    const order = orderOf(part, walk.walked);
    rows.push(
      ...database
        .all<Omit<Row, 'tier'>>(
          `SELECT ${columns} FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ?`,
          ...values,
          left,
        )
        .map((row) => ({ ...row, tier })),
    );
  }
  return rows;
}

function orderOf({ column, isAscending }: Tier, { key = 'r.order_key' }: Indexed): string {
  const way = isAscending ? 'ASC' : 'DESC';
  return [...(column ? [`${column} ${way}`] : []), `${key} ${way}`].join(', ');
}

function after({ column, isAscending }: Tier, { value, key }: Place): Condition {
  if (column === null || value === null) return { sql: 'r.order_key < ?', values: [key] };
  return { sql: `(${column}, r.order_key) ${isAscending ? '>' : '<'} (?, ?)`, values: [value, key] };
}

function whole({ walked, also }: Walk): { from: string; where: string; values: (string | number)[] } {
  const all = [walked.own, ...also];
  return {
    from: walked.from,
    where: all.map(({ sql }) => sql).join(' AND '),
    values: all.flatMap(({ values }) => values),
  };
}

/** Rows of the rarest condition that a count looks through before it becomes a lower bound. */
const MOST_COUNTED = 5_000;

function totalOf(database: Database, query: RecordQuery): Pick<RecordPage, 'total' | 'exact'> {
  const { register, stage, now } = query;
  const { indexed, others } = conditionsOf(database, query, now);
  const [rarest = wholeRegister(database, register), ...rest] = indexed.toSorted((a, b) => a.rows - b.rows);
  const also = [...rest, ...others];
  if (also.length === 0 && (rarest.isCounted || rarest.rows <= FEW)) return { total: rarest.rows, exact: true };
  // All that ever took entries but those that still do.
  if (stage === CLOSED && also.length === 1 && rarest.isCounted) {
    const open = countIn(database, { walked: openNow(database, register, now), also: [] });
    return { total: rarest.rows - open.total, exact: open.exact };
  }
  return countIn(database, { walked: rarest, also });
}

function countIn(database: Database, { walked, also }: Walk): { total: number; exact: boolean } {
  const { from, own } = walked;
  const columns = also.length === 0 ? 'true' : also.map(({ sql }) => `(${sql})`).join(' AND ');
  const where = own.sql;
  const { seen, total } = database.get<{ seen: number; total: number }>(
    `SELECT count(*) AS seen, ifnull(sum(meets), 0) AS total FROM (SELECT ${columns} AS meets FROM ${from} WHERE ${where} LIMIT ?)`,
    ...also.flatMap(({ values }) => values),
    ...own.values,
    MOST_COUNTED + 1,
  )!;
  return seen <= MOST_COUNTED ? { total, exact: true } : { total: Math.min(total, MOST_COUNTED), exact: false };
}
