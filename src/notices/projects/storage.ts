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

/** A unit in charge, and of how many records it is. */
export interface InCharge {
  id: string;
  name: string;
  records: number;
}

/** The units that have one of these roles in records of these registers, the busiest first. */
export function unitsInCharge(
  database: Database,
  roles: readonly string[],
  registers: readonly string[],
  limit: number,
): InCharge[] {
  return database.all<InCharge>(
    `SELECT r.party AS id, p.name, count(DISTINCT r.ocid) AS records FROM party_roles r JOIN parties p ON p.id = r.party
     WHERE r.role IN (SELECT value FROM json_each(?)) AND r.register IN (SELECT value FROM json_each(?))
     GROUP BY r.party ORDER BY records DESC, p.name LIMIT ?`,
    JSON.stringify(roles),
    JSON.stringify(registers),
    limit,
  );
}

/** The records of which a unit is in charge, those whose newest word is oldest first. */
export function recordsInCharge(
  database: Database,
  unit: string,
  roles: readonly string[],
  registers: readonly string[],
  limit: number,
): string[] {
  return database
    .all<{ ocid: string }>(
      `SELECT ocid, min(order_key) AS newest FROM party_roles
       WHERE party = ? AND role IN (SELECT value FROM json_each(?)) AND register IN (SELECT value FROM json_each(?))
       GROUP BY ocid ORDER BY newest LIMIT ?`,
      unit,
      JSON.stringify(roles),
      JSON.stringify(registers),
      limit,
    )
    .map(({ ocid }) => ocid);
}
