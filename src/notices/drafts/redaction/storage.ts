import type { Database } from '../../../database/database.ts';
import { optimize } from '../../../search/storage.ts';
import type { Removal } from './redacted.ts';

/** Personal data that an officer asks to be taken out of a release, until another confirms it. */
export interface Redaction {
  id: number;
  release: number;
  unit: string;
  /** Shown in the place of what went. */
  reason: string;
  /** Gone, like what it names, once the redaction is over. */
  removal: Removal | null;
  /** SHA-256 of the content as it will be, canonical. */
  hash: string;
  proposedBy: string;
  proposedAt: number;
  confirmedBy: string | null;
  confirmedAt: number | null;
  /** Taken back without having been done. */
  endedAt: number | null;
}

const REDACTION = `id, "release", unit, reason, removal, hash, proposed_by AS proposedBy, proposed_at AS proposedAt, confirmed_by AS confirmedBy, confirmed_at AS confirmedAt, ended_at AS endedAt`;

type Row = Omit<Redaction, 'removal'> & { removal: string | null };

const toRedaction = (row: Row): Redaction => ({
  ...row,
  removal: row.removal === null ? null : (JSON.parse(row.removal) as Removal),
});

export function findRedaction(database: Database, id: number): Redaction | undefined {
  const row = database.get<Row>(`SELECT ${REDACTION} FROM redactions WHERE id = ?`, id);
  return row && toRedaction(row);
}

export function findOpenRedaction(database: Database, release: number): Redaction | undefined {
  const row = database.get<Row>(
    `SELECT ${REDACTION} FROM redactions WHERE "release" = ? AND confirmed_at IS NULL AND ended_at IS NULL`,
    release,
  );
  return row && toRedaction(row);
}

/** Those that wait for another officer of the unit; of every unit for null. */
export function findOpenRedactions(database: Database, unit: string | null): Redaction[] {
  return database
    .all<Row>(
      `SELECT ${REDACTION} FROM redactions WHERE confirmed_at IS NULL AND ended_at IS NULL AND (? IS NULL OR unit = ?) ORDER BY proposed_at, id`,
      unit,
      unit,
    )
    .map(toRedaction);
}

export function insertRedaction(
  database: Database,
  redaction: Pick<Redaction, 'release' | 'unit' | 'reason' | 'hash' | 'proposedBy' | 'proposedAt'>,
  removal: Removal,
  replacement: string,
): number {
  const { release, unit, reason, hash, proposedBy, proposedAt } = redaction;
  return database.get<{ id: number }>(
    'INSERT INTO redactions ("release", unit, reason, removal, replacement, hash, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id',
    release,
    unit,
    reason,
    JSON.stringify(removal),
    replacement,
    hash,
    proposedBy,
    proposedAt,
  )!.id;
}

/** Puts the confirmed text in the place of the release's: the one change of a release that the database lets through. */
export function replaceContent(
  database: Database,
  redaction: Redaction,
  by: string,
  replacement: string,
  hash: string,
  now: number,
): void {
  database.run(
    'UPDATE redactions SET confirmed_by = ?, confirmed_at = ?, replacement = ?, hash = ? WHERE id = ?',
    by,
    now,
    replacement,
    hash,
    redaction.id,
  );
  database.run('UPDATE releases SET content = ? WHERE id = ?', replacement, redaction.release);
}

/** What the redaction was about is forgotten with it. */
export function closeRedaction(database: Database, id: number): void {
  database.run('UPDATE redactions SET removal = NULL, replacement = NULL WHERE id = ?', id);
}

export function endRedaction(database: Database, id: number, now: number): void {
  database.run('UPDATE redactions SET ended_at = ?, removal = NULL, replacement = NULL WHERE id = ?', now, id);
}

/** The draft from which the release came says what the release says. */
export function replacePublishedDraft(database: Database, release: number, title: string, content: string): void {
  database.run('UPDATE drafts SET title = ?, content = ? WHERE "release" = ?', title, content, release);
}

/** Unpublished drafts that restate, change or follow the release's record. */
export function findDraftsAbout(database: Database, sourceKey: string, ocid: string): string[] {
  return database
    .all<{ id: string }>(
      "SELECT id FROM drafts WHERE state <> 'published' AND (amends = ? OR follows = ?) ORDER BY id",
      sourceKey,
      ocid,
    )
    .map(({ id }) => id);
}

export function replaceTemplate(database: Database, id: string, content: string): void {
  database.run('UPDATE draft_templates SET content = ? WHERE id = ?', content, id);
}

export function forgetKeys(database: Database, ocid: string): void {
  database.run('DELETE FROM record_keys WHERE ocid = ?', ocid);
  database.run('DELETE FROM record_marks WHERE ocid = ?', ocid);
  database.run('DELETE FROM doubtful_links WHERE ocid = ?', ocid);
}

/**
 * Words of a deleted row stay in the index until its pieces are merged, and everything stays in the log until it is emptied.
 * While somebody reads an older state it cannot be; so it is emptied every hour too.
 */
export function forgetOnDisk(database: Database): void {
  optimize(database);
  database.emptyLog();
}
