import { generateSecret, generateURI } from 'otplib';
import type { Database } from '../../database/database.ts';
import { recordEvent } from '../../events/storage.ts';
import { zh } from '../../locales/zh/zh.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { FRESH_FOR } from '../permissions.ts';
import { sessionOf, type DoorSettings, type Session } from '../sessions/session.ts';
import { attempt, attemptOf, succeed } from '../sessions/throttle.ts';
import type { Vault } from '../vault.ts';
import { newCodes } from './recovery-codes.ts';
import { enter, type Entered, type Visitor } from './second-factor.ts';
import { confirmTotpSecret, findShownSecret, insertTotpSecret, totpSince } from './storage.ts';
import { stepOf } from './totp.ts';

/** What an authenticator app needs: the secret to type, or its address as a QR code. */
export interface Enrolment {
  secret: string;
  uri: string;
}

/**
 * Shows a new secret; it counts once a code has proven that the app has it (`confirmTotp`). At the first sign-in this
 * comes before anything else; later it replaces the app and wants a fresh second factor.
 *
 * Refusals: `session-over`, `stale`.
 */
export function enrolTotp(
  database: Database,
  vault: Vault,
  visitor: Visitor,
  settings: DoorSettings,
  now: number,
): Result<Enrolment> {
  const allowed = mayEnrol(database, visitor, settings, now);
  if (!allowed.ok) return allowed;
  const { officer, id } = allowed.value;
  // Shown again on a reload, so that an app which has read it already stays right.
  const shown = findShownSecret(database, vault, officer.id, id)?.secret;
  const secret = shown ?? generateSecret();
  if (!shown) database.transaction(() => insertTotpSecret(database, vault, officer.id, secret, id, now));
  return done({ secret, uri: generateURI({ issuer: zh.site.name, label: officer.signIn, secret }) });
}

/**
 * The first code of a new app: from now on it counts, and one that it replaces is void. It gives ten new recovery codes,
 * shown once, for those of an app that may be in other hands are void too; and at the first sign-in the whole session.
 * Refusals: `session-over`, `stale`, `throttled`, `code-wrong`, `enrolment-missing`.
 */
export function confirmTotp(
  database: Database,
  vault: Vault,
  visitor: Visitor & { code: string },
  settings: DoorSettings,
  now: number,
): Result<Entered & { recoveryCodes: string[] }> {
  const allowed = mayEnrol(database, visitor, settings, now);
  if (!allowed.ok) return allowed;
  const session = allowed.value;
  const { id, unit } = session.officer;
  const tried = attemptOf('factor', id, visitor.address);
  return database.transaction(() => {
    const shown = findShownSecret(database, vault, id, session.id);
    if (!shown || shown.secret === null) return refuse({ code: 'enrolment-missing' });
    const counted = attempt(database, tried, now);
    if (!counted.ok) return counted;
    const step = stepOf(shown.secret, visitor.code.normalize('NFKC').replace(/\s/g, ''), now);
    if (step === null) return refuse({ code: 'code-wrong', path: 'code' });
    succeed(database, tried);
    const isReplaced = totpSince(database, id) !== null;
    confirmTotpSecret(database, id, shown.id, step, now);
    recordEvent(database, {
      at: now,
      actor: id,
      act: 'factor.enrol',
      subject: `officer:${id}`,
      detail: { factor: 'totp', ...(isReplaced && { replaced: true }) },
      unit,
      address: visitor.address,
    });
    return done({
      ...enter(database, session, visitor, 'totp', now),
      recoveryCodes: newCodes(database, id, now),
    });
  });
}

/** At the first sign-in; or in a whole session, just after the second factor that is to be replaced. */
function mayEnrol(
  database: Database,
  { token, address }: Visitor,
  settings: DoorSettings,
  now: number,
): Result<Session> {
  const session = sessionOf(database, token, address, settings, now);
  if (!session || session.stage === 'factor' || session.stage === 'password') return refuse({ code: 'session-over' });
  if (session.confirmedAt !== null && now - session.confirmedAt > FRESH_FOR) return refuse({ code: 'stale' });
  return done(session);
}
