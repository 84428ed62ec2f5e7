import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import * as z from 'zod';
import type { Database } from '../../database/database.ts';
import { recordEvent } from '../../events/storage.ts';
import { done, refuse, type Result } from '../../values/result.ts';
import type { Settings } from '../../values/settings.ts';
import { findOfficer } from '../officers/storage.ts';
import { mayEnter, sessionOf, startSession, type DoorSettings, type Place } from '../sessions/session.ts';
import { isChallenge, newChallenge, spendChallenge } from './challenges.ts';
import { passkeysWorkAt, relyingParty } from './passkeys.ts';
import { enter, rememberDevice, type Entered } from './second-factor.ts';
import { findPasskey, savePasskeyUse, type StoredPasskey } from './storage.ts';

const PURPOSE = 'sign-in';
const shape = z.object({ id: z.string().min(1).max(1400) });

/**
 * What `navigator.credentials.get` wants. No key is named: that would tell a stranger who has one, and the browser
 * finds them by the domain. Refusal: `passkeys-need-domain`.
 */
export async function beginPasskeySignIn(
  origin: string,
  now: number,
): Promise<Result<PublicKeyCredentialRequestOptionsJSON>> {
  if (!passkeysWorkAt(origin)) return refuse({ code: 'passkeys-need-domain' });
  return done(
    await generateAuthenticationOptions({
      rpID: relyingParty(origin),
      challenge: newChallenge(PURPOSE, now),
      userVerification: 'required',
    }),
  );
}

/**
 * A passkey is both factors at once, so it signs in without a name or a password, and no stranger's failures stand in
 * its way. In a session that the officer has already it is the second step, or makes the second factor fresh again.
 *
 * Refusal: `passkey-refused`: unknown, not verified, used challenge, or another officer is
 * signed in here.
 */
export async function finishPasskeySignIn(
  database: Database,
  input: Place & { response: unknown; token?: string; device?: string },
  settings: DoorSettings & Pick<Settings, 'origin'>,
  now: number,
): Promise<Result<Entered>> {
  const given = shape.safeParse(input.response);
  const passkey = given.success ? findPasskey(database, given.data.id) : undefined;
  const proof = passkey && (await proofOf(passkey, input.response as AuthenticationResponseJSON, settings.origin, now));
  if (!passkey || !proof) return refuse({ code: 'passkey-refused' });
  return database.transaction(() => {
    const officer = findOfficer(database, passkey.officer);
    const current = findPasskey(database, passkey.id);
    if (!officer || !mayEnter(officer, settings) || current?.counter !== passkey.counter)
      return refuse({ code: 'passkey-refused' });
    if (!spendChallenge(database, proof.challenge, now)) return refuse({ code: 'passkey-refused' });
    const session = sessionOf(database, input.token, input.address, settings, now);
    // On a shared machine: what one officer left half done another must not finish under their name.
    if (session && session.officer.id !== officer.id && session.confirmedAt !== null)
      return refuse({ code: 'passkey-refused' });
    savePasskeyUse(database, passkey.id, proof.counter, now);
    if (session && input.token && session.officer.id === officer.id) {
      return done(enter(database, session, { ...input, token: input.token }, 'passkey', now));
    }
    const token = startSession(database, officer.id, input, { confirmedAt: now, replaces: input.token }, now);
    const { id, unit } = officer;
    recordEvent(database, {
      at: now,
      actor: id,
      act: 'session.start',
      subject: `officer:${id}`,
      detail: { factor: 'passkey' },
      unit,
      address: input.address,
    });
    return done({ token, device: rememberDevice(database, id, input.device, now) });
  });
}

/** What was signed, and the counter the key reports; undefined when anything is not as it should be. */
async function proofOf(
  { id, publicKey, counter, transports }: StoredPasskey,
  response: AuthenticationResponseJSON,
  origin: string,
  now: number,
): Promise<{ challenge: string; counter: number } | undefined> {
  let proven = '';
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => isChallenge((proven = challenge), PURPOSE, now),
    expectedOrigin: origin,
    expectedRPID: relyingParty(origin),
    credential: { id, publicKey: new Uint8Array(publicKey), counter, transports: JSON.parse(transports) as string[] },
    requireUserVerification: true,
  }).catch(() => undefined);
  return verified?.verified ? { challenge: proven, counter: verified.authenticationInfo.newCounter } : undefined;
}
