import type { Database } from '../../database/database.ts';
import { recordEvent } from '../../events/storage.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { newToken, tokenHash } from '../secrets.ts';
import type { Vault } from '../vault.ts';
import { DEVICE_FOR } from '../sessions/cookie.ts';
import { sessionOf, startSession, type DoorSettings, type Place, type Session } from '../sessions/session.ts';
import { knownDevice } from '../sessions/sign-in.ts';
import { saveConfirmed, saveKnownDevice } from '../sessions/storage.ts';
import { attempt, attemptOf, succeed, takeBack } from '../sessions/throttle.ts';
import { useCode } from './recovery-codes.ts';
import { useTotp } from './totp.ts';

/** Who is at the door with a session that may want a second factor. */
export interface Visitor extends Place {
  /** Of the session cookie. */
  token: string;
  /** Of the device cookie. */
  device?: string;
}

/** The token for the session cookie; the one for the device cookie when the browser was not known. */
export interface Entered {
  token: string;
  device?: string;
}

/**
 * The second step: six digits of the officer's app, or a recovery code. After the password it gives a whole session
 * under a new token; in a whole session it makes the second factor fresh again and the token stays, so that other tabs
 * go on.
 *
 * Refusals: `session-over`; `code-wrong`; `code-used` (a code counts once); `throttled`; `code-unreadable`, which counts
 * as no attempt: a recovery code must still be let in.
 */
export function passSecondFactor(
  database: Database,
  vault: Vault,
  visitor: Visitor & { code: string },
  settings: DoorSettings,
  now: number,
): Result<Entered> {
  const session = sessionOf(database, visitor.token, visitor.address, settings, now);
  if (!session || session.stage === 'enrolment') return refuse({ code: 'session-over' });
  const { officer } = session;
  const tried = attemptOf('factor', officer.id, visitor.address, knownDevice(database, officer, visitor.device, now));
  return database.transaction(() => {
    const counted = attempt(database, tried, now);
    if (!counted.ok) return counted;
    const used = useSecondFactor(database, vault, officer.id, visitor.code, now);
    if (!used.ok) {
      if (used.refusals[0]!.code === 'code-unreadable') takeBack(database, counted.value);
      leave(database, session, 'factor.refused', visitor, {}, now);
      return used;
    }
    succeed(database, tried);
    return done(enter(database, session, visitor, used.value, now));
  });
}

/** `totp` or `recoveryCode`. Groups may be typed with spaces. */
function useSecondFactor(
  database: Database,
  vault: Vault,
  officer: string,
  typed: string,
  now: number,
): Result<string> {
  const code = typed.normalize('NFKC').replace(/\s/g, '').slice(0, 100);
  return /^\d{6}$/.test(code) ? useTotp(database, vault, officer, code, now) : useCode(database, officer, code, now);
}

/** The second factor was right, whichever it was. Call in a transaction. */
export function enter(database: Database, session: Session, visitor: Visitor, factor: string, now: number): Entered {
  if (session.confirmedAt !== null) {
    saveConfirmed(database, session.id, now);
    leave(database, session, 'session.confirm', visitor, { factor }, now);
    return { token: visitor.token };
  }
  const token = startSession(database, session.officer.id, visitor, { confirmedAt: now, replaces: visitor.token }, now);
  leave(database, session, 'session.start', visitor, { factor }, now);
  return { token, device: rememberDevice(database, session.officer.id, visitor.device, now) };
}

/** The token of a device that was not known to be this officer's. */
export function rememberDevice(
  database: Database,
  officer: string,
  device: string | undefined,
  now: number,
): string | undefined {
  if (knownDevice(database, { id: officer }, device, now)) return undefined;
  const token = newToken();
  saveKnownDevice(database, tokenHash(token), officer, now + DEVICE_FOR, now);
  return token;
}

function leave(
  database: Database,
  { officer }: Session,
  act: string,
  { address }: Place,
  detail: Record<string, unknown>,
  now: number,
): void {
  recordEvent(database, {
    at: now,
    actor: officer.id,
    act,
    subject: `officer:${officer.id}`,
    detail,
    unit: officer.unit,
    address,
  });
}
