import type { Database } from '../database/database.ts';
import { delivery } from './asking.ts';
import type { Outcome } from './channels/post.ts';
import type { Delivery, Follow } from './follow.ts';
import {
  assignNews,
  findFollow,
  followsWithNews,
  insertDelivery,
  pauseFollow,
  saveSent,
  saveUnsent,
  waitingDeliveries,
} from './storage.ts';

const MINUTE = 60_000;
/** Tries before a delivery is given up; the pauses between them grow from a minute to a day. */
const TRIES = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 480 * MINUTE, 1_440 * MINUTE];
/** Deliveries given up in a row before an address is let be. */
const MOST_FAILURES = 3 * (TRIES.length + 1);
const A_TIME = 200;

/** Makes one delivery of all that is due to a follower. True when there was something. */
export function gather(database: Database, now: number): boolean {
  const follows = followsWithNews(database, now, A_TIME);
  if (follows.length === 0) return false;
  database.transaction(() => {
    for (const follow of follows) {
      const made = delivery(follow, 'news', now);
      insertDelivery(database, made);
      assignNews(database, follow, made.id);
    }
  });
  return true;
}

/**
 * Sends what waits. It is settled after it went: who dies between both sends it again, under the same id. `send` returns
 * null for what has nothing to say any more: what it was about was taken back.
 */
export async function deliver(
  database: Database,
  send: (delivery: Delivery, follow: Follow) => Promise<Outcome | null>,
  now: () => number,
): Promise<boolean> {
  const waiting = waitingDeliveries(database, now(), A_TIME);
  await Promise.all(
    waiting.map(async (one) => {
      const follow = findFollow(database, one.follow);
      if (!follow || (one.kind === 'news' && follow.state !== 'active')) {
        if (follow) database.transaction(() => saveUnsent(database, one, follow.failure ?? 'paused', null));
        return;
      }
      const outcome = (await send(one, follow)) ?? { is: 'taken' };
      database.transaction(() => settle(database, one, outcome, now()));
    }),
  );
  return waiting.length > 0;
}

function settle(database: Database, one: Delivery, outcome: Outcome, now: number): void {
  // It was ended while the letter went.
  const follow = findFollow(database, one.follow);
  if (!follow) return;
  if (outcome.is === 'taken') return saveSent(database, one, now);
  const pause = TRIES[one.attempts];
  const isOver = outcome.is === 'refused' || pause === undefined;
  saveUnsent(database, one, outcome.why, isOver ? null : now + pause);
  if (outcome.is === 'refused' || follow.failures + 1 >= MOST_FAILURES) pauseFollow(database, follow.id, outcome.why);
}
