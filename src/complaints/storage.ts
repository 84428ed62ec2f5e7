import type { Database } from '../database/database.ts';
import { OPEN, type Complaint, type State, type Step, type Way } from './complaint.ts';

const COMPLAINT =
  'id, way, rule, category, unit, ocid, path, words, contact, may_publish AS mayPublish, state, filed_at AS filedAt, accepted_at AS acceptedAt, closed_at AS closedAt, due_on AS dueOn, handler, joined_to AS joinedTo';
type Row = Omit<Complaint, 'mayPublish'> & { mayPublish: number };
const complaintIn = (row: Row): Complaint => ({ ...row, mayPublish: row.mayPublish === 1 });

/** False when the same form was sent before. */
export function insertComplaint(database: Database, one: Complaint, receiptHash: string, once: string): boolean {
  return (
    database.run(
      'INSERT INTO complaints (id, receipt_hash, once, way, rule, category, unit, ocid, path, words, contact, may_publish, state, filed_at, due_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (once) DO NOTHING',
      one.id,
      receiptHash,
      once,
      one.way,
      one.rule,
      one.category,
      one.unit,
      one.ocid,
      one.path,
      one.words,
      one.contact,
      one.mayPublish ? 1 : 0,
      one.state,
      one.filedAt,
      one.dueOn,
    ) > 0
  );
}

export function findComplaint(database: Database, id: string): Complaint | undefined {
  const row = database.get<Row>(`SELECT ${COMPLAINT} FROM complaints WHERE id = ?`, id);
  return row && complaintIn(row);
}

export function findByReceipt(database: Database, receiptHash: string): Complaint | undefined {
  const row = database.get<Row>(`SELECT ${COMPLAINT} FROM complaints WHERE receipt_hash = ?`, receiptHash);
  return row && complaintIn(row);
}

/** Those that are due first stand first. */
export function openOf(database: Database, unit: string): Complaint[] {
  return database
    .all<Row>(
      `SELECT ${COMPLAINT} FROM complaints WHERE unit = ? AND state IN (SELECT value FROM json_each(?)) ORDER BY due_on IS NULL, due_on, filed_at`,
      unit,
      JSON.stringify(OPEN),
    )
    .map(complaintIn);
}

export function closedOf(database: Database, unit: string, limit: number): Complaint[] {
  return database
    .all<Row>(
      `SELECT ${COMPLAINT} FROM complaints WHERE unit = ? AND closed_at IS NOT NULL ORDER BY closed_at DESC LIMIT ?`,
      unit,
      limit,
    )
    .map(complaintIn);
}

export function joinedTo(database: Database, id: string): Complaint[] {
  return database
    .all<Row>(`SELECT ${COMPLAINT} FROM complaints WHERE joined_to = ? ORDER BY filed_at`, id)
    .map(complaintIn);
}

/** The unit it is with, its state, and what hangs on these. */
export function saveComplaint(database: Database, one: Complaint): void {
  database.run(
    'UPDATE complaints SET unit = ?, rule = ?, state = ?, accepted_at = ?, closed_at = ?, due_on = ?, handler = ?, joined_to = ? WHERE id = ?',
    one.unit,
    one.rule,
    one.state,
    one.acceptedAt,
    one.closedAt,
    one.dueOn,
    one.handler,
    one.joinedTo,
    one.id,
  );
}

export function insertStep(database: Database, complaint: string, { at, officer, act, said }: Step): void {
  database.run(
    'INSERT INTO complaint_steps (complaint, at, officer, act, said) VALUES (?, ?, ?, ?, ?)',
    complaint,
    at,
    officer,
    act,
    said,
  );
}

export function stepsOf(database: Database, complaint: string): Step[] {
  return database.all('SELECT at, officer, act, said FROM complaint_steps WHERE complaint = ? ORDER BY id', complaint);
}

/** The names of who filed what was closed long ago. */
export function deleteContacts(database: Database, closedBefore: number): number {
  return database.run('UPDATE complaints SET contact = NULL WHERE contact IS NOT NULL AND closed_at < ?', closedBefore);
}

// ── Evidence ──────────────────────────────────────────────────────────────────

export interface ComplaintFile {
  id: number;
  /** Sealed. */
  name: string;
  type: string;
  /** Bytes. */
  size: number;
  scanned: boolean;
  at: number;
}

