import type { Database } from '../../database/database.ts';

/** What was published between two order keys. Every question is a seek or a walk of an index, however much there is. */

/** The order key of the newest release before a key; null where there is none. */
export function newestBefore(database: Database, key: number): number | null {
  return database.get<{ id: number | null }>('SELECT max(id) AS id FROM releases WHERE id < ?', key)!.id;
}

/** Whether a record of the register has its newest release from `from` on and before `until`. */
export function hasRecordBetween(database: Database, register: string, from: number, until: number): boolean {
  return (
    database.get(
      'SELECT 1 FROM records INDEXED BY records_by_register WHERE register = ? AND order_key >= ? AND order_key < ? LIMIT 1',
      register,
      from,
      until,
    ) !== undefined
  );
}

/** Records of a register by their newest release, newest first. `changedAt`: when the last of its releases, of whatever day, came here (UTC ms). */
export function recordsBetween(
  database: Database,
  register: string,
  from: number,
  until: number,
): { ocid: string; changedAt: number }[] {
  return database.all(
    `SELECT ocid, (SELECT max(accepted_at) FROM releases WHERE releases.ocid = records.ocid) AS changedAt
     FROM records INDEXED BY records_by_register
     WHERE register = ? AND order_key >= ? AND order_key < ? ORDER BY order_key DESC`,
    register,
    from,
    until,
  );
}

/** Releases, newest first. `changedAt`: when it came here, or was restated, changed or taken back (UTC ms). */
export function releasesBetween(database: Database, from: number, until: number): { id: number; changedAt: number }[] {
  return database.all(
    `SELECT id, max(accepted_at, (SELECT coalesce(max(later.accepted_at), 0) FROM releases later WHERE later.amends = releases.id)) AS changedAt
     FROM releases WHERE id >= ? AND id < ? ORDER BY id DESC`,
    from,
    until,
  );
}
