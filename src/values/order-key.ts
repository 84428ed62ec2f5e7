import { dayNumber } from './date.ts';

/** Order keys of releases are publication day in Shanghai × this + n: newest first needs no sort, and a day holds so many. */
export const DAY_CAPACITY = 1_000_000;

/** The first key of a day, by its number (`dayNumber`). */
export function firstKeyOf(day: number): number {
  return day * DAY_CAPACITY;
}

/** The first key of the day of an instant (UTC ms). */
export function firstKeyAt(instant: number): number {
  return firstKeyOf(dayNumber(instant));
}

/** The number of the day of a key. */
export function dayOfKey(key: number): number {
  return Math.floor(key / DAY_CAPACITY);
}