export function insertFile(
  database: Database,
  complaint: string,
  { name, type, size, scanned, at }: Omit<ComplaintFile, 'id'>,
  content: Uint8Array,
): void {
  database.run(
    'INSERT INTO complaint_files (complaint, name, type, size, content, scanned, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    complaint,
    name,
    type,
    size,
    content,
    scanned ? 1 : 0,
    at,
  );
}

export function filesOf(database: Database, complaint: string): ComplaintFile[] {
  return database
    .all<Omit<ComplaintFile, 'scanned'> & { scanned: number }>(
      'SELECT id, name, type, size, scanned, at FROM complaint_files WHERE complaint = ? ORDER BY id',
      complaint,
    )
    .map((row) => ({ ...row, scanned: row.scanned === 1 }));
}

/** Sealed; undefined for a file of another. */
export function contentOf(database: Database, complaint: string, id: number): Uint8Array | undefined {
  return database.get<{ content: Uint8Array }>(
    'SELECT content FROM complaint_files WHERE complaint = ? AND id = ?',
    complaint,
    id,
  )?.content;
}

export function deleteFiles(database: Database, closedBefore: number): number {
  return database.run(
    'DELETE FROM complaint_files WHERE complaint IN (SELECT id FROM complaints WHERE closed_at < ?)',
    closedBefore,
  );
}

// ── What the public is told ───────────────────────────────────────────────────

export interface Summary {
  complaint: string;
  text: string;
  writtenBy: string;
  writtenAt: number;
  approvedBy: string | null;
  approvedAt: number | null;
}

const SUMMARY =
  'complaint, text, written_by AS writtenBy, written_at AS writtenAt, approved_by AS approvedBy, approved_at AS approvedAt';

export function saveSummary(database: Database, { complaint, text, writtenBy, writtenAt }: Summary): void {
  database.run(
    'INSERT INTO complaint_summaries (complaint, text, written_by, written_at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text, written_by = excluded.written_by, written_at = excluded.written_at, approved_by = NULL, approved_at = NULL',
    complaint,
    text,
    writtenBy,
    writtenAt,
  );
}

export function approveSummary(database: Database, complaint: string, officer: string, now: number): void {
  database.run(
    'UPDATE complaint_summaries SET approved_by = ?, approved_at = ? WHERE complaint = ?',
    officer,
    now,
    complaint,
  );
}

export function findSummary(database: Database, complaint: string): Summary | undefined {
  return database.get(`SELECT ${SUMMARY} FROM complaint_summaries WHERE complaint = ?`, complaint);
}

/** What is known to everybody of a record's: never who filed it, and no word of theirs. */
export interface PublicAnswer {
  way: Way;
  rule: string;
  state: State;
  unit: string;
  filedAt: number;
  closedAt: number | null;
  dueOn: string | null;
  text: string | null;
}

/** Of a record: those answered with a summary that was looked at, and those that suspend it while they run. */
export function publicAnswers(database: Database, ocid: string): PublicAnswer[] {
  return database.all(
    `SELECT c.way, c.rule, c.state, u.name AS unit, c.filed_at AS filedAt, c.closed_at AS closedAt, c.due_on AS dueOn,
       CASE WHEN s.approved_at IS NOT NULL THEN s.text END AS text
     FROM complaints c JOIN units u ON u.id = c.unit LEFT JOIN complaint_summaries s ON s.complaint = c.id
     WHERE c.ocid = ? AND c.joined_to IS NULL AND (s.approved_at IS NOT NULL OR c.way = 'objection' AND c.state IN (SELECT value FROM json_each(?)))
     ORDER BY c.filed_at`,
    ocid,
    JSON.stringify(OPEN),
  );
}

// ── Who has no part in a case ────────────────────────────────────────────────

export function insertBarred(database: Database, complaint: string, officer: string): void {
  database.run('INSERT OR IGNORE INTO complaint_barred (complaint, officer) VALUES (?, ?)', complaint, officer);
}

export function isBarred(database: Database, complaint: string, officer: string): boolean {
  return (
    database.get('SELECT 1 FROM complaint_barred WHERE complaint = ? AND officer = ?', complaint, officer) !== undefined
  );
}

/** Who has no part in one case has none in the other with which it is answered. */
export function copyBarred(database: Database, from: string, into: string): void {
  database.run(
    'INSERT OR IGNORE INTO complaint_barred (complaint, officer) SELECT ?, officer FROM complaint_barred WHERE complaint = ?',
    into,
    from,
  );
}

