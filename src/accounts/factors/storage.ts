import type { Database } from '../../database/database.ts';
import { SEALED, type Vault } from '../vault.ts';

export interface TotpSecret {
  id: number;
  /** Null when the vault cannot open it. */
  secret: string | null;
  lastStep: number;
}

/** The one in use. */
export function findTotpSecret(database: Database, vault: Vault, officer: string): TotpSecret | undefined {
  const found = database.get<TotpSecret & { secret: string }>(
    'SELECT id, secret, last_step AS lastStep FROM totp_secrets WHERE officer = ? AND confirmed_at IS NOT NULL ORDER BY id DESC LIMIT 1',
    officer,
  );
  return found && { ...found, secret: vault.open(officer, found.secret) };
}

/** When the one in use was confirmed; null where there is none. */
export function totpSince(database: Database, officer: string): number | null {
  return (
    database.get<{ at: number }>(
      'SELECT confirmed_at AS at FROM totp_secrets WHERE officer = ? AND confirmed_at IS NOT NULL ORDER BY id DESC LIMIT 1',
      officer,
    )?.at ?? null
  );
}

/** The one that a session was shown and has not yet proven. */
export function findShownSecret(
  database: Database,
  vault: Vault,
  officer: string,
  session: string,
): TotpSecret | undefined {
  const found = database.get<TotpSecret & { secret: string }>(
    'SELECT id, secret, last_step AS lastStep FROM totp_secrets WHERE officer = ? AND shown_to = ? AND confirmed_at IS NULL ORDER BY id DESC LIMIT 1',
    officer,
    session,
  );
  return found && { ...found, secret: vault.open(officer, found.secret) };
}

/** Replaces one that was shown before and never proven. */
export function insertTotpSecret(
  database: Database,
  vault: Vault,
  officer: string,
  secret: string,
  session: string,
  now: number,
): void {
  database.run('DELETE FROM totp_secrets WHERE officer = ? AND confirmed_at IS NULL', officer);
  database.run(
    'INSERT INTO totp_secrets (officer, secret, shown_to, made_at) VALUES (?, ?, ?, ?)',
    officer,
    vault.seal(officer, secret),
    session,
    now,
  );
}

/** Every secret as it is stored, in use or shown. */
export function findStoredSecrets(
  database: Database,
): { id: number; officer: string; secret: string; isSealed: boolean }[] {
  return database
    .all<{ id: number; officer: string; secret: string }>('SELECT id, officer, secret FROM totp_secrets ORDER BY id')
    .map((row) => ({ ...row, isSealed: row.secret.startsWith(SEALED) }));
}

export function saveStoredSecret(database: Database, id: number, secret: string): void {
  database.run('UPDATE totp_secrets SET secret = ? WHERE id = ?', secret, id);
}

/** From now on this one counts, and no other. */
export function confirmTotpSecret(
  database: Database,
  officer: string,
  id: number,
  lastStep: number,
  now: number,
): void {
  database.run('DELETE FROM totp_secrets WHERE officer = ? AND id <> ?', officer, id);
  database.run('UPDATE totp_secrets SET confirmed_at = ?, last_step = ? WHERE id = ?', now, lastStep, id);
}

/** 0 when another request has used this step in the meantime. */
export function saveLastStep(database: Database, id: number, step: number): number {
  return database.run('UPDATE totp_secrets SET last_step = ? WHERE id = ? AND last_step < ?', step, id, step);
}

export interface StoredPasskey {
  id: string;
  officer: string;
  name: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  /** JSON */
  transports: string;
  madeAt: number;
  usedAt: number | null;
}

const PASSKEY = 'id, officer, name, public_key AS publicKey, counter, transports, made_at AS madeAt, used_at AS usedAt';

export function findPasskey(database: Database, id: string): StoredPasskey | undefined {
  return database.get(`SELECT ${PASSKEY} FROM passkeys WHERE id = ?`, id);
}

export function findPasskeys(database: Database, officer: string): StoredPasskey[] {
  return database.all(`SELECT ${PASSKEY} FROM passkeys WHERE officer = ? ORDER BY made_at, id`, officer);
}

export function insertPasskey(database: Database, passkey: Omit<StoredPasskey, 'usedAt'>): void {
  const { id, officer, name, publicKey, counter, transports, madeAt } = passkey;
  database.run(
    'INSERT INTO passkeys (id, officer, name, public_key, counter, transports, made_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    officer,
    name,
    publicKey,
    counter,
    transports,
    madeAt,
  );
}

export function savePasskeyUse(database: Database, id: string, counter: number, now: number): void {
  database.run('UPDATE passkeys SET counter = ?, used_at = ? WHERE id = ?', counter, now, id);
}

export function deletePasskey(database: Database, officer: string, id: string): number {
  return database.run('DELETE FROM passkeys WHERE officer = ? AND id = ?', officer, id);
}

export function replaceRecoveryCodes(
  database: Database,
  officer: string,
  hashes: readonly string[],
  now: number,
): void {
  database.run('DELETE FROM recovery_codes WHERE officer = ?', officer);
  for (const hash of hashes)
    database.run('INSERT INTO recovery_codes (hash, officer, made_at) VALUES (?, ?, ?)', hash, officer, now);
}

/** 0 when there is no such code of this officer, or it was used. */
export function useRecoveryCode(database: Database, officer: string, hash: string, now: number): number {
  return database.run(
    'UPDATE recovery_codes SET used_at = ? WHERE hash = ? AND officer = ? AND used_at IS NULL',
    now,
    hash,
    officer,
  );
}

export function recoveryCodesLeft(database: Database, officer: string): number {
  return database.get<{ n: number }>(
    'SELECT count(*) AS n FROM recovery_codes WHERE officer = ? AND used_at IS NULL',
    officer,
  )!.n;
}

/** Whether the officer has set up a second factor. */
export function hasFactor(database: Database, officer: string): boolean {
  return (
    database.get('SELECT 1 FROM totp_secrets WHERE officer = ? AND confirmed_at IS NOT NULL LIMIT 1', officer) !==
      undefined || findPasskeys(database, officer).length > 0
  );
}

export function deleteFactors(database: Database, officer: string): void {
  database.run('DELETE FROM totp_secrets WHERE officer = ?', officer);
  database.run('DELETE FROM passkeys WHERE officer = ?', officer);
  database.run('DELETE FROM recovery_codes WHERE officer = ?', officer);
}

/** False when it is there already. */
export function rememberChallenge(database: Database, challenge: string, now: number): boolean {
  return database.run('INSERT OR IGNORE INTO spent_challenges (challenge, at) VALUES (?, ?)', challenge, now) === 1;
}

export function forgetChallenges(database: Database, before: number): void {
  database.run('DELETE FROM spent_challenges WHERE at < ?', before);
}
