import type { Database } from '../../database/database.ts';
import type { Bar } from '../../registers/bar.ts';
import type { Day } from '../../values/date.ts';

/** A bar as it is stored: of which party, by which case. */
export interface StoredBar extends Bar {
  party: string;
  ocid: string;
}

const COLUMNS = 'party, ocid, name, scope, from_on AS "from", until_on AS until, basis';

/** The bars that a case sets are these. */
export function saveBars(database: Database, ocid: string, bars: readonly Omit<StoredBar, 'ocid'>[]): void {
  database.run('DELETE FROM bars WHERE ocid = ?', ocid);
  for (const { party, name, scope, from, until, basis } of bars)
    database.run(
      'INSERT OR REPLACE INTO bars (party, ocid, name, scope, from_on, until_on, basis) VALUES (?, ?, ?, ?, ?, ?, ?)',
      party,
      ocid,
      name,
      scope,
      from,
      until,
      basis,
    );
}

/** The bars on these parties that hold on a day, those that end last first. */
export function barsOn(database: Database, parties: readonly string[], day: Day): StoredBar[] {
  return database.all<StoredBar>(
    `SELECT ${COLUMNS} FROM bars WHERE party IN (SELECT value FROM json_each(?)) AND from_on <= ? AND until_on >= ?
     ORDER BY until_on DESC, party, ocid`,
    JSON.stringify(parties),
    day,
    day,
  );
}

export function clearBars(database: Database): void {
  database.run('DELETE FROM bars');
}
