import { DAY, dayNumber, dayOf, startOfDay } from '../values/date.ts';
import type { Rhythm } from './follow.ts';

const HOUR = 3_600_000;
/** Of Shanghai: what gathers is told then. */
const MORNING = 8;
/** From this hour until that one nobody is reminded. */
const QUIET_FROM = 22;
const QUIET_UNTIL = 7;

/** When what is known now is told, UTC ms. */
export function dueAt(rhythm: Rhythm, now: number): number {
  if (rhythm === 'once') return now;
  const today = startOfDay(dayOf(now))! + MORNING * HOUR;
  const next = now < today ? today : today + DAY;
  return rhythm === 'daily' ? next : next + ((8 - weekday(next)) % 7) * DAY;
}

/** Not in the night. */
export function awake(at: number): number {
  const start = startOfDay(dayOf(at))!;
  const hour = (at - start) / HOUR;
  if (hour >= QUIET_FROM) return start + DAY + QUIET_UNTIL * HOUR;
  return hour < QUIET_UNTIL ? start + QUIET_UNTIL * HOUR : at;
}

/** Monday is 1, Sunday 7. */
function weekday(at: number): number {
  // 1970-01-01 was a Thursday.
  return ((dayNumber(at) + 3) % 7) + 1;
}
