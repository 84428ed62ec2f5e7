import { newId } from '../accounts/secrets.ts';
import type { Database } from '../database/database.ts';
import { DAY } from '../values/date.ts';
import { done, refuse, type Result } from '../values/result.ts';
import type { Network } from '../values/network.ts';
import { readAddress } from './channels/address.ts';
import type { Delivery, Follow } from './follow.ts';
import type { FollowerKeys } from './keys.ts';
import {
  changeFollow,
  confirmFollow,
  countAsks,
  deleteAsks,
  deleteFollow,
  deleteUnconfirmed,
  findByFingerprint,
  findFollow,
  insertAsk,
  insertDelivery,
  insertFollow,
  pauseFollow,
  resumeFollow,
} from './storage.ts';

/** What somebody asks for who wants to be told. */
export interface Asked extends Pick<Follow, 'subject' | 'path' | 'channel' | 'rhythm' | 'reminds' | 'locale'> {
  /** As typed. */
  address: string;
  officer?: string;
}

const HOUR = 3_600_000;
/** Letters to one address in an hour, and requests from one network: a stranger's mailbox cannot be filled. */
const MOST_TO_ADDRESS = 3;
const MOST_FROM_NETWORK = 20;
/** How long a link waits to be opened. */
export const UNCONFIRMED = 2 * DAY;

/**
 * Takes note of a wish; nobody is told anything but the one letter that asks whether the address is theirs. Whoever follows
 * the same already gets a letter that says so: the answer here is the same, so that nobody learns whose address is known.
 * Refusals: `follow-mail`, `follow-webhook`, `follow-robot`, `follow-too-often`.
 */
export function ask(
  database: Database,
  keys: FollowerKeys,
  { address: typed, officer, ...asked }: Asked,
  network: string,
  open: readonly Network[],
  now: number,
): Result<string> {
  const address = readAddress(asked.channel, typed, open.length > 0);
  if (!address.ok) return address;
  return database.transaction(() => {
    const to = keys.fingerprint('address', asked.channel, address.value);
    const from = keys.fingerprint('network', network);
    if (
      countAsks(database, to, now - HOUR) >= MOST_TO_ADDRESS ||
      countAsks(database, from, now - HOUR) >= MOST_FROM_NETWORK
    )
      return refuse({ code: 'follow-too-often' });
    for (const who of [to, from]) insertAsk(database, who, now);
    const fingerprint = keys.fingerprint('follow', asked.channel, address.value, asked.subject);
    const known = findByFingerprint(database, fingerprint);
    if (known) {
      if (known.state === 'asked') changeFollow(database, known.id, asked);
      insertDelivery(database, delivery(known.id, known.state === 'asked' ? 'confirm' : 'known', now));
      return done(known.id);
    }
    const id = newId('f');
    const follow: Follow = {
      ...asked,
      id,
      address: keys.seal(id, address.value),
      state: 'asked',
      officer: officer ?? null,
      afterSeq: 0,
      askedAt: now,
      confirmedAt: null,
      failures: 0,
      failure: null,
    };
    insertFollow(database, follow, fingerprint);
    insertDelivery(database, delivery(id, 'confirm', now));
    return done(id);
  });
}

/** A letter of its own. */
export function delivery(follow: string, kind: Delivery['kind'], now: number): Delivery {
  return { id: newId('d'), follow, kind, madeAt: now, nextAt: now, attempts: 0, sentAt: null, failure: null };
}

/** What whoever holds the link may do. */
export const FOLLOWER_ACTS = ['confirm', 'pause', 'resume', 'change', 'stop'] as const;
export type FollowerAct = (typeof FOLLOWER_ACTS)[number];

/**
 * Does it; `afterSeq`: of the newest release, for what begins now. What is done already is done. Refusal: `follow-gone`.
 */
export function act(
  database: Database,
  id: string,
  what: FollowerAct,
  change: Pick<Follow, 'rhythm' | 'reminds' | 'locale'>,
  afterSeq: number,
  now: number,
): Result<null> {
  return database.transaction(() => {
    const follow = findFollow(database, id);
    // Who ends what has ended is content.
    if (!follow) return what === 'stop' ? done(null) : refuse({ code: 'follow-gone' });
    if (what === 'confirm') confirmFollow(database, id, afterSeq, now);
    else if (what === 'pause') pauseFollow(database, id, null);
    else if (what === 'resume') resumeFollow(database, id, afterSeq, now);
    else if (what === 'change') changeFollow(database, id, change);
    else deleteFollow(database, id);
    return done(null);
  });
}

/** What nobody confirmed, and who asked how often, is forgotten in time. */
export function forgetAsked(database: Database, now: number): boolean {
  const unconfirmed = deleteUnconfirmed(database, now - UNCONFIRMED);
  return deleteAsks(database, now - DAY) + unconfirmed > 0;
}
