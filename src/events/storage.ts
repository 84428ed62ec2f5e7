import type { Database } from '../database/database.ts';

/**
 * Who did what, when: written in the transaction of the act itself. `subject` is what the act was done on.
 * Kept for ever and shown to auditors: no password, code or token may stand in it, not even as a hash.
 */
export interface Event {
  at: number;
  actor: string;
  act: string;
  subject: string;
  detail: Record<string, unknown>;
  /** The unit for which the actor acts; none for the platform. */
  unit?: string | null;
  /** Where the request came from; none on the command line. */
  address?: string | null;
}

export function recordEvent(database: Database, event: Event): void {
  database.run(
    'INSERT INTO events (at, actor, act, subject, detail, unit, address) VALUES (?, ?, ?, ?, ?, ?, ?)',
    event.at, event.actor, event.act, event.subject, JSON.stringify(event.detail), event.unit ?? null, event.address ?? null,
  );
}
