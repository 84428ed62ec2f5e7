import type { Database } from '../database/database.ts';
import { ANY_ROLE, countRole } from './directory/storage.ts';
import { speltName } from './party.ts';

export interface Party {
  id: string;
  name: string;
  /** 统一社会信用代码 or another published identifier. */
  identifier: string | null;
  isUnit: boolean;
}

/** What a party did in one record. */
export interface PartyRoleRow {
  party: string;
  ocid: string;
  role: string;
  orderKey: number;
  year: number;
  /** Fen: won by a supplier, awarded by a buyer. */
  amount: number | null;
  register: string;
  /** Of what the amount is the sum; null where there is none. */
  basis: string | null;
}

export interface NamedParty {
  id: string;
  name: string;
  identifier?: string;
  isUnit: boolean;
  /** Order key of the record. */
  namedBy: number;
  /** The record's first release. */
  release: number;
}

/** Remembers the parties a record names. The newest record's printed name is the one shown; all are kept. */
export function saveParties(database: Database, parties: readonly NamedParty[]): void {
  for (const party of parties) {
    const { sorted, found } = speltName(party.name);
    database.run(
      `INSERT INTO parties (id, name, named_by, identifier, is_unit, sorted, found) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET
         name = CASE WHEN excluded.named_by >= named_by THEN excluded.name ELSE name END,
         named_by = max(named_by, excluded.named_by),
         identifier = coalesce(excluded.identifier, identifier),
         is_unit = max(is_unit, excluded.is_unit)`,
      party.id,
      party.name,
      party.namedBy,
      party.identifier ?? null,
      party.isUnit ? 1 : 0,
      sorted,
      found,
    );
    database.run(
      'INSERT INTO party_names (party, name, release) VALUES (?, ?, ?) ON CONFLICT (party, name) DO UPDATE SET release = excluded.release WHERE excluded.release < release',
      party.id,
      party.name,
      party.release,
    );
  }
}

/** Replaces what is known of a record's roles; one that is new (`had` false) has none. A party that no record names any more is forgotten: its notice was withdrawn. */
export function saveRoles(database: Database, ocid: string, roles: readonly PartyRoleRow[], had = true): void {
  // Only what the index holds: the rows themselves stand far apart.
  const known = !had
    ? []
    : database.all<Pick<PartyRoleRow, 'party' | 'role'>>('SELECT party, role FROM party_roles WHERE ocid = ?', ocid);
  for (const role of roles) {
    // An update stays clear of the index.
    if (known.some((one) => one.party === role.party && one.role === role.role))
      database.run(
        'UPDATE party_roles SET order_key = ?, year = ?, amount = ?, register = ?, basis = ? WHERE party = ? AND ocid = ? AND role = ?',
        role.orderKey,
        role.year,
        role.amount,
        role.register,
        role.basis,
        role.party,
        ocid,
        role.role,
      );
    else {
      database.run(
        'INSERT INTO party_roles (party, ocid, role, order_key, year, amount, register, basis) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        role.party,
        ocid,
        role.role,
        role.orderKey,
        role.year,
        role.amount,
        role.register,
        role.basis,
      );
      countRole(database, role.party, role.role, 1);
    }
  }
  for (const { party, role } of known) {
    if (roles.some((one) => one.party === party && one.role === role)) continue;
    database.run('DELETE FROM party_roles WHERE party = ? AND ocid = ? AND role = ?', party, ocid, role);
    countRole(database, party, role, -1);
  }
  const [before, after] = [known, roles].map((some) => new Set(some.map(({ party }) => party)));
  for (const party of after!) if (!before!.has(party)) countRole(database, party, ANY_ROLE, 1);
  for (const party of before!) if (!after!.has(party)) countRole(database, party, ANY_ROLE, -1);
  for (const party of new Set(known.map(({ party }) => party))) {
    if (roles.some((role) => role.party === party)) continue;
    if (database.get('SELECT 1 FROM party_roles WHERE party = ? LIMIT 1', party)) continue;
    database.run('DELETE FROM party_names WHERE party = ?', party);
    database.run('DELETE FROM parties WHERE id = ?', party);
  }
}

/** Who stands in a record, whatever they do there. */
export function partiesOfRecord(database: Database, ocid: string): string[] {
  return database
    .all<{ party: string }>('SELECT DISTINCT party FROM party_roles WHERE ocid = ?', ocid)
    .map(({ party }) => party);
}

