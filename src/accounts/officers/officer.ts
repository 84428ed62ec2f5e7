import { PLATFORM_ROLES, type Actor, type Role } from '../permissions.ts';

/** A person who works for a unit, or for the platform itself. */
export interface Officer {
  id: string;
  /** Null: of the platform. */
  unit: string | null;
  name: string;
  /** By what the officer signs in: folded letters, digits, `.`, `-`, `_`. */
  signIn: string;
  /** 工号. One person has one account: two would review each other. */
  staffNumber: string;
  roles: readonly Role[];
  /** Signs in only while demo data are shown. */
  demo: boolean;
  invitedAt: number;
  /** Null until the (last) invitation is accepted. */
  acceptedAt: number | null;
  disabledAt: number | null;
}

export type OfficerState = 'invited' | 'active' | 'disabled';

export function stateOf({ acceptedAt, disabledAt }: Pick<Officer, 'acceptedAt' | 'disabledAt'>): OfficerState {
  if (disabledAt !== null) return 'disabled';
  return acceptedAt === null ? 'invited' : 'active';
}

/** Roles an officer can hold together: of the unit, any; of the platform, one, and none of a unit beside it. */
export function fitTogether(roles: readonly Role[], unit: string | null): boolean {
  const ofPlatform = roles.filter((role) => PLATFORM_ROLES.includes(role));
  return unit === null ? roles.length === 1 && ofPlatform.length === 1 : roles.length > 0 && ofPlatform.length === 0;
}

/** Those the platform's administrator appoints. */
const APPOINTED: readonly Role[] = ['unitAdministrator', ...PLATFORM_ROLES];

/**
 * Whether an actor may give these roles. The platform's administrator appoints those who administer units, and they
 * appoint the rest: else the platform could make itself an issuer (三权分立).
 */
export function mayGive(actor: Actor, roles: readonly Role[]): boolean {
  if (actor.id === OPERATOR) return true;
  if (actor.roles.includes('administrator')) return roles.every((role) => APPOINTED.includes(role));
  return roles.every((role) => !PLATFORM_ROLES.includes(role));
}

/** Whether an actor may let an officer of these roles in anew. */
export function mayReset(actor: Actor, roles: readonly Role[]): boolean {
  return (
    actor.id === OPERATOR || !actor.roles.includes('administrator') || roles.some((role) => APPOINTED.includes(role))
  );
}

/** Who has the machine itself: the command line. No officer can have this id. */
const OPERATOR = 'operator';

/** Acts of the command line are done in this name. */
export function operator(now: number): Actor {
  return { id: OPERATOR, name: OPERATOR, unit: null, registers: [], roles: ['administrator'], confirmedAt: now };
}
