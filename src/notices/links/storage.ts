import type { Database } from '../../database/database.ts';
import { canonicalJson } from '../../values/canonical.ts';
import type { Doubt, Marks } from '../marks.ts';

/** The record that has a key; the first by ocid of several. */
export function findByKey(database: Database, key: string): string | undefined {
  return database.get<{ ocid: string }>('SELECT ocid FROM record_keys WHERE key = ? ORDER BY ocid LIMIT 1', key)?.ocid;
}

/** All that have it, by ocid. */
export function findHolders(database: Database, key: string): string[] {
  return database
    .all<{ ocid: string }>('SELECT ocid FROM record_keys WHERE key = ? ORDER BY ocid', key)
    .map(({ ocid }) => ocid);
}

export function findMarks(database: Database, ocid: string): Marks | undefined {
  const row = database.get<{ marks: string }>('SELECT marks FROM record_marks WHERE ocid = ?', ocid);
  return row && (JSON.parse(row.marks) as Marks);
}

/** A record that shares a code (or, '', a title) with another and was not joined to it (`marks.ts`). */
export interface DoubtfulLink {
  ocid: string;
  other: string;
  code: string;
  doubt: Doubt;
}

/** What a batch does to the ways in which notices find their records (`Known.linking`). */
export interface Linking {
  /** Keys claimed for a record, or given up. */
  claims: { key: string; ocid: string; claimed: boolean }[];
  marks: { ocid: string; marks: Marks }[];
  doubts: DoubtfulLink[];
}

export function saveLinking(database: Database, { claims, marks, doubts }: Linking): void {
  for (const { key, ocid, claimed } of claims) {
    if (claimed) database.run('INSERT OR IGNORE INTO record_keys (key, ocid) VALUES (?, ?)', key, ocid);
    else database.run('DELETE FROM record_keys WHERE key = ? AND ocid = ?', key, ocid);
  }
  for (const { ocid, marks: one } of marks)
    database.run(
      'INSERT INTO record_marks (ocid, marks) VALUES (?, ?) ON CONFLICT (ocid) DO UPDATE SET marks = excluded.marks',
      ocid,
      canonicalJson(one),
    );
  for (const { ocid, other, code, doubt } of doubts)
    database.run(
      'INSERT OR IGNORE INTO doubtful_links (ocid, other, code, doubt) VALUES (?, ?, ?, ?)',
      ocid,
      other,
      code,
      doubt,
    );
}

/** Newest record first. */
export function doubtfulLinks(database: Database): DoubtfulLink[] {
  return database.all(
    'SELECT d.ocid, d.other, d.code, d.doubt FROM doubtful_links d JOIN records r ON r.ocid = d.ocid JOIN records o ON o.ocid = d.other ORDER BY r.order_key DESC, d.other, d.code',
  );
}

/** Notices find their records anew. */
export function clearKeys(database: Database): void {
  database.handle.exec('DELETE FROM record_keys; DELETE FROM record_marks; DELETE FROM doubtful_links');
}
