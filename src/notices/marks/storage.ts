import type { Database } from '../../database/database.ts';
import { DAY_CAPACITY } from '../../values/order-key.ts';

/** A day of a register, and a text that changes with what its table or its notices say. */
export interface MarkedDay {
  /** See `dayNumber`. */
  day: number;
  rows: number;
  mark: string;
}

/**
 * The days of the newest notices of a register's records, the first first. What the clock alone changes is in the mark:
 * which deadlines and publicity periods still run.
 */
export function recordDays(database: Database, register: string, now: number): MarkedDay[] {
  return database.all(
    `SELECT order_key / ${DAY_CAPACITY} AS day, count(*) AS rows,
       count(*) || '.' || sum(order_key % ${DAY_CAPACITY}) || '.' || sum(releases) || '.' || sum(ifnull(amount, 0) % 1000003)
       || '.' || sum(is_open) || '.' || sum(ifnull(deadline >= ?1, 0)) || '.' || sum(ifnull(publicity_until >= ?1, 0)) AS mark
     FROM records WHERE register = ?2 GROUP BY 1 ORDER BY 1`,
    now,
    register,
  );
}

/** The days on which a register's notices were published, the first first. */
export function releaseDays(database: Database, register: string): MarkedDay[] {
  return database.all(
    `SELECT id / ${DAY_CAPACITY} AS day, count(*) AS rows,
       count(*) || '.' || max(seq) || '.' || sum(id % ${DAY_CAPACITY}) AS mark
     FROM releases WHERE register = ? GROUP BY 1 ORDER BY 1`,
    register,
  );
}

/** Changes with what changes the text of what was published long ago: a redaction, records joined or parted. */
export function rewriteMark(database: Database): string {
  return database.get<{ mark: string }>(
    "SELECT (SELECT count(*) FROM redactions WHERE confirmed_at IS NOT NULL) || '.' || (SELECT ifnull(max(id), 0) FROM link_decisions) AS mark",
  )!.mark;
}

/** Keys from `from` to before `to`; a walk goes on from the key of its last row. */
export interface KeyRange {
  register: string;
  from: number;
  to: number;
}

/** Some of the records whose newest notice is in the range, newest first. */
export function recordsWithin(
  database: Database,
  { register, from, to }: KeyRange,
  limit: number,
): { ocid: string; key: number }[] {
  return database.all(
    'SELECT ocid, order_key AS key FROM records INDEXED BY records_by_register WHERE register = ? AND order_key >= ? AND order_key < ? ORDER BY order_key DESC LIMIT ?',
    register,
    from,
    to,
    limit,
  );
}
