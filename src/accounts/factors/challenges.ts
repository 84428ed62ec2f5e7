import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '../../database/database.ts';
import { forgetChallenges, rememberChallenge } from './storage.ts';

/**
 * Challenges of passkeys: random bytes, the time, and a seal over both and what they are for. Anybody may ask for one,
 * so none is kept: any process of this portal knows its own by the seal, and only what a key was proven with is written
 * down, so that it is good once. A restart costs whoever was half-way.
 */
const GOOD_FOR = 5 * 60_000;
/** What the processes of one portal share; alone, a process has its own. */
const KEY = process.env['GONGSHI_SHARED_KEY'] ?? randomBytes(32).toString('base64url');

const RANDOM = 16;
const TIME = 6;

/** `purpose` says for what and whom: `register o1`, `sign-in`. */
export function newChallenge(purpose: string, now: number): Uint8Array<ArrayBuffer> {
  const time = Buffer.alloc(TIME);
  time.writeUIntBE(now, 0, TIME);
  const said = Buffer.concat([randomBytes(RANDOM), time]);
  return new Uint8Array(Buffer.concat([said, seal(said, purpose)]));
}

/** Whether it is one of ours, for this purpose and not too old. Whether it was used already, `spendChallenge` says. */
export function isChallenge(challenge: string, purpose: string, now: number): boolean {
  const bytes = Buffer.from(challenge, 'base64url');
  const said = bytes.subarray(0, RANDOM + TIME);
  const sealed = bytes.subarray(RANDOM + TIME);
  const expected = seal(said, purpose);
  if (sealed.length !== expected.length || !timingSafeEqual(sealed, expected)) return false;
  const age = now - said.readUIntBE(RANDOM, TIME);
  return age >= 0 && age <= GOOD_FOR;
}

/** True once. Call when everything else about the proof is right, in the transaction that acts on it. */
export function spendChallenge(database: Database, challenge: string, now: number): boolean {
  forgetChallenges(database, now - GOOD_FOR);
  return rememberChallenge(database, challenge, now);
}

function seal(said: Uint8Array, purpose: string): Buffer {
  return createHmac('sha256', KEY).update(said).update(purpose).digest();
}
