import type { Database } from '../../database/database.ts';

/** The projects that a record is of are these. */
export function saveProjects(database: Database, ocid: string, codes: readonly string[]): void {
  database.run('DELETE FROM project_records WHERE ocid = ?', ocid);
  for (const code of codes) database.run('INSERT INTO project_records (code, ocid) VALUES (?, ?)', code, ocid);
}

/** The other records of the same projects, by ocid. */
export function recordsOfSameProject(database: Database, ocid: string, limit: number): string[] {
  return database
    .all<{ ocid: string }>(
      `SELECT DISTINCT other.ocid FROM project_records own JOIN project_records other ON other.code = own.code
       WHERE own.ocid = ? AND other.ocid <> own.ocid ORDER BY other.ocid LIMIT ?`,
      ocid,
      limit,
    )
    .map((row) => row.ocid);
}

export function clearProjects(database: Database): void {
  database.run('DELETE FROM project_records');
}
