import type { Database } from '../../database/database.ts';
import { recordEvent } from '../../events/storage.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { hasFactor } from '../factors/storage.ts';
import { prepareNewPassword } from '../passwords/new-password.ts';
import { insertPassword } from '../passwords/storage.ts';
import { DENGBAO } from '../passwords/policy.ts';
import { tokenHash } from '../secrets.ts';
import { startSession, type DoorSettings, type Place } from '../sessions/session.ts';
import { deleteSessions } from '../sessions/storage.ts';
import { findUnit } from '../units/storage.ts';
import type { Officer } from './officer.ts';
import { endInvitations, findInvitation, findOfficer, saveState } from './storage.ts';

/** What the page of the link shows before anything is done. */
export interface Invited {
  officer: Officer;
  /** Null: of the platform. */
  unitName: string | null;
  /** It is still asked for: the link does not go round it. */
  hasFactor: boolean;
}

/** Refusal: `invitation-void`: used, replaced, more than seven days old, or never made. */
export function readInvitation(database: Database, token: string, now: number): Result<Invited> {
  const officer = invitedOfficer(database, token, now);
  if (!officer) return refuse({ code: 'invitation-void' });
  const unit = officer.unit === null ? undefined : findUnit(database, officer.unit);
  return done({ officer, unitName: unit?.name ?? null, hasFactor: hasFactor(database, officer.id) });
}

/**
 * The officer chooses a password; the account is active and the session that begins leads to the second factor: to
 * set one up, or to give the one there is. Returns the token for the cookie.
 *
 * Refusals: `invitation-void`, those of `passwordRefusals`, `password-known`, `busy`.
 */
export async function acceptInvitation(
  database: Database,
  input: Place & { token: string; password: string; replaces?: string },
  settings: DoorSettings,
  now: number,
): Promise<Result<{ token: string }>> {
  const officer = invitedOfficer(database, input.token, now);
  if (!officer) return refuse({ code: 'invitation-void' });
  const prepared = await prepareNewPassword(database, officer, input.password, settings);
  if (!prepared.ok) return prepared;
  return database.transaction(() => {
    // While it was hashed, somebody else may have used the link, or the administrator taken it back.
    if (!invitedOfficer(database, input.token, now)) return refuse({ code: 'invitation-void' });
    endInvitations(database, officer.id, now);
    insertPassword(database, officer.id, prepared.value, DENGBAO.history, now);
    saveState(database, { ...officer, acceptedAt: now });
    deleteSessions(database, officer.id);
    const { unit, id } = officer;
    recordEvent(database, {
      at: now,
      actor: id,
      act: 'officer.accept',
      subject: `officer:${id}`,
      detail: {},
      unit,
      address: input.address,
    });
    return done({ token: startSession(database, id, input, { confirmedAt: null, replaces: input.replaces }, now) });
  });
}

function invitedOfficer(database: Database, token: string, now: number): Officer | undefined {
  const invitation = findInvitation(database, tokenHash(token));
  if (!invitation || invitation.endedAt !== null || now >= invitation.expiresAt) return undefined;
  const officer = findOfficer(database, invitation.officer);
  return officer && officer.disabledAt === null ? officer : undefined;
}
