import type { Database } from '../../database/database.ts';

/** By which a unit's own system posts drafts for review; it can do nothing else. */
export interface UnitToken {
  id: string;
  unit: string;
  /** What it is for: “OA 系统”. */
  name: string;
  registers: readonly string[];
  madeBy: string;
  madeAt: number;
  expiresAt: number;
  revokedAt: number | null;
  usedAt: number | null;
}

interface Row extends Omit<UnitToken, 'registers'> {
  registers: string;
}

const TOKEN =
  'id, unit, name, registers, made_by AS madeBy, made_at AS madeAt, expires_at AS expiresAt, revoked_at AS revokedAt, used_at AS usedAt';

export function findToken(database: Database, tokenHash: string): UnitToken | undefined {
  return whole(database.get<Row>(`SELECT ${TOKEN} FROM unit_tokens WHERE token_hash = ?`, tokenHash));
}

export function findTokenById(database: Database, id: string): UnitToken | undefined {
  return whole(database.get<Row>(`SELECT ${TOKEN} FROM unit_tokens WHERE id = ?`, id));
}

/** Newest first. */
export function findTokens(database: Database, unit: string): UnitToken[] {
  return database
    .all<Row>(`SELECT ${TOKEN} FROM unit_tokens WHERE unit = ? ORDER BY revoked_at IS NOT NULL, made_at DESC, id`, unit)
    .map((row) => whole(row)!);
}

function whole(row: Row | undefined): UnitToken | undefined {
  return row && { ...row, registers: JSON.parse(row.registers) as string[] };
}

export function insertToken(database: Database, tokenHash: string, token: UnitToken): void {
  const { id, unit, name, registers, madeBy, madeAt, expiresAt } = token;
  database.run(
    'INSERT INTO unit_tokens (id, token_hash, unit, name, registers, made_by, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    tokenHash,
    unit,
    name,
    JSON.stringify(registers),
    madeBy,
    madeAt,
    expiresAt,
  );
}

export function saveTokenUse(database: Database, id: string, now: number): void {
  database.run('UPDATE unit_tokens SET used_at = ? WHERE id = ?', now, id);
}

export function revoke(database: Database, id: string, now: number): void {
  database.run('UPDATE unit_tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', now, id);
}

/** Those that an officer made, and so may have kept. Returns how many. */
export function revokeTokensOf(database: Database, officer: string, now: number): number {
  return database.run('UPDATE unit_tokens SET revoked_at = ? WHERE made_by = ? AND revoked_at IS NULL', now, officer);
}

/** By which a feed reader asks what waits for an officer. */
export interface DeskToken {
  officer: string;
  madeAt: number;
  usedAt: number | null;
}

const DESK_TOKEN = 'officer, made_at AS madeAt, used_at AS usedAt';

/** In the place of the one before: an officer has one. */
export function saveDeskToken(database: Database, officer: string, tokenHash: string, now: number): void {
  database.run(
    'INSERT INTO desk_tokens (officer, token_hash, made_at) VALUES (?, ?, ?) ON CONFLICT (officer) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at, used_at = NULL',
    officer,
    tokenHash,
    now,
  );
}

export function deleteDeskToken(database: Database, officer: string): boolean {
  return database.run('DELETE FROM desk_tokens WHERE officer = ?', officer) > 0;
}

export function findDeskToken(database: Database, officer: string): DeskToken | undefined {
  return database.get(`SELECT ${DESK_TOKEN} FROM desk_tokens WHERE officer = ?`, officer);
}

export function findDeskTokenByHash(database: Database, tokenHash: string): DeskToken | undefined {
  return database.get(`SELECT ${DESK_TOKEN} FROM desk_tokens WHERE token_hash = ?`, tokenHash);
}

export function saveDeskTokenUse(database: Database, officer: string, now: number): void {
  database.run('UPDATE desk_tokens SET used_at = ? WHERE officer = ?', now, officer);
}
