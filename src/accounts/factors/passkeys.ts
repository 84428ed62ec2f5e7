import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { isIP } from 'node:net';
import type { Database } from '../../database/database.ts';
import { zh } from '../../locales/zh/zh.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import { findOfficer } from '../officers/storage.ts';
import { FRESH_FOR, type Actor } from '../permissions.ts';
import { recordAct } from '../trail.ts';
import { isChallenge, newChallenge, spendChallenge } from './challenges.ts';
import { deletePasskey, findPasskey, findPasskeys, hasFactor, insertPasskey, type StoredPasskey } from './storage.ts';

/**
 * Whether passkeys work at an address: browsers tie them to a domain, and a number (127.0.0.1) is none. The page says
 * so instead of offering what cannot be done.
 */
export function passkeysWorkAt(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && (protocol === 'https:' || hostname === 'localhost');
}

/** The domain that passkeys are tied to. */
export function relyingParty(origin: string): string {
  return new URL(origin).hostname;
}

/** EdDSA, ES256, RS256. Left to itself the library asks Node for ML-DSA too, which is an experiment there and warns. */
const ALGORITHMS = [-8, -7, -257];

/** What `navigator.credentials.create` wants. Refusals: `stale`, `forbidden`, `passkeys-need-domain`. */
export async function beginPasskey(
  database: Database,
  actor: Actor,
  origin: string,
  now: number,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON>> {
  const allowed = mayChange(actor, now);
  if (!allowed.ok) return allowed;
  if (!passkeysWorkAt(origin)) return refuse({ code: 'passkeys-need-domain' });
  const officer = findOfficer(database, actor.id)!;
  const options = await generateRegistrationOptions({
    rpName: zh.site.name,
    rpID: relyingParty(origin),
    userName: officer.signIn,
    userDisplayName: officer.name,
    userID: new Uint8Array(Buffer.from(officer.id)),
    challenge: newChallenge(purposeOf(actor), now),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: findPasskeys(database, officer.id).map(({ id, transports }) => ({
      id,
      transports: JSON.parse(transports) as string[],
    })),
    // A passkey signs in alone: it must be found without a name, and ask for a finger, a face or a PIN.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return done(options);
}

/** Keeps the key that the browser made. Refusals: `stale`, `forbidden`, `passkey-refused`, `passkey-name`. */
export async function finishPasskey(
  database: Database,
  actor: Actor,
  input: { response: unknown; name: string },
  origin: string,
  now: number,
): Promise<Result<StoredPasskey>> {
  const allowed = mayChange(actor, now);
  if (!allowed.ok) return allowed;
  const name = input.name.trim();
  if (name.length < 1 || name.length > 60) return refuse({ code: 'passkey-name', path: 'name' });
  let proven = '';
  const verified = await verifyRegistrationResponse({
    response: input.response as RegistrationResponseJSON,
    expectedChallenge: (challenge) => isChallenge((proven = challenge), purposeOf(actor), now),
    expectedOrigin: origin,
    expectedRPID: relyingParty(origin),
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => undefined);
  if (!verified?.verified) return refuse({ code: 'passkey-refused' });
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  return database.transaction(() => {
    if (!spendChallenge(database, proven, now) || findPasskey(database, id)) return refuse({ code: 'passkey-refused' });
    const passkey = {
      id,
      officer: actor.id,
      name,
      publicKey,
      counter,
      transports: JSON.stringify(transports),
      madeAt: now,
    };
    insertPasskey(database, passkey);
    recordAct(database, actor, 'factor.enrol', `officer:${actor.id}`, { factor: 'passkey', name }, now);
    return done({ ...passkey, usedAt: null });
  });
}

/** Takes one of the actor's keys away. Refusals: `stale`, `forbidden`, `hidden`, `last-factor`. */
export function removePasskey(database: Database, actor: Actor, id: string, now: number): Result<null> {
  const allowed = mayChange(actor, now);
  if (!allowed.ok) return allowed;
  class LastFactor extends Error {}
  try {
    return database.transaction(() => {
      if (deletePasskey(database, actor.id, id) === 0) return refuse({ code: 'hidden' });
      if (!hasFactor(database, actor.id)) throw new LastFactor();
      recordAct(database, actor, 'factor.remove', `officer:${actor.id}`, { factor: 'passkey' }, now);
      return done(null);
    });
  } catch (error) {
    if (error instanceof LastFactor) return refuse({ code: 'last-factor' });
    throw error;
  }
}

/** Of the actor, oldest first. */
export function listPasskeys(database: Database, actor: Actor): StoredPasskey[] {
  return findPasskeys(database, actor.id);
}

function mayChange(actor: Actor, now: number): Result<null> {
  if (actor.token) return refuse({ code: 'forbidden' });
  return actor.confirmedAt === undefined || now - actor.confirmedAt > FRESH_FOR
    ? refuse({ code: 'stale' })
    : done(null);
}

function purposeOf({ id }: Actor): string {
  return `register ${id}`;
}
