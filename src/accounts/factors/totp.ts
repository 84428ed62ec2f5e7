import { verifySync } from 'otplib';
import type { Database } from '../../database/database.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import type { Vault } from '../vault.ts';
import { findTotpSecret, saveLastStep } from './storage.ts';

const PERIOD = 30;

/** Uses a code up. Refusals: `code-wrong`, `code-used`, `code-unreadable` (the secret was sealed by another key). */
export function useTotp(database: Database, vault: Vault, officer: string, code: string, now: number): Result<'totp'> {
  const secret = findTotpSecret(database, vault, officer);
  if (secret?.secret === null) return refuse({ code: 'code-unreadable', path: 'code' });
  const step = secret ? stepOf(secret.secret, code, now) : null;
  if (!secret || step === null) return refuse({ code: 'code-wrong', path: 'code' });
  // Whoever has read a code over the shoulder, or off the line, comes too late with it.
  return saveLastStep(database, secret.id, step) === 1 ? done('totp') : refuse({ code: 'code-used', path: 'code' });
}

/** The step whose code it is: that of now, the one before or the one after. */
export function stepOf(secret: string, code: string, now: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const verified = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now / 1000),
    epochTolerance: PERIOD,
    period: PERIOD,
  });
  return verified.valid && 'timeStep' in verified ? verified.timeStep : null;
}
