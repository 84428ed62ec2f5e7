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

interface Row {
  at: number;
  actor: string;
  act: string;
  subject: string;
  detail: string;
  unit: string | null;
  address: string | null;
}

const toEvent = (row: Row): Event => ({ ...row, detail: JSON.parse(row.detail) as Event['detail'] });

/** What was done on one thing, oldest first. */
export function eventsOf(database: Database, subject: string): Event[] {
  return database
    .all<Row>(
      'SELECT at, actor, act, subject, detail, unit, address FROM events WHERE subject = ? ORDER BY id',
      subject,
    )
    .map(toEvent);
}

/** What a unit did to its drafts and notices, newest first. */
export function eventsOfUnit(database: Database, unit: string, limit: number): Event[] {
  return database
    .all<Row>(
      "SELECT at, actor, act, subject, detail, unit, address FROM events WHERE unit = ? AND (act LIKE 'draft.%' OR act LIKE 'notice.%') ORDER BY id DESC LIMIT ?",
      unit,
      limit,
    )
    .map(toEvent);
}

export interface EventQuery {
  actor?: string;
  unit?: string;
  acts?: readonly string[];
  /** UTC ms, from the first included to the second excluded. */
  from?: number;
  until?: number;
  /** Id of the last event of the page before. */
  before?: number;
  limit: number;
}

/** Events newest first, each with its id. */
export function findEvents(
  database: Database,
  { actor, unit, acts, from, until, before, limit }: EventQuery,
): (Event & { id: number })[] {
  const named = acts === undefined ? null : JSON.stringify(acts);
  const rows = database.all<Row & { id: number }>(
    `SELECT id, at, actor, act, subject, detail, unit, address FROM events
      WHERE (? IS NULL OR actor = ?) AND (? IS NULL OR unit = ?) AND (? IS NULL OR act IN (SELECT value FROM json_each(?))) AND (? IS NULL OR at >= ?) AND (? IS NULL OR at < ?) AND id < ?
      ORDER BY id DESC LIMIT ?`,
    actor ?? null,
    actor ?? null,
    unit ?? null,
    unit ?? null,
    named,
    named,
    from ?? null,
    from ?? null,
    until ?? null,
    until ?? null,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  );
  return rows.map((row) => ({ ...toEvent(row), id: row.id }));
}

export function findEvent(database: Database, id: number): Event | undefined {
  const row = database.get<Row>('SELECT at, actor, act, subject, detail, unit, address FROM events WHERE id = ?', id);
  return row && toEvent(row);
}

/** In the order in which they were written; of all acts, or of some. */
export function eventsAfter(
  database: Database,
  id: number,
  limit: number,
  acts?: readonly string[],
): (Event & { id: number })[] {
  const named = acts === undefined ? null : JSON.stringify(acts);
  return database
    .all<Row & { id: number }>(
      'SELECT id, at, actor, act, subject, detail, unit, address FROM events WHERE id > ? AND (? IS NULL OR act IN (SELECT value FROM json_each(?))) ORDER BY id LIMIT ?',
      id,
      named,
      named,
      limit,
    )
    .map((row) => ({ ...toEvent(row), id: row.id }));
}

export function recordEvent(database: Database, event: Event): void {
  database.run(
    'INSERT INTO events (at, actor, act, subject, detail, unit, address) VALUES (?, ?, ?, ?, ?, ?, ?)',
    event.at,
    event.actor,
    event.act,
    event.subject,
    JSON.stringify(event.detail),
    event.unit ?? null,
    event.address ?? null,
  );
}
