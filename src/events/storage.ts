import type { Database } from '../database/database.ts';

/** Who did what, when: written in the transaction of the act itself. `subject` is what the act was done on. */
export interface Event {
  at: number;
  actor: string;
  act: string;
  subject: string;
  detail: Record<string, unknown>;
}

export function recordEvent(database: Database, event: Event): void {
  database.run(
    'INSERT INTO events (at, actor, act, subject, detail) VALUES (?, ?, ?, ?, ?)',
    event.at, event.actor, event.act, event.subject, JSON.stringify(event.detail),
  );
}