/** Open cases of a unit in which none of these officers may take part. */
export function countUnattended(database: Database, unit: string, officers: readonly string[]): number {
  return database.get<{ n: number }>(
    `SELECT count(*) AS n FROM complaints c WHERE unit = ? AND state IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM json_each(?) o WHERE NOT EXISTS
         (SELECT 1 FROM complaint_barred b WHERE b.complaint = c.id AND b.officer = o.value))`,
    unit,
    JSON.stringify(OPEN),
    JSON.stringify(officers),
  )!.n;
}

// ── What a unit takes ─────────────────────────────────────────────────────────

export interface UnitWay {
  way: Way;
  promisedDays: number | null;
}

export function waysOf(database: Database, unit: string): UnitWay[] {
  return database.all('SELECT way, promised_days AS promisedDays FROM unit_ways WHERE unit = ?', unit);
}

export function saveWays(database: Database, unit: string, ways: readonly UnitWay[]): void {
  database.run('DELETE FROM unit_ways WHERE unit = ?', unit);
  for (const { way, promisedDays } of ways)
    database.run('INSERT INTO unit_ways (unit, way, promised_days) VALUES (?, ?, ?)', unit, way, promisedDays);
}

/** Units that take anything, by name. */
export function takingUnits(database: Database): { id: string; name: string; ways: string }[] {
  return database.all(
    'SELECT u.id, u.name, group_concat(w.way) AS ways FROM units u JOIN unit_ways w ON w.unit = u.id WHERE u.ended_at IS NULL GROUP BY u.id ORDER BY u.name',
  );
}

// ── How a unit answers ────────────────────────────────────────────────────────

/** One case of a unit, as statistics count it. */
export interface Counted {
  unit: string;
  way: Way;
  state: State;
  filedAt: number;
  closedAt: number | null;
  dueOn: string | null;
  rule: string;
}

export function countedSince(database: Database, since: number): Counted[] {
  return database.all(
    'SELECT unit, way, rule, state, filed_at AS filedAt, closed_at AS closedAt, due_on AS dueOn FROM complaints WHERE filed_at >= ?',
    since,
  );
}

// ── How often somebody files ──────────────────────────────────────────────────

export function countAsks(database: Database, who: string, since: number): number {
  return database.get<{ n: number }>('SELECT count(*) AS n FROM complaint_asks WHERE who = ? AND at >= ?', who, since)!
    .n;
}

/** By everybody. */
export function countAllAsks(database: Database, since: number): number {
  return database.get<{ n: number }>('SELECT count(*) AS n FROM complaint_asks WHERE at >= ?', since)!.n;
}

export function insertAsk(database: Database, who: string, now: number): void {
  database.run('INSERT INTO complaint_asks (who, at) VALUES (?, ?)', who, now);
}

export function deleteAsks(database: Database, before: number): number {
  return database.run('DELETE FROM complaint_asks WHERE at < ?', before);
}

// ── A change of key ───────────────────────────────────────────────────────────

/** A sealed text, and where it stands. */
export interface SealedText {
  at: 'words' | 'contact' | 'step' | 'file';
  id: string;
  /** To what it is sealed. */
  complaint: string;
  sealed: string;
}

export function sealedTexts(database: Database): SealedText[] {
  return database.all(
    `SELECT 'words' AS at, id, id AS complaint, words AS sealed FROM complaints
     UNION ALL SELECT 'contact', id, id, contact FROM complaints WHERE contact IS NOT NULL
     UNION ALL SELECT 'step', CAST(id AS TEXT), complaint, said FROM complaint_steps WHERE said IS NOT NULL
     UNION ALL SELECT 'file', CAST(id AS TEXT), complaint, name FROM complaint_files`,
  );
}

const SEALED_AT: Record<SealedText['at'], string> = {
  words: 'UPDATE complaints SET words = ? WHERE id = ?',
  contact: 'UPDATE complaints SET contact = ? WHERE id = ?',
  step: 'UPDATE complaint_steps SET said = ? WHERE id = ?',
  file: 'UPDATE complaint_files SET name = ? WHERE id = ?',
};

export function saveSealedText(database: Database, { at, id }: Pick<SealedText, 'at' | 'id'>, sealed: string): void {
  database.run(SEALED_AT[at], sealed, id);
}

/** Files of evidence, by number; their contents are taken one at a time. */
export function allFiles(database: Database): { id: number; complaint: string }[] {
  return database.all('SELECT id, complaint FROM complaint_files ORDER BY id');
}

export function saveContent(database: Database, id: number, content: Uint8Array): void {
  database.run('UPDATE complaint_files SET content = ? WHERE id = ?', content, id);
}
