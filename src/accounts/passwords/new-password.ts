import type { Database } from '../../database/database.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import type { Officer } from '../officers/officer.ts';
import type { DoorSettings } from '../sessions/session.ts';
import { findUnit } from '../units/storage.ts';
import { hashPassword, verifyPassword } from './hash.ts';
import { DENGBAO, passwordRefusals } from './policy.ts';
import { Busy } from './queue.ts';
import { findPasswords } from './storage.ts';

/**
 * Checks a password that an officer wants to take, and hashes it. Refusals: those of `passwordRefusals`;
 * `password-known` (the one there is, or with `dengbao3` one of the last five); `busy`.
 */
export async function prepareNewPassword(
  database: Database,
  officer: Officer,
  password: string,
  { passwordPolicy }: DoorSettings,
): Promise<Result<string>> {
  const unit = officer.unit === null ? undefined : findUnit(database, officer.unit);
  const context = [
    officer.name,
    officer.signIn,
    officer.staffNumber,
    unit?.name ?? '',
    ...(unit?.formerNames ?? []).map(({ name }) => name),
  ];
  const refusals = passwordRefusals(password, context, passwordPolicy);
  if (refusals.length > 0) return refuse(...refusals);
  try {
    const earlier = findPasswords(database, officer.id).slice(0, passwordPolicy === 'dengbao3' ? DENGBAO.history : 1);
    for (const { hash } of earlier) {
      if (await verifyPassword(hash, password)) return refuse({ code: 'password-known', path: 'password' });
    }
    return done(await hashPassword(password));
  } catch (error) {
    if (error instanceof Busy) return refuse({ code: 'busy' });
    throw error;
  }
}
