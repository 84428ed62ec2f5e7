import type { Database } from '../database/database.ts';
import { matchKey } from '../values/script.ts';
import type { SearchDocument } from './engine.ts';
import { parseQuery } from './query.ts';
import { documentTokens } from './tokens.ts';

/**
 * The search tables are a projection: they may be lost and rebuilt, and are written in the transaction of the
 * act that changes what they say. `change` grows with every write; readers take what is newer than they have.
 */

/** The row at id 0 is no notice: its `change` says when the index was last emptied, or readers would keep what is gone. */
export const EMPTIED = 0;

/** A code shorter than this, typed whole, is a word like any other. */
const SHORTEST_CODE = 4;

/** A document as the index takes it: cut into tokens, its codes folded. Plain values: it may cross threads. */
export interface IndexedDocument extends Omit<SearchDocument, 'title' | 'units' | 'suppliers' | 'media' | 'text'> {
  tokens: string;
}

export function indexedDocument(document: SearchDocument): IndexedDocument {
  const { title, units, suppliers, media, text, ...row } = document;
  const codes = [...new Set(document.codes.map(matchKey))].filter((code) => code.length >= SHORTEST_CODE);
  return { ...row, codes, tokens: documentTokens(document) };
}

/** Adds documents or replaces those already there. Call inside the caller's transaction. */
export function indexDocuments(database: Database, documents: SearchDocument[]): void {
  indexPrepared(database, documents.map(indexedDocument));
}

/** The same for documents that were cut before. */
export function indexPrepared(database: Database, documents: readonly IndexedDocument[]): void {
  if (documents.length === 0) return;
  const byId = new Map(documents.map((document) => [document.id, document]));
  // Before the rows go: of the newest row that is replaced the next number would be its own, and nobody would look again.
  const change = nextChange(database);
  remove(database, [...byId.keys()]);
  // Ascending: FTS5 writes out everything it holds whenever a row id is not above the last one.
  const ascending = [...byId.values()].sort((a, b) => a.id - b.id);
  for (const { id, ocid, register, kind, region, unit, stage, deadline, quietOn, amount, tokens } of ascending) {
    database.run(
      'INSERT INTO search_rows (id, change, ocid, register, kind, region, unit, stage, deadline, quiet_on, amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      change,
      ocid,
      register,
      kind,
      region,
      unit,
      stage,
      deadline,
      quietOn,
      amount,
    );
    database.run('INSERT INTO search_tokens (rowid, tokens) VALUES (?, ?)', id, tokens);
  }
  const codes = ascending
    .flatMap((document) => document.codes.map((code) => ({ code, id: document.id })))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const { code, id } of codes) database.run('INSERT INTO search_codes (code, id) VALUES (?, ?)', code, id);
}

const MOVING = ['region', 'unit', 'stage', 'deadline', 'quietOn', 'amount'] as const;

/** What may change of a row while its words stay. */
export type RowUpdate = Pick<SearchDocument, 'id'> & Partial<Pick<SearchDocument, (typeof MOVING)[number]>>;

/** Changes rows without touching their tokens; rows that are not there, or say so already, are left alone. */
export function updateRows(database: Database, rows: RowUpdate[]): void {
  let change: number | undefined;
  for (const row of rows) {
    const old = database.get<Required<RowUpdate>>(
      'SELECT id, region, unit, stage, deadline, quiet_on AS quietOn, amount FROM search_rows WHERE id = ?',
      row.id,
    );
    if (!old || row.id === EMPTIED) continue;
    const next = { ...old, ...row };
    if (MOVING.every((name) => next[name] === old[name])) continue;
    const { region, unit, stage, deadline, quietOn, amount } = next;
    change ??= nextChange(database);
    database.run(
      'UPDATE search_rows SET change = ?, region = ?, unit = ?, stage = ?, deadline = ?, quiet_on = ?, amount = ? WHERE id = ?',
      change,
      region,
      unit,
      stage,
      deadline,
      quietOn,
      amount,
      row.id,
    );
  }
}

/** Empties the index, for a rebuild. */
export function removeAll(database: Database): void {
  const change = nextChange(database);
  database.run("INSERT INTO search_tokens (search_tokens) VALUES ('delete-all')");
  database.run('DELETE FROM search_codes');
  database.run('DELETE FROM search_rows');
  database.run(
    "INSERT INTO search_rows (id, change, ocid, register, kind, region, unit, stage) VALUES (?, ?, '', '', '', '', '', '')",
    EMPTIED,
    change,
  );
}

/** Merges the index into one piece: after a bulk import, outside of a transaction with other work. */
export function optimize(database: Database): void {
  database.run("INSERT INTO search_tokens (search_tokens) VALUES ('optimize')");
}

