import type { Database } from '../../database/database.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { deleteFactors } from '../factors/storage.ts';
import { permission, ROLES, type Act, type Actor, type Role } from '../permissions.ts';
import { refusalOf } from '../refusal.ts';
import { deleteKnownDevices, deleteSessions } from '../sessions/storage.ts';
import { revokeTokensOf } from '../tokens/storage.ts';
import { recordAct } from '../trail.ts';
import { invite } from './invite.ts';
import { fitTogether, mayGive, mayReset, stateOf, type Officer } from './officer.ts';
import { endInvitations, findOfficer, saveRoles, saveState } from './storage.ts';

/**
 * Other roles from now on. The officer's sessions end, so that no page still shows what is no longer theirs, and the
 * next one has a new token. Nobody changes their own.
 *
 * Refusals: `hidden`, `forbidden`, `stale`, `own-account`, `officer-roles`, `role-not-yours`.
 */
export function changeRoles(
  database: Database,
  actor: Actor,
  id: string,
  roles: readonly Role[],
  now: number,
): Result<Officer> {
  return changing(database, actor, id, 'officer.change', now, (officer) => {
    const wanted = ROLES.filter((role) => roles.includes(role));
    if (!fitTogether(wanted, officer.unit)) return refuse({ code: 'officer-roles', path: 'roles' });
    if (
      !mayGive(
        actor,
        wanted.filter((role) => !officer.roles.includes(role)),
      )
    )
      return refuse({ code: 'role-not-yours', path: 'roles' });
    saveRoles(database, id, wanted);
    deleteSessions(database, id);
    const tokens = wanted.includes('unitAdministrator') ? 0 : revokeTokensOf(database, id, now);
    recordAct(database, actor, 'officer.roles', `officer:${id}`, { before: officer.roles, after: wanted, tokens }, now);
    return done({ ...officer, roles: wanted });
  });
}

/**
 * Shuts an officer out: sessions end, the open link is void, the tokens they made are revoked. Their drafts and their
 * name on what was published stay. `reinviteOfficer` lets them in again.
 *
 * Refusals: `hidden`, `forbidden`, `stale`, `own-account`.
 */
export function disableOfficer(database: Database, actor: Actor, id: string, now: number): Result<Officer> {
  return changing(database, actor, id, 'officer.change', now, (officer) => {
    const disabled = { ...officer, disabledAt: officer.disabledAt ?? now };
    saveState(database, disabled);
    shutOut(database, id, now);
    const tokens = revokeTokensOf(database, id, now);
    recordAct(database, actor, 'officer.disable', `officer:${id}`, { tokens }, now);
    return done(disabled);
  });
}

/**
 * A new link for who has lost the password, or was disabled: the old password is void at once, and nobody but the
 * officer chooses the new one. The second factor is asked for all the same; only where it is lost as well does
 * `removeSecondFactor` take it away, and that stands in the trail.
 *
 * Refusals: `hidden`, `forbidden`, `stale`, `own-account`, `role-not-yours`.
 */
export function reinviteOfficer(
  database: Database,
  actor: Actor,
  id: string,
  { removeSecondFactor = false }: { removeSecondFactor?: boolean },
  now: number,
): Result<{ officer: Officer; token: string }> {
  return changing(database, actor, id, 'officer.invite', now, (before) => {
    if (!mayReset(actor, before.roles)) return refuse({ code: 'role-not-yours' });
    const officer = { ...before, invitedAt: now, acceptedAt: null, disabledAt: null };
    saveState(database, officer);
    shutOut(database, id, now);
    if (removeSecondFactor) deleteFactors(database, id);
    recordAct(database, actor, 'officer.reinvite', `officer:${id}`, { was: stateOf(before), removeSecondFactor }, now);
    return done({ officer, token: invite(database, actor, id, now) });
  });
}

/** In one transaction, on an officer who is there, whom the actor may change and who is somebody else. */
function changing<T>(
  database: Database,
  actor: Actor,
  id: string,
  act: Act,
  now: number,
  work: (officer: Officer) => Result<T>,
): Result<T> {
  return database.transaction(() => {
    const officer = findOfficer(database, id);
    // One that is not there answers like one of another unit.
    const refused = officer ? refusalOf(permission(actor, act, { unit: officer.unit }, now)) : { code: 'hidden' };
    if (!officer || refused) return refuse(refused ?? { code: 'hidden' });
    return officer.id === actor.id ? refuse({ code: 'own-account' }) : work(officer);
  });
}

function shutOut(database: Database, id: string, now: number): void {
  deleteSessions(database, id);
  deleteKnownDevices(database, id);
  endInvitations(database, id, now);
}
