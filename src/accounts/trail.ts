import type { Database } from '../database/database.ts';
import { recordEvent } from '../events/storage.ts';
import type { Actor } from './permissions.ts';

/** Leaves the event of what an actor does, in the transaction of the act. `subject` as `officer:o1`, `draft:7`. */
export function recordAct(
  database: Database,
  actor: Actor,
  act: string,
  subject: string,
  detail: Record<string, unknown>,
  now: number,
): void {
  const by = actor.token ? { ...detail, token: actor.token } : detail;
  recordEvent(database, {
    at: now,
    actor: actor.id,
    act,
    subject,
    detail: by,
    unit: actor.unit,
    address: actor.address,
  });
}
