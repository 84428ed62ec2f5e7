import type { Database } from '../../database/database.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import type { Vault } from '../vault.ts';
import { findStoredSecrets, saveStoredSecret } from './storage.ts';

export interface Sealing {
  /** Secrets that stood in the clear until now. */
  sealed: number;
  /** Secrets that this key does not open: their officers need a recovery code or a passkey. */
  unreadable: number;
}

/** Seals what stands in the clear, all or nothing; without a key it only counts. What was written over is gone from the file. */
export function sealSecrets(database: Database, vault: Vault): Sealing {
  const sealing = database.transaction(() => {
    const secrets = findStoredSecrets(database);
    const clear = vault.hasKey ? secrets.filter(({ isSealed }) => !isSealed) : [];
    for (const { id, officer, secret } of clear) saveStoredSecret(database, id, vault.seal(officer, secret));
    const unreadable = secrets.filter(({ officer, secret }) => vault.open(officer, secret) === null).length;
    return { sealed: clear.length, unreadable };
  });
  // They would stand in the file in the clear until the log is emptied into it.
  if (sealing.sealed > 0) database.emptyLog();
  return sealing;
}

/**
 * Seals everything by the new key. What the new key opens stays, so that it may be done again. All or nothing. Returns
 * how many were sealed anew. Refusal: `secrets-unreadable` (by neither key).
 */
export function rekeySecrets(database: Database, old: Vault, vault: Vault): Result<number> {
  const rekeyed = database.transaction((): Result<number> => {
    const others = findStoredSecrets(database)
      .filter(({ isSealed, officer, secret }) => !isSealed || vault.open(officer, secret) === null)
      .map(({ id, officer, secret }) => ({ id, officer, secret: old.open(officer, secret) }));
    const unreadable = others.filter(({ secret }) => secret === null);
    if (unreadable.length > 0) return refuse({ code: 'secrets-unreadable', found: String(unreadable.length) });
    for (const { id, officer, secret } of others) saveStoredSecret(database, id, vault.seal(officer, secret!));
    return done(others.length);
  });
  if (rekeyed.ok && rekeyed.value > 0) database.emptyLog();
  return rekeyed;
}
