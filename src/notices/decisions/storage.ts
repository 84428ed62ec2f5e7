import type { Database } from '../../database/database.ts';

/** That records were joined or parted by somebody, and why (`decide.ts`). */
export interface Decision {
  id: number;
  /** UTC ms. */
  at: number;
  by: string;
  act: 'join' | 'part';
  /** The record that the notices leave. */
  ocid: string;
  /** The record that has them from then on. */
  into: string;
  /** The notice that is parted; null where a whole record is joined. */
  release: number | null;
  reason: string;
  /** The last arrival before it: its place in a replay. */
  afterSeq: number;
}

const DECISION = 'id, at, by, act, ocid, into_ocid AS "into", "release", reason, after_seq AS afterSeq';

/** In the order in which they were made. */
export function allDecisions(database: Database): Decision[] {
  return database.all(`SELECT ${DECISION} FROM link_decisions ORDER BY id`);
}

export function findDecision(database: Database, id: number): Decision | undefined {
  return database.get(`SELECT ${DECISION} FROM link_decisions WHERE id = ?`, id);
}

/** Those made after one, in order. */
export function decisionsAfter(database: Database, id: number, limit: number): Decision[] {
  return database.all(`SELECT ${DECISION} FROM link_decisions WHERE id > ? ORDER BY id LIMIT ?`, id, limit);
}

/** The releases that a decision moved. */
export function movedBy(database: Database, decision: number): number[] {
  return database
    .all<{ release: number }>('SELECT "release" FROM moved_releases WHERE decision = ? ORDER BY "release"', decision)
    .map(({ release }) => release);
}

export function nextDecision(database: Database): number {
  return database.get<{ id: number }>('SELECT ifnull(max(id), 0) + 1 AS id FROM link_decisions')!.id;
}

/** Keeps a decision and moves these releases by it. */
export function insertDecision(database: Database, decision: Decision, releases: readonly number[]): void {
  database.run(
    'INSERT INTO link_decisions (id, at, by, act, ocid, into_ocid, "release", reason, after_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    decision.id,
    decision.at,
    decision.by,
    decision.act,
    decision.ocid,
    decision.into,
    decision.release,
    decision.reason,
    decision.afterSeq,
  );
  for (const release of releases)
    database.run('INSERT INTO moved_releases ("release", decision) VALUES (?, ?)', release, decision.id);
}

export function moveReleases(database: Database, { id, into }: Decision): void {
  database.run(
    'UPDATE releases SET ocid = ? WHERE id IN (SELECT "release" FROM moved_releases WHERE decision = ?)',
    into,
    id,
  );
}

/** By release, the decisions that moved it and the record it left by each, in order. */
export function allMoves(database: Database): Map<number, { decision: number; ocid: string }[]> {
  const rows = database.all<{ release: number; decision: number; ocid: string }>(
    'SELECT m."release", m.decision, d.ocid FROM moved_releases m JOIN link_decisions d ON d.id = m.decision ORDER BY m."release", m.decision',
  );
  return Map.groupBy(rows, ({ release }) => release);
}

/** What a record had when a decision was made that took something out of it: releases by arrival, and whether each goes. */
export function heldBefore(database: Database, { id, ocid, afterSeq }: Decision): { release: number; goes: boolean }[] {
  return database
    .all<{ release: number; goes: number }>(
      `SELECT r.id AS "release", EXISTS (SELECT 1 FROM moved_releases WHERE "release" = r.id AND decision = ?) AS goes FROM releases r
        WHERE r.id IN (SELECT id FROM releases WHERE ocid = ? UNION SELECT m."release" FROM moved_releases m JOIN link_decisions d ON d.id = m.decision WHERE d.ocid = ?)
          AND r.seq <= ?
          AND ifnull((SELECT d.ocid FROM moved_releases m JOIN link_decisions d ON d.id = m.decision WHERE m."release" = r.id AND m.decision >= ? ORDER BY m.decision LIMIT 1), r.ocid) = ?
        ORDER BY r.seq`,
      id,
      ocid,
      ocid,
      afterSeq,
      id,
      ocid,
    )
    .map(({ release, goes }) => ({ release, goes: goes === 1 }));
}

/** The record that has the notices of this one now: itself, unless it was joined to another, and that to a third. */
export function whereNow(database: Database, ocid: string): string {
  const into = database.get<{ into: string }>(
    'SELECT into_ocid AS "into" FROM link_decisions WHERE act = \'join\' AND ocid = ?',
    ocid,
  )?.into;
  return into === undefined ? ocid : whereNow(database, into);
}

/** The records that were joined to this one, or to one that was. */
export function joinedTo(database: Database, ocid: string): string[] {
  return database
    .all<{ ocid: string }>(
      "SELECT ocid FROM link_decisions WHERE act = 'join' AND into_ocid = ? AND ocid <> ? ORDER BY ocid",
      ocid,
      ocid,
    )
    .flatMap((one) => [one.ocid, ...joinedTo(database, one.ocid)]);
}

// ── What notices find their record by ─────────────────────────────────────────

export function keysOf(database: Database, ocid: string): string[] {
  return database
    .all<{ key: string }>('SELECT key FROM record_keys WHERE ocid = ? ORDER BY key', ocid)
    .map(({ key }) => key);
}

/** All keys of a record, and what is doubted of it, are another's. */
export function moveKeys(database: Database, from: string, into: string): void {
  database.run(
    'INSERT OR IGNORE INTO record_keys (key, ocid) SELECT key, ? FROM record_keys WHERE ocid = ?',
    into,
    from,
  );
  database.run('DELETE FROM record_keys WHERE ocid = ?', from);
  database.run('DELETE FROM record_marks WHERE ocid = ?', from);
  database.run('UPDATE OR REPLACE doubtful_links SET ocid = ? WHERE ocid = ?', into, from);
  database.run('UPDATE OR REPLACE doubtful_links SET other = ? WHERE other = ?', into, from);
  forgetSelfDoubts(database);
}

/** What is doubted of a record for the sake of one code is doubted of another. */
export function moveDoubts(database: Database, code: string, from: string, into: string): void {
  database.run('UPDATE OR REPLACE doubtful_links SET ocid = ? WHERE ocid = ? AND code = ?', into, from, code);
  database.run('UPDATE OR REPLACE doubtful_links SET other = ? WHERE other = ? AND code = ?', into, from, code);
  forgetSelfDoubts(database);
}

function forgetSelfDoubts(database: Database): void {
  database.run('DELETE FROM doubtful_links WHERE ocid = other');
}
