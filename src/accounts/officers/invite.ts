import * as z from 'zod';
import type { Database } from '../../database/database.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import { permission, ROLES, type Actor, type Role } from '../permissions.ts';
import { refusalOf } from '../refusal.ts';
import { newId, newToken, tokenHash } from '../secrets.ts';
import { signInName } from '../sessions/sign-in.ts';
import { recordAct } from '../trail.ts';
import { findUnit } from '../units/storage.ts';
import { fitTogether, mayGive, type Officer } from './officer.ts';
import {
  endInvitations,
  findOfficerBySignIn,
  findOfficerByStaffNumber,
  insertInvitation,
  insertOfficer,
} from './storage.ts';

export const INVITED_FOR = 7 * 24 * 3_600_000;

/** Whom to invite. */
export interface InvitationInput {
  /** Null: an officer of the platform. */
  unit: string | null;
  name: string;
  signIn: string;
  staffNumber: string;
  roles: readonly Role[];
}

const schema = z.object({
  unit: z.string().nullable(),
  name: z.string().trim().min(1).max(60),
  signIn: z
    .string()
    .transform(signInName)
    .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/)),
  staffNumber: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}-]{1,40}$/u),
  roles: z.array(z.enum(ROLES)).transform((roles) => ROLES.filter((role) => roles.includes(role))),
});

/** Which sentence says what is wrong with a field. */
const FIELDS: Record<string, string> = {
  unit: 'unit-unknown',
  name: 'officer-name',
  signIn: 'officer-sign-in',
  staffNumber: 'officer-staff-number',
  roles: 'officer-roles',
};

/**
 * Invites an officer by a link that is good once, for seven days (`invitationLink`). Nobody else ever knows the
 * password. Refusals: `hidden`, `forbidden`, `stale`; `officer-name`, `officer-sign-in`, `officer-staff-number`,
 * `officer-roles` (none, or of platform and unit together); `role-not-yours`; `unit-unknown`; `sign-in-taken`;
 * `staff-number-taken`.
 */
export function inviteOfficer(
  database: Database,
  actor: Actor,
  input: InvitationInput,
  now: number,
): Result<{ officer: Officer; token: string }> {
  const refused = refusalOf(permission(actor, 'officer.invite', { unit: input.unit }, now));
  if (refused) return refuse(refused);
  const parsed = schema.safeParse(input);
  if (!parsed.success)
    return refuse(
      ...[...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].map((path) => ({
        code: FIELDS[path]!,
        path,
      })),
    );

  const officer: Officer = {
    id: newId('o'),
    ...parsed.data,
    demo: false,
    invitedAt: now,
    acceptedAt: null,
    disabledAt: null,
  };
  return database.transaction(() => {
    const refusals = problems(database, actor, officer);
    if (refusals.length > 0) return refuse(...refusals);
    insertOfficer(database, officer);
    const token = invite(database, actor, officer.id, now);
    const { name, unit, roles, signIn, staffNumber } = officer;
    recordAct(
      database,
      actor,
      'officer.invite',
      `officer:${officer.id}`,
      { name, unit, roles, signIn, staffNumber },
      now,
    );
    return done({ officer, token });
  });
}

function problems(database: Database, actor: Actor, { unit, roles, signIn, staffNumber }: Officer): Refusal[] {
  const refusals: Refusal[] = [];
  const home = unit === null ? undefined : findUnit(database, unit);
  if (unit !== null && (!home || home.endedAt !== null))
    refusals.push({ code: 'unit-unknown', path: 'unit', found: unit });
  if (!fitTogether(roles, unit)) refusals.push({ code: 'officer-roles', path: 'roles' });
  else if (!mayGive(actor, roles)) refusals.push({ code: 'role-not-yours', path: 'roles' });
  if (findOfficerBySignIn(database, signIn)) refusals.push({ code: 'sign-in-taken', path: 'signIn', found: signIn });
  if (findOfficerByStaffNumber(database, staffNumber))
    refusals.push({ code: 'staff-number-taken', path: 'staffNumber', found: staffNumber });
  return refusals;
}

/** A new link; those before it are void. Call in a transaction. Returns the token. */
export function invite(database: Database, actor: Actor, officer: string, now: number): string {
  const token = newToken();
  endInvitations(database, officer, now);
  insertInvitation(database, {
    tokenHash: tokenHash(token),
    officer,
    madeBy: actor.id,
    madeAt: now,
    expiresAt: now + INVITED_FOR,
  });
  return token;
}

/** What is sent to the officer, on a way other than the portal's. */
export function invitationLink(origin: string, token: string): string {
  return `${origin}/office/invitations/${token}`;
}
