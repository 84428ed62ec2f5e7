import type { Database } from '../database/database.ts';
import { DAY } from '../values/date.ts';
import { sumDurations, type Durations } from './counts.ts';

export const HOUR = 3_600_000;
/** How long what was measured is kept. */
export const KEPT_DAYS = 90;

/** An hour, or a part of one, in which one start of the portal answered. */
export interface ServedHour {
  hour: number;
  fleet: string;
  firstAt: number;
  /** ms. */
  alive: number;
  requests: number;
  failures: number;
  durations: Durations;
}

type Stored = Omit<ServedHour, 'durations'> & { durations: string };

const HOUR_ROW = 'hour, fleet, first_at AS firstAt, alive, requests, failures, durations';
const toHour = (row: Stored): ServedHour => ({ ...row, durations: JSON.parse(row.durations) as Durations });

/** Adds to what stands of the hour. */
export function addServedHour(database: Database, more: ServedHour): void {
  database.transaction(() => {
    const before = database.get<Stored>(
      `SELECT ${HOUR_ROW} FROM served_hours WHERE hour = ? AND fleet = ?`,
      more.hour,
      more.fleet,
    );
    const durations = before ? sumDurations([toHour(before).durations, more.durations]) : more.durations;
    database.run(
      `INSERT INTO served_hours (hour, fleet, first_at, alive, requests, failures, durations) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET alive = alive + excluded.alive, requests = requests + excluded.requests,
         failures = failures + excluded.failures, durations = excluded.durations`,
      more.hour,
      more.fleet,
      more.firstAt,
      more.alive,
      more.requests,
      more.failures,
      JSON.stringify(durations),
    );
  });
}

/** From a moment on, by hour. */
export function servedSince(database: Database, from: number): ServedHour[] {
  return database.all<Stored>(`SELECT ${HOUR_ROW} FROM served_hours WHERE hour >= ? ORDER BY hour`, from).map(toHour);
}

/** Whether there was anything to remove. */
export function forgetOldHours(database: Database, now: number): boolean {
  const before = now - KEPT_DAYS * DAY;
  const hours = database.run('DELETE FROM served_hours WHERE hour < ?', before);
  return database.run('DELETE FROM fleets WHERE seen_at < ?', before) + hours > 0;
}

/** The processes of one start of the portal. Times are UTC ms, memory bytes. */
export interface FleetState {
  id: string;
  startedAt: number;
  seenAt: number;
  wanted: number;
  processes: number;
  memory: number;
}

export function saveFleet(database: Database, fleet: FleetState): void {
  database.run(
    `INSERT INTO fleets (id, started_at, seen_at, wanted, processes, memory) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET seen_at = excluded.seen_at, processes = excluded.processes, memory = excluded.memory`,
    fleet.id,
    fleet.startedAt,
    fleet.seenAt,
    fleet.wanted,
    fleet.processes,
    fleet.memory,
  );
}

/** The one seen last. */
export function lastFleet(database: Database): FleetState | undefined {
  return database.get(
    'SELECT id, started_at AS startedAt, seen_at AS seenAt, wanted, processes, memory FROM fleets ORDER BY seen_at DESC LIMIT 1',
  );
}

function hasTable(database: Database, name: string): boolean {
  return database.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", name) !== undefined;
}

/** The last time that everything published was compared with its hashes. `at` is UTC ms. */
export interface Check {
  at: number;
  ok: boolean;
}

/** Null where nothing was verified yet, or this database has no such table. */
export function lastVerification(database: Database): Check | null {
  if (!hasTable(database, 'verifications')) return null;
  const row = database.get<{ at: number; ok: number }>('SELECT at, ok FROM verifications ORDER BY at DESC LIMIT 1');
  return row ? { at: row.at, ok: row.ok === 1 } : null;
}
