import { randomBytes } from 'node:crypto';

/**
 * Challenges of passkeys, kept in memory: each is good once and for five minutes, and anybody may ask for one, so that
 * in the database a stranger could fill the disk and empty the page cache. A restart costs whoever was half-way.
 */
const GOOD_FOR = 5 * 60_000;
const MOST = 10_000;

interface Challenge {
  purpose: string;
  madeAt: number;
}

/** In order of making. */
const open = new Map<string, Challenge>();

/** `purpose` says for what and whom: `register o1`, `sign-in`. */
export function newChallenge(purpose: string, now: number): Uint8Array<ArrayBuffer> {
  for (const [oldest, { madeAt }] of open) {
    if (now - madeAt <= GOOD_FOR && open.size < MOST) break;
    open.delete(oldest);
  }
  const bytes = new Uint8Array(randomBytes(32));
  open.set(Buffer.from(bytes).toString('base64url'), { purpose, madeAt: now });
  return bytes;
}

/** True once, for the purpose it was made for. */
export function takeChallenge(challenge: string, purpose: string, now: number): boolean {
  const found = open.get(challenge);
  open.delete(challenge);
  return found !== undefined && found.purpose === purpose && now - found.madeAt <= GOOD_FOR;
}
