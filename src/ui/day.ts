import { dayOf, minuteOf } from '../values/date.ts';

export interface DayStyle {
  /** UTC ms. When given, the year is left out if it is this one, and today is named. */
  now?: number;
  /** The word for today; without it the day is printed. */
  today?: string;
  /** `known`: not at midnight, for many sources print the day alone, and nobody said that minute. */
  time?: boolean | 'known';
}

/** A moment as it is printed in Shanghai: `2026-11-20`, `11-20 09:30`, `今天 10:12`. */
export function dayText(at: number, { now, today, time = false }: DayStyle = {}): string {
  const [day, minute] = minuteOf(at).split(' ') as [string, string];
  const clock = hasClock(at, time) ? ` ${minute}` : '';
  if (now === undefined) return `${day}${clock}`;
  if (today && day === dayOf(now)) return `${today}${clock}`;
  return `${day.slice(0, 4) === dayOf(now).slice(0, 4) ? day.slice(5) : day}${clock}`;
}

export function hasClock(at: number, time: DayStyle['time'] = false): boolean {
  return time === 'known' ? !minuteOf(at).endsWith(' 00:00') : time;
}
