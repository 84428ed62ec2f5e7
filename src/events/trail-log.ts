import type { Database } from '../database/database.ts';
import { findFollower, moveFollower } from '../jobs/storage.ts';
import type { Step } from '../jobs/jobs.ts';
import { startOfDay } from '../values/date.ts';
import { appendLines, keptSince } from '../watch/day-log.ts';
import { eventsAfter, type Event } from './storage.ts';

const FOLLOWER = 'trail-log';
const BATCH = 1_000;
/** Bytes: what receivers of syslog take in one message (RFC 5424 asks for 2 KB, they take 8). */
const LONGEST = 7_000;

/**
 * Writes events that are new to the file of their day, a JSON line each, so that a log shipper can take them to a machine
 * the portal's administrator cannot reach. Written first and noted afterwards: after a crash lines may come twice, and
 * their `id` says so; none is missing.
 */
export function writeTrail(database: Database, folder: string, now: number): Step {
  const after = findFollower<null>(database, FOLLOWER)?.seq ?? 0;
  const events = eventsAfter(database, after, BATCH);
  if (events.length === 0) return false;
  const since = startOfDay(keptSince(now))!;
  appendLines(
    folder,
    'trail',
    events.filter(({ at }) => at >= since).map((event) => ({ at: event.at, line: trailLine(event) })),
  );
  moveFollower(database, FOLLOWER, events.at(-1)!.id, null, now);
  return events.length === BATCH ? 'more' : true;
}

/** One line, with its end. A detail that is too long is left out and said to be; the database has it. */
export function trailLine({ at, detail, ...event }: Event & { id: number }): string {
  const line = (said: object) => `${JSON.stringify({ at: new Date(at).toISOString(), ...event, ...said })}\n`;
  const whole = line({ detail });
  return Buffer.byteLength(whole) <= LONGEST
    ? whole
    : line({ detailOmitted: true, subject: event.subject.slice(0, 500) });
}
