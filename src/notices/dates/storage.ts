import type { Database } from '../../database/database.ts';
import { DAY } from '../../values/date.ts';

/** Which records are asked for by their dates. */
export interface DatesQuery {
  /** UTC ms, both included. */
  from: number;
  until: number;
  register?: string | undefined;
  /** Any of these divisions. */
  regions?: readonly string[] | undefined;
  limit: number;
}

/** Who applied is called to the sale within these days: later openings are not looked for. */
const SALE_WITHIN = 62 * DAY;

/** Records that close, whose bids are opened or whose publicity ends within the time. */
export function ocidsWithDates(database: Database, { from, until, register, regions, limit }: DatesQuery): string[] {
  const among = `${register === undefined ? '' : ' AND register = ?'}${regions === undefined ? '' : ' AND region IN (SELECT value FROM json_each(?))'}`;
  const values = [
    ...(register === undefined ? [] : [register]),
    ...(regions === undefined ? [] : [JSON.stringify(regions)]),
  ];
  return database
    .all<{ ocid: string }>(
      `SELECT ocid FROM records WHERE deadline BETWEEN ? AND ?${among}
       UNION SELECT ocid FROM records WHERE publicity_until BETWEEN ? AND ?${among}
       UNION SELECT ocid FROM records WHERE deadline BETWEEN ? AND ?${among} AND unixepoch(compiled ->> '$.tender.openingDate') * 1000 BETWEEN ? AND ?
       LIMIT ?`,
      ...[from, until, ...values],
      ...[from, until, ...values],
      ...[from - SALE_WITHIN, until, ...values, from, until],
      limit,
    )
    .map(({ ocid }) => ocid);
}

/** What one release says in one of the fields that were asked for; `field` is null where it says none of them. */
export interface SaidField {
  ocid: string;
  release: number;
  register: string;
  kind: string;
  /** The release that it restates, changes or withdraws. */
  amends: number | null;
  field: string | null;
  value: string | number | null;
}

/** What the releases of these records say in these fields, in the order in which they were said. */
export function fieldsSaid(database: Database, ocids: readonly string[], fields: readonly string[]): SaidField[] {
  return database.all<SaidField>(
    `SELECT r.ocid, r.id AS release, r.register, r.kind, r.amends, f.key AS field, f.value
     FROM releases r LEFT JOIN json_each(r.content, '$.fields') f ON f.key IN (SELECT value FROM json_each(?))
     WHERE r.ocid IN (SELECT value FROM json_each(?)) ORDER BY r.id`,
    JSON.stringify(fields),
    JSON.stringify(ocids),
  );
}
