import type { Database } from '../../../database/database.ts';
import type { Notice } from '../../../registers/notice.ts';
import { canonicalJson } from '../../../values/canonical.ts';

/** What a reviewer asks to be mended: `path` of a field, '' for the whole. Kept until the notice is out. */
export interface Remark {
  id: number;
  path: string;
  text: string;
  by: string;
  /** UTC ms. */
  at: number;
  /** What the author says to it. */
  reply: string | null;
  /** Who ticked it off. */
  settledBy: string | null;
  settledAt: number | null;
}

/** Oldest first. */
export function findRemarks(database: Database, draft: string): Remark[] {
  return database.all(
    'SELECT id, path, text, by, at, reply, settled_by AS settledBy, settled_at AS settledAt FROM draft_remarks WHERE draft = ? ORDER BY id',
    draft,
  );
}

export const isOpen = ({ settledAt }: Pick<Remark, 'settledAt'>): boolean => settledAt === null;

export function addRemarks(
  database: Database,
  draft: string,
  remarks: readonly Pick<Remark, 'path' | 'text' | 'by' | 'at'>[],
): void {
  for (const { path, text, by, at } of remarks)
    database.run(
      'INSERT INTO draft_remarks (draft, path, text, by, at) VALUES (?, ?, ?, ?, ?)',
      draft,
      path,
      text,
      by,
      at,
    );
}

/** What the author says to remarks that are open, by their ids; an empty answer is none. */
export function answerRemarks(database: Database, draft: string, replies: ReadonlyMap<number, string>): void {
  for (const [id, reply] of replies)
    database.run(
      'UPDATE draft_remarks SET reply = ? WHERE id = ? AND draft = ? AND settled_at IS NULL',
      reply.trim() || null,
      id,
      draft,
    );
}

export function settleRemarks(database: Database, draft: string, ids: readonly number[], by: string, at: number): void {
  for (const id of ids)
    database.run(
      'UPDATE draft_remarks SET settled_by = ?, settled_at = ? WHERE id = ? AND draft = ? AND settled_at IS NULL',
      by,
      at,
      id,
      draft,
    );
}

/** Takes out of remarks and answers what may not stand anywhere. */
export function rewordRemarks(database: Database, draft: string, reword: (text: string) => string): void {
  for (const { id, text, reply } of findRemarks(database, draft))
    database.run(
      'UPDATE draft_remarks SET text = ?, reply = ? WHERE id = ?',
      reword(text),
      reply === null ? null : reword(reply),
      id,
    );
}

export function forgetRemarks(database: Database, draft: string): void {
  database.run('DELETE FROM draft_remarks WHERE draft = ?', draft);
}

/** A draft as it was handed to review. */
export interface Submission {
  n: number;
  by: string;
  at: number;
  hash: string;
  notice: Notice;
}

/** Newest first. */
export function submissionsOf(database: Database, draft: string): Submission[] {
  return database
    .all<Omit<Submission, 'notice'> & { notice: string }>(
      'SELECT n, by, at, hash, notice FROM draft_submissions WHERE draft = ? ORDER BY n DESC',
      draft,
    )
    .map((row) => ({ ...row, notice: JSON.parse(row.notice) as Notice }));
}

export function keepSubmission(
  database: Database,
  draft: string,
  { by, at, hash, notice }: Omit<Submission, 'n'>,
): void {
  database.run(
    'INSERT INTO draft_submissions (draft, n, by, at, hash, notice) SELECT ?, ifnull(max(n), 0) + 1, ?, ?, ?, ? FROM draft_submissions WHERE draft = ?',
    draft,
    by,
    at,
    hash,
    canonicalJson(notice),
    draft,
  );
}

/** Once it is out, the release says what was approved: names that were masked at the door are kept nowhere. */
export function forgetSubmissions(database: Database, draft: string): void {
  database.run('DELETE FROM draft_submissions WHERE draft = ?', draft);
}