/**
 * Before many documents come, and after: pieces are merged sixteen by sixteen instead of four by four, which writes
 * every word half as often, and searches meet more pieces meanwhile. Then `mergeSome`, or they would stay.
 */
export function expectMany(database: Database, many: boolean): void {
  database.run("INSERT INTO search_tokens (search_tokens, rank) VALUES ('automerge', ?)", many ? 16n : 4n);
}

/**
 * A step on the way to what `optimize` does, short enough that other writers can wait for it; false when nothing is
 * left to do. `first` begins it.
 */
export function mergeSome(database: Database, first: boolean): boolean {
  const changes = () => database.get<{ n: number }>('SELECT total_changes() AS n')!.n;
  const before = changes();
  database.run("INSERT INTO search_tokens (search_tokens, rank) VALUES ('merge', ?)", first ? -PAGES : PAGES);
  // One change is the command's own.
  return changes() - before >= 2;
}

/** Of the index, in one step: some hundred milliseconds. */
const PAGES = 4_000n;

/** The releases that carry a code typed whole, in any spelling of its brackets and spaces; newest first. */
export function findCode(database: Database, typed: string): { id: number; ocid: string }[] {
  const { wanted, excluded } = parseQuery(typed);
  const only = wanted.length === 1 && excluded.length === 0 && wanted[0]!.field === 'code' ? wanted[0]!.text : typed;
  const code = only.length > 200 ? '' : matchKey(only);
  if (code.length < SHORTEST_CODE) return [];
  return database.all(
    'SELECT codes.id, rows.ocid FROM search_codes AS codes JOIN search_rows AS rows ON rows.id = codes.id WHERE codes.code = ? ORDER BY codes.id DESC',
    code,
  );
}

/** The releases with a code that begins as typed, in any spelling of its brackets and spaces; none for words. */
export function releasesWithCode(database: Database, typed: string, limit: number): number[] {
  const key = matchKey(typed);
  if (key.length < SHORTEST_CODE || key.length > 64 || !/^[0-9a-z]*\d[0-9a-z]*$/.test(key)) return [];
  return database
    .all<{ id: number }>(
      'SELECT DISTINCT id FROM search_codes WHERE code >= ? AND code < ? ORDER BY code, id DESC LIMIT ?',
      key,
      `${key}\uffff`,
      limit,
    )
    .map(({ id }) => id);
}

/**
 * Ids between two, both included, that match an FTS5 expression, as one text `9,7,3`, newest first; '' for none.
 * The bounds must be bound as integers: `node:sqlite` binds a number as REAL, for which FTS5 reads the whole table.
 */
export function matchingIds(database: Database, expression: string, low: number, high: number): string {
  const row = database.get<{ ids: string | null }>(
    'SELECT group_concat(id) AS ids FROM (SELECT rowid AS id FROM search_tokens WHERE search_tokens MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC)',
    expression,
    BigInt(low),
    BigInt(high),
  );
  return row?.ids ?? '';
}

/** The newest of them, as the same text. */
export function newestMatchingIds(
  database: Database,
  expression: string,
  low: number,
  high: number,
  limit: number,
): string {
  const row = database.get<{ ids: string | null }>(
    'SELECT group_concat(id) AS ids FROM (SELECT rowid AS id FROM search_tokens WHERE search_tokens MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?)',
    expression,
    BigInt(low),
    BigInt(high),
    limit,
  );
  return row?.ids ?? '';
}

/** Ids between two, both included, that match an FTS5 expression, newest first. */
export function newestMatching(
  database: Database,
  expression: string,
  low: number,
  high: number,
  limit: number,
): number[] {
  return database
    .all<{ id: number }>(
      'SELECT rowid AS id FROM search_tokens WHERE search_tokens MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?',
      expression,
      BigInt(low),
      BigInt(high),
      limit,
    )
    .map(({ id }) => id);
}

/** The records some releases belong to. */
export function recordsOf(database: Database, ids: number[]): Map<number, string> {
  const rows = database.all<{ id: number; ocid: string }>(
    'SELECT id, ocid FROM search_rows WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ id, ocid }) => [id, ocid]));
}

function remove(database: Database, ids: number[]): void {
  const present = database.all<{ id: number }>(
    'SELECT id FROM search_rows WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  if (present.length === 0) return;
  const list = JSON.stringify(present.map(({ id }) => id));
  for (const { id } of present) database.run('DELETE FROM search_tokens WHERE rowid = ?', BigInt(id));
  // Reads the whole table: what was published never changes, so a document is hardly ever replaced.
  database.run('DELETE FROM search_codes WHERE id IN (SELECT value FROM json_each(?))', list);
  database.run('DELETE FROM search_rows WHERE id IN (SELECT value FROM json_each(?))', list);
}

function nextChange(database: Database): number {
  return database.get<{ change: number }>('SELECT ifnull(max(change), 0) + 1 AS change FROM search_rows')!.change;
}
