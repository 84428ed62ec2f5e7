import { randomUUID } from 'node:crypto';
import { Database } from '../../database/database.ts';
import { logFailure } from '../../views/error-log.ts';
import { add, allDurations, failuresOf, noCounts, requestsOf } from '../../watch/counts.ts';
import { addServed, noTotals, REPORTS, type Totals } from '../../watch/served.ts';
import { addServedHour, HOUR, saveFleet } from '../../watch/storage.ts';
import type { Take } from './fleet.ts';

/** Adds up what the processes say of themselves, and writes it down by the hour. */
export interface Watching {
  take: Take;
  /** From now on readers are answered. */
  begin(): void;
  /** Writes what was not written yet. */
  close(): void;
}

/** ms. A crash loses what was counted since. */
const EVERY = 60_000;

/** `wanted`: how many processes there shall be. `path`: of the database; null where it may not be written. */
export function watch(path: string | null, wanted: number, now: () => number = Date.now): Watching {
  const database = path === null ? null : new Database(path);
  const id = randomUUID();
  const startedAt = now();
  const totals: Totals = noTotals();
  let since: number | null = null;
  let counts = noCounts();
  let timer: NodeJS.Timeout | undefined;

  const write = () => {
    if (since === null || !database) return;
    const at = now();
    try {
      database.transaction(() => {
        for (const hour of hoursBetween(since!, at)) addServedHour(database, { ...hour, ...NOTHING, fleet: id });
        addServedHour(database, {
          hour: startOfHour(at),
          fleet: id,
          firstAt: at,
          alive: 0,
          requests: requestsOf(counts),
          failures: failuresOf(counts),
          durations: allDurations(counts),
        });
        const lately = totals.processes.filter((one) => at - one.at <= 3 * REPORTS);
        const memory = lately.reduce((sum, one) => sum + one.memory, 0);
        saveFleet(database, { id, startedAt, seenAt: at, wanted, processes: lately.length, memory });
      });
      since = at;
      counts = noCounts();
    } catch (error) {
      // Nothing is lost: it is written with the next minute.
      logFailure({ id: 'watch', error });
    }
  };

  return {
    take(pid, served) {
      addServed(totals, pid, served, now());
      add(counts, served.counts);
      return totals;
    },
    begin() {
      since = now();
      timer = setInterval(write, EVERY).unref();
      write();
    },
    close() {
      clearInterval(timer);
      write();
      database?.close();
    },
  };
}

const NOTHING = { requests: 0, failures: 0, durations: {} };
const startOfHour = (at: number) => Math.floor(at / HOUR) * HOUR;

/**
 * A stretch of time, cut at the hours. One much longer than the pause between two writings was not served: the machine
 * slept or this process stood still, and only its last minute is believed.
 */
export function hoursBetween(since: number, until: number): { hour: number; firstAt: number; alive: number }[] {
  const from = until - since > 3 * EVERY ? until - EVERY : since;
  const hours = [];
  for (let hour = startOfHour(from); hour <= until; hour += HOUR) {
    const firstAt = Math.max(hour, from);
    hours.push({ hour, firstAt, alive: Math.max(0, Math.min(hour + HOUR, until) - firstAt) });
  }
  return hours;
}
