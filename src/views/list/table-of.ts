import type { TableHead, Value } from './table.ts';
import type { TakenAway } from './take-away.ts';

/** A column of rows that are no records. */
export interface ColumnOf<Row> extends TableHead {
  value(row: Row): Value;
}

const BATCH = 200;

/** Whatever was found as a table to take away: rows are made a few at a time. */
export function tableOf<Found, Row>(
  columns: readonly ColumnOf<Row>[],
  found: readonly Found[],
  rowsOf: (batch: readonly Found[]) => readonly Row[],
  next: string | null = null,
): TakenAway {
  async function* rows(): AsyncGenerator<Value[][]> {
    for (let at = 0; at < found.length; at += BATCH) {
      yield rowsOf(found.slice(at, at + BATCH)).map((row) => columns.map(({ value }) => value(row)));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return { columns, rows: rows(), rowCount: found.length, next, isCut: false };
}
