import type { Database } from '../../../database/database.ts';
import type { RecordRow } from '../../release.ts';
import type { Facet } from '../query.ts';

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

/** How many records: of a register, or of one value in it. */
export function countIn(database: Database, register: string, only?: Facet): number {
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
