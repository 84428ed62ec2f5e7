import type { Database } from '../../database/database.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { FRESH_FOR, type Actor } from '../permissions.ts';
import { newCode, tokenHash } from '../secrets.ts';
import { recordAct } from '../trail.ts';
import { replaceRecoveryCodes, useRecoveryCode } from './storage.ts';

const HOW_MANY = 10;

/**
 * Ten new codes for the day the app is lost, each good once; the old ones are void. Shown now and never again.
 * Refusal: `stale`.
 */
export function renewRecoveryCodes(database: Database, actor: Actor, now: number): Result<string[]> {
  if (actor.token) return refuse({ code: 'forbidden' });
  if (actor.confirmedAt === undefined || now - actor.confirmedAt > FRESH_FOR) return refuse({ code: 'stale' });
  return database.transaction(() => {
    recordAct(database, actor, 'factor.recoveryCodes', `officer:${actor.id}`, { codes: HOW_MANY }, now);
    return done(newCodes(database, actor.id, now));
  });
}

/** Uses a code up. Refusal: `code-wrong`, for a used one as well: paper tells nothing about what it was. */
export function useCode(database: Database, officer: string, typed: string, now: number): Result<'recoveryCode'> {
  return useRecoveryCode(database, officer, codeHash(typed), now) === 1
    ? done('recoveryCode')
    : refuse({ code: 'code-wrong', path: 'code' });
}

/** Ten new ones, the old ones void; call in a transaction. */
export function newCodes(database: Database, officer: string, now: number): string[] {
  // Four groups are 79 bits: a stolen table of SHA-256 gives none of them back.
  const codes = Array.from({ length: HOW_MANY }, () => newCode(4));
  replaceRecoveryCodes(database, officer, codes.map(codeHash), now);
  return codes;
}

function codeHash(code: string): string {
  return tokenHash(code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
