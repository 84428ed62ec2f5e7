import { copyFileSync } from 'node:fs';
import { Database } from '../../database/database.ts';
import { rebuild } from '../rebuild.ts';
import type { Findings } from './findings.ts';
import { PROJECTED, projectedRows } from './storage.ts';

/**
 * Compares what is made of releases with what a rebuild makes of them, row by row. `path`: where the rebuilt one may
 * stand. Returns how many rows there are.
 */
export function checkProjections(copy: Database, path: string, findings: Findings): number {
  copy.emptyLog();
  copyFileSync(copy.handle.location()!, path);
  const rebuilt = new Database(path);
  try {
    rebuild(rebuilt);
    return PROJECTED.reduce((sum, { name }) => sum + compareTable(name, copy, rebuilt, findings), 0);
  } catch (error) {
    findings.add('rebuild-failed', (error as Error).message);
    return 0;
  } finally {
    rebuilt.close();
  }
}

type Row = (string | number | null)[];

/** Both in the order of their keys, side by side: neither is held in memory. */
function compareTable(name: string, copy: Database, rebuilt: Database, findings: Findings): number {
  const { keys } = PROJECTED.find((one) => one.name === name)!;
  const report = (row: Row) => findings.add('projection-differs', `${name} ${row.slice(0, keys).join(' ')}`);
  const [left, right] = [projectedRows(copy, name), projectedRows(rebuilt, name)];
  let rows = 0;
  let [one, other] = [left.next(), right.next()];
  while (!one.done || !other.done) {
    const order = one.done ? 1 : other.done ? -1 : compareKeys(one.value, other.value, keys);
    if (order < 0) report(one.value!);
    else if (order > 0) report(other.value!);
    else if (!isSame(one.value!, other.value!)) report(one.value!);
    if (order <= 0) {
      rows += 1;
      one = left.next();
    }
    if (order >= 0) other = right.next();
  }
  return rows;
}

function compareKeys(one: Row, other: Row, keys: number): number {
  for (let at = 0; at < keys; at++) {
    const [a, b] = [one[at]!, other[at]!];
    // As SQLite orders texts: by their bytes.
    const order =
      typeof a === 'number' && typeof b === 'number' ? a - b : Buffer.compare(Buffer.from(`${a}`), Buffer.from(`${b}`));
    if (order !== 0) return order;
  }
  return 0;
}

function isSame(one: Row, other: Row): boolean {
  return one.every((value, at) => value === other[at]);
}
