import type { Database } from '../../database/database.ts';
import { recordEvent } from '../../events/storage.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { sessionOf, startSession, type DoorSettings, type Place, type Session } from '../sessions/session.ts';
import { knownDevice } from '../sessions/sign-in.ts';
import { deleteKnownDevices, deleteSessions } from '../sessions/storage.ts';
import { attempt, attemptOf, succeed, takeBack } from '../sessions/throttle.ts';
import { verifyPassword } from './hash.ts';
import { prepareNewPassword } from './new-password.ts';
import { DENGBAO } from './policy.ts';
import { Busy } from './queue.ts';
import { findPasswords, insertPassword } from './storage.ts';

/**
 * Another password, by who knows the present one. All other sessions end and all browsers are strangers again; this
 * session goes on under a new token, which is returned for the cookie.
 *
 * Refusals: `session-over`, `throttled`, `password-wrong`, `busy`, those of `prepareNewPassword`.
 */
export async function changePassword(
  database: Database,
  input: Place & { token: string; device?: string; current: string; password: string },
  settings: DoorSettings,
  now: number,
): Promise<Result<{ token: string }>> {
  const session = sessionOf(database, input.token, input.address, settings, now);
  if (!session || session.confirmedAt === null) return refuse({ code: 'session-over' });
  const { officer, confirmedAt } = session;
  const tried = attemptOf('password', officer.signIn, input.address, knownDevice(database, officer, input.device, now));
  const counted = database.transaction(() => attempt(database, tried, now));
  if (!counted.ok) return counted;
  try {
    if (!(await verifyPassword(findPasswords(database, officer.id)[0]?.hash, input.current))) {
      database.transaction(() => leave(database, session, 'officer.passwordRefused', now));
      return refuse({ code: 'password-wrong', path: 'current' });
    }
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    takeBack(database, counted.value);
    return refuse({ code: 'busy' });
  }
  database.transaction(() => succeed(database, tried));
  const prepared = await prepareNewPassword(database, officer, input.password, settings);
  if (!prepared.ok) return prepared;
  return database.transaction(() => {
    if (!sessionOf(database, input.token, input.address, settings, now)) return refuse({ code: 'session-over' });
    insertPassword(database, officer.id, prepared.value, DENGBAO.history, now);
    deleteSessions(database, officer.id);
    deleteKnownDevices(database, officer.id);
    leave(database, session, 'officer.password', now);
    return done({ token: startSession(database, officer.id, input, { confirmedAt, replaces: input.token }, now) });
  });
}

function leave(database: Database, { officer: { id, unit }, address }: Session, act: string, now: number): void {
  recordEvent(database, { at: now, actor: id, act, subject: `officer:${id}`, detail: {}, unit, address });
}