/** Parties whose name, or whose first day under it, is told by one of these records. */
export function partiesNamedBy(database: Database, ocids: readonly string[]): string[] {
  return database
    .all<{ party: string }>(
      `WITH asked AS (SELECT value AS ocid FROM json_each(?)),
            named AS (SELECT DISTINCT party, ocid FROM party_roles WHERE ocid IN (SELECT ocid FROM asked))
       SELECT DISTINCT n.party FROM named n
        WHERE EXISTS (SELECT 1 FROM parties p WHERE p.id = n.party AND p.named_by = (SELECT max(id) FROM releases WHERE ocid = n.ocid))
           OR EXISTS (SELECT 1 FROM party_names p WHERE p.party = n.party AND p.release = (SELECT min(id) FROM releases WHERE ocid = n.ocid))
        ORDER BY n.party`,
      JSON.stringify(ocids),
    )
    .map(({ party }) => party);
}

export function forgetNames(database: Database, parties: readonly string[]): void {
  for (const party of parties) {
    database.run('DELETE FROM party_names WHERE party = ?', party);
    database.run('DELETE FROM parties WHERE id = ?', party);
  }
}

/** The records in which one of these parties plays a part. */
export function recordsNaming(database: Database, parties: readonly string[]): string[] {
  return database
    .all<{ ocid: string }>(
      'SELECT DISTINCT ocid FROM party_roles WHERE party IN (SELECT value FROM json_each(?)) ORDER BY ocid',
      JSON.stringify(parties),
    )
    .map(({ ocid }) => ocid);
}

export function clearParties(database: Database): void {
  database.handle.exec(
    'DELETE FROM party_roles; DELETE FROM party_tallies; DELETE FROM party_names; DELETE FROM parties',
  );
}

export function findParty(database: Database, id: string): Party | undefined {
  const row = database.get<{ id: string; name: string; identifier: string | null; is_unit: number }>(
    'SELECT id, name, identifier, is_unit FROM parties WHERE id = ?',
    id,
  );
  return row && { id: row.id, name: row.name, identifier: row.identifier, isUnit: row.is_unit === 1 };
}

/** Who is named in these records, in the order of the records. */
export function partiesIn(database: Database, ocids: readonly string[]): Party[] {
  const rows = database.all<{ id: string; name: string; identifier: string | null; is_unit: number }>(
    `SELECT DISTINCT p.id, p.name, p.identifier, p.is_unit FROM json_each(?) AS asked
     JOIN party_roles AS r ON r.ocid = asked.value JOIN parties AS p ON p.id = r.party ORDER BY asked.key`,
    JSON.stringify(ocids),
  );
  return [
    ...new Map(
      rows.map((row) => [
        row.id,
        { id: row.id, name: row.name, identifier: row.identifier, isUnit: row.is_unit === 1 },
      ]),
    ).values(),
  ];
}

/** The party a 统一社会信用代码 names; the first by id where a notice printed one code for two. */
export function findPartyByIdentifier(database: Database, identifier: string): Party | undefined {
  const found = database.get<{ id: string }>(
    'SELECT id FROM parties WHERE identifier = ? ORDER BY id LIMIT 1',
    identifier,
  );
  return found && findParty(database, found.id);
}

/** What a party was in a record. */
export interface PartyInRecord {
  ocid: string;
  orderKey: number;
  roles: string[];
  /** Fen: what it won there, all its packages together; null where it won nothing, or no sum is known. */
  won: number | null;
}

/** Records a party has a part in, newest first; `before` is the order key of the last one seen. */
export function recordsOf(
  database: Database,
  id: string,
  limit: number,
  before: number = Number.MAX_SAFE_INTEGER,
): PartyInRecord[] {
  const rows = database.all<Omit<PartyInRecord, 'roles'> & { roles: string }>(
    `SELECT ocid, order_key AS orderKey, group_concat(role) AS roles, max(CASE WHEN role = 'supplier' THEN amount END) AS won FROM party_roles INDEXED BY party_roles_by_newest
     WHERE party = ? AND order_key < ? GROUP BY order_key, ocid ORDER BY order_key DESC, ocid DESC LIMIT ?`,
    id,
    before,
    limit,
  );
  return rows.map((row) => ({ ...row, roles: row.roles.split(',') }));
}

/** Names for ids, for labels of facets. */
export function partyNames(database: Database, ids: readonly string[]): Map<string, string> {
  const rows = database.all<{ id: string; name: string }>(
    'SELECT id, name FROM parties WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
