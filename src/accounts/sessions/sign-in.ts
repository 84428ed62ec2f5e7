import type { Database } from '../../database/database.ts';
import { recordEvent } from '../../events/storage.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { fold } from '../../values/script.ts';
import type { Officer } from '../officers/officer.ts';
import { findOfficerBySignIn } from '../officers/storage.ts';
import { hashPassword, isOutdated, verifyPassword } from '../passwords/hash.ts';
import { LONGEST } from '../passwords/policy.ts';
import { Busy } from '../passwords/queue.ts';
import { findPasswords, replaceHash, type StoredPassword } from '../passwords/storage.ts';
import { tokenHash } from '../secrets.ts';
import { mayEnter, startSession, type DoorSettings, type Place } from './session.ts';
import { isKnownDevice } from './storage.ts';
import { attempt, attemptOf, succeed, takeBack, type Attempt } from './throttle.ts';

export interface SignIn extends Place {
  signIn: string;
  password: string;
  /** The browser's device cookie. */
  device?: string;
  /** The browser's session cookie: a session begun before signing in is never continued. */
  replaces?: string;
}

/**
 * The first step: name and password give a session that only leads to the second factor (`session.stage`). The
 * answer and the work are the same whether or not there is such an officer. Returns the token for the cookie.
 *
 * Refusals: `sign-in-failed`; `demo-elsewhere`; `throttled` (seconds in `expected`); `busy` (429).
 */
export async function signIn(
  database: Database,
  input: SignIn,
  settings: DoorSettings,
  now: number,
): Promise<Result<{ token: string }>> {
  const name = signInName(input.signIn);
  const officer = findOfficerBySignIn(database, name);
  // Who is of the demo is no secret, and neither is the password: nothing is tried, so nothing is counted.
  if (officer?.demo && settings.demo && settings.isElsewhere)
    return refuse({ code: 'demo-elsewhere', found: officer.signIn });
  const stored = officer && mayEnter(officer, settings) ? findPasswords(database, officer.id)[0] : undefined;
  const tried = attemptOf('password', name, input.address, knownDevice(database, officer, input.device, now));

  const counted = database.transaction(() => attempt(database, tried, now));
  if (!counted.ok) return counted;
  try {
    // Longer than any password can be: the work of a hash, not of hashing a megabyte.
    const password = input.password.slice(0, 2 * LONGEST);
    const right = await verifyPassword(stored?.hash, password);
    if (!right) return failed(database, officer, input, now);
    const renewed = isOutdated(stored!.hash) ? await hashPassword(password) : undefined;
    return entered(database, tried, officer!, stored!, renewed, input, settings, now);
  } catch (error) {
    if (error instanceof Busy) return busy(database, counted.value);
    throw error;
  }
}

/** As it is stored: full width, capitals and spaces around it make no other name. */
export function signInName(typed: string): string {
  return fold(typed.trim());
}

/** The hash of the cookie when this officer has signed in with it before. */
export function knownDevice(
  database: Database,
  officer: Pick<Officer, 'id'> | undefined,
  device: string | undefined,
  now: number,
): string | undefined {
  if (!officer || !device) return undefined;
  const hash = tokenHash(device);
  return isKnownDevice(database, hash, officer.id, now) ? hash : undefined;
}

function entered(
  database: Database,
  tried: Attempt,
  officer: Officer,
  stored: StoredPassword,
  renewed: string | undefined,
  input: SignIn,
  settings: DoorSettings,
  now: number,
): Result<{ token: string }> {
  return database.transaction(() => {
    // While it was hashed, the officer may have been disabled or the password changed.
    const current = findOfficerBySignIn(database, officer.signIn);
    if (!current || !mayEnter(current, settings) || findPasswords(database, officer.id)[0]?.hash !== stored.hash)
      return refuse({ code: 'sign-in-failed' });
    succeed(database, tried);
    if (renewed) replaceHash(database, stored.id, renewed);
    const token = startSession(database, officer.id, input, { confirmedAt: null, replaces: input.replaces }, now);
    leave(database, officer, 'session.password', input.address, now);
    return done({ token });
  });
}

function failed(database: Database, officer: Officer | undefined, { address }: Place, now: number): Result<never> {
  database.transaction(() => leave(database, officer, 'session.refused', address, now));
  return refuse({ code: 'sign-in-failed' });
}

function busy(database: Database, counted: number): Result<never> {
  takeBack(database, counted);
  return refuse({ code: 'busy' });
}

/** What was typed as a name is not kept: it may be a password. */
function leave(database: Database, officer: Officer | undefined, act: string, address: string, now: number): void {
  const id = officer?.id ?? 'nobody';
  recordEvent(database, {
    at: now,
    actor: id,
    act,
    subject: `officer:${id}`,
    detail: {},
    unit: officer?.unit,
    address,
  });
}
