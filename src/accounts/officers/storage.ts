import type { Database } from '../../database/database.ts';
import { ROLES, type Role } from '../permissions.ts';
import type { Officer } from './officer.ts';

interface Row extends Omit<Officer, 'roles' | 'demo'> {
  demo: number;
}

const OFFICER =
  'id, unit, name, sign_in AS signIn, staff_number AS staffNumber, demo, invited_at AS invitedAt, accepted_at AS acceptedAt, disabled_at AS disabledAt';

export function findOfficer(database: Database, id: string): Officer | undefined {
  const row = database.get<Row>(`SELECT ${OFFICER} FROM officers WHERE id = ?`, id);
  return row && whole(database, row);
}

/** `signIn` folded. */
export function findOfficerBySignIn(database: Database, signIn: string): Officer | undefined {
  const row = database.get<Row>(`SELECT ${OFFICER} FROM officers WHERE sign_in = ?`, signIn);
  return row && whole(database, row);
}

export function findOfficerByStaffNumber(database: Database, staffNumber: string): Officer | undefined {
  const row = database.get<Row>(`SELECT ${OFFICER} FROM officers WHERE staff_number = ?`, staffNumber);
  return row && whole(database, row);
}

/** Of one unit; of the platform for null. The disabled stand last. */
export function findOfficers(database: Database, unit: string | null): Officer[] {
  return database
    .all<Row>(`SELECT ${OFFICER} FROM officers WHERE unit IS ? ORDER BY disabled_at IS NOT NULL, name, id`, unit)
    .map((row) => whole(database, row));
}

/** Of all units, for the administrator and the auditor. */
export function findAllOfficers(database: Database): Officer[] {
  return database
    .all<Row>(`SELECT ${OFFICER} FROM officers ORDER BY unit IS NOT NULL, unit, disabled_at IS NOT NULL, name, id`)
    .map((row) => whole(database, row));
}

function whole(database: Database, row: Row): Officer {
  const held = database
    .all<{ role: Role }>('SELECT role FROM officer_roles WHERE officer = ?', row.id)
    .map(({ role }) => role);
  return { ...row, demo: row.demo === 1, roles: ROLES.filter((role) => held.includes(role)) };
}

export function insertOfficer(database: Database, officer: Officer): void {
  database.run(
    'INSERT INTO officers (id, unit, name, sign_in, staff_number, demo, invited_at, accepted_at, disabled_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    officer.id,
    officer.unit,
    officer.name,
    officer.signIn,
    officer.staffNumber,
    officer.demo ? 1 : 0,
    officer.invitedAt,
    officer.acceptedAt,
    officer.disabledAt,
  );
  saveRoles(database, officer.id, officer.roles);
}

export function saveRoles(database: Database, officer: string, roles: readonly Role[]): void {
  database.run('DELETE FROM officer_roles WHERE officer = ?', officer);
  for (const role of roles) database.run('INSERT INTO officer_roles (officer, role) VALUES (?, ?)', officer, role);
}

export function saveState(
  database: Database,
  { id, invitedAt, acceptedAt, disabledAt }: Pick<Officer, 'id' | 'invitedAt' | 'acceptedAt' | 'disabledAt'>,
): void {
  database.run(
    'UPDATE officers SET invited_at = ?, accepted_at = ?, disabled_at = ? WHERE id = ?',
    invitedAt,
    acceptedAt,
    disabledAt,
    id,
  );
}

export interface Invitation {
  officer: string;
  expiresAt: number;
  endedAt: number | null;
}

export function findInvitation(database: Database, tokenHash: string): Invitation | undefined {
  return database.get(
    'SELECT officer, expires_at AS expiresAt, ended_at AS endedAt FROM invitations WHERE token_hash = ?',
    tokenHash,
  );
}

export function insertInvitation(
  database: Database,
  invitation: { tokenHash: string; officer: string; madeBy: string; madeAt: number; expiresAt: number },
): void {
  const { tokenHash, officer, madeBy, madeAt, expiresAt } = invitation;
  database.run(
    'INSERT INTO invitations (token_hash, officer, made_by, made_at, expires_at) VALUES (?, ?, ?, ?, ?)',
    tokenHash,
    officer,
    madeBy,
    madeAt,
    expiresAt,
  );
}

/** All that are still open: an officer has one invitation at a time. */
export function endInvitations(database: Database, officer: string, now: number): void {
  database.run('UPDATE invitations SET ended_at = ? WHERE officer = ? AND ended_at IS NULL', now, officer);
}

/** Whether anything of the demo world was published here. */
export function hasDemoNotices(database: Database): boolean {
  return (
    database.get("SELECT 1 FROM releases WHERE source_key >= 'demo-' AND source_key < 'demo.' LIMIT 1") !== undefined
  );
}
