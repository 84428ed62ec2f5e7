import type { Database } from '../../../database/database.ts';

/** A notice that went out without review. */
export interface Unreviewed {
  draft: string;
  release: number;
  title: string;
  unit: string;
  register: string;
  author: string;
  issuer: string;
  reason: string;
  /** UTC ms of its publication. */
  at: number;
}

/** Those that nobody looked at yet, of a unit or of all, oldest first. */
export function unreviewedOpen(database: Database, unit: string | null): Unreviewed[] {
  return database.all<Unreviewed>(
    `SELECT drafts.id AS draft, drafts.release AS release, drafts.title AS title, drafts.unit AS unit, drafts.register AS register, author, issuer, unreviewed_reason AS reason, releases.accepted_at AS at
       FROM drafts JOIN releases ON releases.id = drafts.release
      WHERE drafts.state = 'published' AND unreviewed_reason IS NOT NULL AND (? IS NULL OR drafts.unit = ?)
        AND NOT EXISTS (SELECT 1 FROM reviews_afterwards WHERE draft = drafts.id)
      ORDER BY releases.accepted_at, drafts.id`,
    unit,
    unit,
  );
}

/** When a release that went out without review was looked at, UTC ms; null where it was not, undefined of all others. */
export function lookedAt(database: Database, release: number): number | null | undefined {
  return database.get<{ at: number | null }>(
    "SELECT (SELECT at FROM reviews_afterwards WHERE draft = drafts.id) AS at FROM drafts WHERE drafts.release = ? AND state = 'published' AND unreviewed_reason IS NOT NULL",
    release,
  )?.at;
}

export function saveLook(database: Database, draft: string, by: string, at: number, finding: string | null): void {
  database.run('INSERT INTO reviews_afterwards (draft, by, at, finding) VALUES (?, ?, ?, ?)', draft, by, at, finding);
}
