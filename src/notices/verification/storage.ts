import type { Database } from '../../database/database.ts';
import type { StoredRelease } from '../storage.ts';
import type { Verification } from './findings.ts';

// ── What is verified ──────────────────────────────────────────────────────────

export function storedReleasesAfter(database: Database, seq: number, limit: number): StoredRelease[] {
  return database.all(
    'SELECT id, seq, ocid, register, kind, source_key AS sourceKey, published_at AS publishedAt, amends, content, hash, accepted_at AS acceptedAt FROM releases WHERE seq > ? ORDER BY seq LIMIT ?',
    seq,
    limit,
  );
}

export function sourceKeysOf(database: Database, ids: readonly number[]): Map<number, string> {
  const rows = database.all<{ id: number; key: string }>(
    'SELECT id, source_key AS key FROM releases WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ id, key }) => [id, key]));
}

/** By release, the hash of the text that stands there since its last redaction. */
export function redactedHashes(database: Database): Map<number, string> {
  const rows = database.all<{ release: number; hash: string }>(
    'SELECT "release", hash FROM redactions WHERE confirmed_at IS NOT NULL ORDER BY confirmed_at, id',
  );
  return new Map(rows.map(({ release, hash }) => [release, hash]));
}

export function eventNumbers(database: Database): { count: number; last: number } {
  return database.get('SELECT count(*) AS count, ifnull(max(id), 0) AS last FROM events')!;
}

export function allFiles(database: Database): { sha256: string; size: number }[] {
  return database.all('SELECT sha256, size FROM files ORDER BY sha256');
}

export function filesNamedInReleases(database: Database): string[] {
  return database
    .all<{ sha256: string }>(
      `SELECT DISTINCT file.value ->> '$.sha256' AS sha256 FROM releases, json_each(releases.content, '$.attachments') AS file
        WHERE instr(content, '"sha256"') > 0 AND file.value ->> '$.sha256' IS NOT NULL ORDER BY 1`,
    )
    .map(({ sha256 }) => sha256);
}

/** Tables that are made of releases, in the order of their keys; the first `keys` columns are the key. */
export const PROJECTED: readonly { name: string; keys: number; sql: string }[] = [
  { name: 'records', keys: 1, sql: 'SELECT ocid, * FROM records ORDER BY ocid' },
  { name: 'record_keys', keys: 2, sql: 'SELECT key, ocid FROM record_keys ORDER BY key, ocid' },
  { name: 'record_marks', keys: 1, sql: 'SELECT ocid, marks FROM record_marks ORDER BY ocid' },
  {
    name: 'doubtful_links',
    keys: 3,
    sql: 'SELECT ocid, other, code, * FROM doubtful_links ORDER BY ocid, other, code',
  },
  {
    name: 'record_links',
    keys: 3,
    sql: 'SELECT ocid, relationship, target, * FROM record_links ORDER BY ocid, relationship, target',
  },
  { name: 'bars', keys: 2, sql: 'SELECT party, ocid, * FROM bars ORDER BY party, ocid' },
  { name: 'project_records', keys: 2, sql: 'SELECT code, ocid FROM project_records ORDER BY code, ocid' },
  {
    name: 'record_facets',
    keys: 5,
    sql: 'SELECT register, facet, value, order_key, ocid FROM record_facets ORDER BY register, facet, value, order_key, ocid',
  },
  {
    name: 'facet_counts',
    keys: 3,
    sql: 'SELECT register, facet, value, records FROM facet_counts WHERE records > 0 ORDER BY register, facet, value',
  },
  { name: 'parties', keys: 1, sql: 'SELECT id, * FROM parties ORDER BY id' },
  { name: 'party_names', keys: 2, sql: 'SELECT party, name, * FROM party_names ORDER BY party, name' },
  { name: 'party_roles', keys: 3, sql: 'SELECT party, ocid, role, * FROM party_roles ORDER BY party, ocid, role' },
  {
    name: 'party_tallies',
    keys: 2,
    sql: 'SELECT party, role, records FROM party_tallies WHERE records > 0 ORDER BY party, role',
  },
  {
    name: 'verdicts',
    keys: 3,
    sql: 'SELECT ocid, rule, trigger_release, * FROM verdicts ORDER BY ocid, rule, trigger_release',
  },
  // Not `change`: it grows with every write, and a row without an ocid only keeps it growing.
  {
    name: 'search_rows',
    keys: 1,
    sql: "SELECT id, ocid, register, kind, region, unit, stage, deadline, amount FROM search_rows WHERE ocid <> '' ORDER BY id",
  },
  { name: 'search_codes', keys: 2, sql: 'SELECT code, id FROM search_codes ORDER BY code, id' },
  { name: 'search_tokens', keys: 1, sql: 'SELECT term, doc FROM temp.search_words ORDER BY term' },
];

export function projectedRows(database: Database, name: string): IterableIterator<(string | number | null)[]> {
  if (name === 'search_tokens')
    database.handle.exec(
      'CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words USING fts5vocab (main, search_tokens, row)',
    );
  return database.rows(PROJECTED.find((one) => one.name === name)!.sql);
}

// ── What was found ────────────────────────────────────────────────────────────

export function saveVerification(database: Database, { at, ok, counts, findings }: Verification): void {
  database.run(
    'INSERT INTO verifications (at, ok, counts, findings) VALUES (?, ?, ?, ?)',
    at,
    ok ? 1 : 0,
    JSON.stringify(counts),
    JSON.stringify(findings),
  );
}

export function lastVerification(database: Database): Verification | undefined {
  const row = database.get<{ at: number; ok: number; counts: string; findings: string }>(
    'SELECT at, ok, counts, findings FROM verifications ORDER BY id DESC LIMIT 1',
  );
  return (
    row && {
      at: row.at,
      ok: row.ok === 1,
      counts: JSON.parse(row.counts) as Verification['counts'],
      findings: JSON.parse(row.findings) as Verification['findings'],
    }
  );
}
