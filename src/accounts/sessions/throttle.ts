import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Database } from '../../database/database.ts';
import { refuse, type Result, done } from '../../values/result.ts';
import {
  deleteFailure,
  deleteFailures,
  failuresOfAccount,
  failuresOfOrigin,
  failuresOfPair,
  insertFailure,
} from './storage.ts';

const MINUTE = 60_000;
const BLOCK = 15 * MINUTE;
/** Of one account from one network, before the pair is closed for 15 minutes. */
const MOST_OF_PAIR = 5;
/** Of one network, whichever the account. */
const MOST_OF_ORIGIN = 50;
/** Of one account in a day (NIST SP 800-63B allows 100); then only known devices and passkeys come in. */
const MOST_OF_ACCOUNT = 100;
const DAY = 24 * 60 * MINUTE;

/** One try at one account, from one place. */
export interface Attempt {
  /** Hash: what was typed into the box of the name may be a password. */
  account: string;
  /** The network, or the known device, for which strangers' failures do not count. */
  origin: string;
}

/** A sign-in name that is nobody's is counted like any other: the answer must not tell. `kind` keeps counts apart. */
export function attemptOf(
  kind: 'password' | 'factor',
  account: string,
  address: string,
  knownDevice?: string,
): Attempt {
  return {
    account: createHash('sha256').update(`${kind} ${account}`).digest('base64url'),
    origin: knownDevice === undefined ? networkOf(address) : `device:${knownDevice}`,
  };
}

/**
 * Counts the attempt as failed before it is looked at, so that many at once are not all let through; `succeed` takes
 * it back, with the slips before it. The first slip costs nothing, then delays double from one second. Call in a
 * transaction; returns what `takeBack` takes. Refusal: `throttled`, with the seconds to wait.
 */
export function attempt(database: Database, { account, origin }: Attempt, now: number): Result<number> {
  const wait = waitFor(database, { account, origin }, now) - now;
  if (wait > 0) return refuse({ code: 'throttled', expected: String(Math.ceil(wait / 1000)) });
  return done(insertFailure(database, account, origin, now, now - DAY));
}

/** Nobody looked at it, so it does not count. */
export function takeBack(database: Database, counted: number): void {
  deleteFailure(database, counted);
}

/** What went well is no failure, and neither are the slips before it from the same place. */
export function succeed(database: Database, { account, origin }: Attempt): void {
  deleteFailures(database, account, origin);
}

/** The instant from which the next attempt is looked at. */
function waitFor(database: Database, { account, origin }: Attempt, now: number): number {
  const pair = failuresOfPair(database, account, origin, now - BLOCK);
  const until = pair.n >= MOST_OF_PAIR ? pair.last + BLOCK : pair.n > 1 ? pair.last + 1000 * 2 ** (pair.n - 2) : 0;
  if (origin.startsWith('device:')) return until;
  const network = failuresOfOrigin(database, origin, now - BLOCK);
  const day = failuresOfAccount(database, account, now - DAY);
  return Math.max(
    until,
    network.n >= MOST_OF_ORIGIN ? network.last + BLOCK : 0,
    day.n >= MOST_OF_ACCOUNT ? now + BLOCK : 0,
  );
}

/** `203.0.113.0/24`, `2001:db8:0:0/64`: what one subscriber has, and one attacker changes freely. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  const plain = mapped ? mapped[1]! : (address.split('%')[0] ?? '');
  if (!isIPv6(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  const [head = '', tail = ''] = plain.toLowerCase().split('::');
  const groups = (part: string) => part.split(':').filter(Boolean);
  const missing = plain.includes('::') ? 8 - groups(head).length - groups(tail).length : 0;
  const all = [...groups(head), ...Array<string>(Math.max(0, missing)).fill('0'), ...groups(tail)];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}/64`;
}
