import type { Database } from '../../database/database.ts';
import type { NoticeInput } from '../../registers/notice.ts';
import type { Refusal } from '../../values/result.ts';
import type { State } from './status.ts';

/** What was typed so far: a notice that may lack anything. */
export type DraftContent = Partial<
  Pick<
    NoticeInput,
    | 'title'
    | 'number'
    | 'project'
    | 'section'
    | 'region'
    | 'firstPublished'
    | 'reason'
    | 'body'
    | 'explanations'
    | 'fields'
    | 'attachments'
  >
> & {
  /** Odd magnitudes that the writer says are so, by doubt and path, with the value they were said of; never published. */
  confirmed?: Readonly<Record<string, string>>;
};

/** A notice being written by a unit. */
export interface Draft {
  id: string;
  unit: string;
  register: string;
  kind: string;
  /** Source key of the release it restates, changes or takes back. */
  amends: string | null;
  /** ocid of the record it was begun from. */
  follows: string | null;
  author: string;
  state: State;
  /** Grows with every save; a save names the one it saw. */
  version: number;
  title: string;
  content: DraftContent;
  /** See `hashOf`; approval is of one hash. */
  hash: string;
  startedAt: number;
  savedAt: number;
  savedBy: string;
  submittedAt: number | null;
  reviewer: string | null;
  approvedAt: number | null;
  approvedHash: string | null;
  issuer: string | null;
  scheduledFor: number | null;
  /** Why a scheduled publication was refused. */
  trouble: Refusal[] | null;
  unreviewedReason: string | null;
  release: number | null;
}

const COLUMNS = {
  id: 'id',
  unit: 'unit',
  register: 'register',
  kind: 'kind',
  amends: 'amends',
  follows: 'follows',
  author: 'author',
  state: 'state',
  version: 'version',
  title: 'title',
  content: 'content',
  hash: 'hash',
  startedAt: 'started_at',
  savedAt: 'saved_at',
  savedBy: 'saved_by',
  submittedAt: 'submitted_at',
  reviewer: 'reviewer',
  approvedAt: 'approved_at',
  approvedHash: 'approved_hash',
  issuer: 'issuer',
  scheduledFor: 'scheduled_for',
  trouble: 'trouble',
  unreviewedReason: 'unreviewed_reason',
  release: 'release',
} as const satisfies Record<keyof Draft, string>;

const NAMES = Object.keys(COLUMNS) as (keyof Draft)[];
const DRAFT = NAMES.map((name) => `${COLUMNS[name]} AS ${name}`).join(', ');
const INSERTED = NAMES.map((name) => COLUMNS[name]).join(', ');
const PLACES = NAMES.map(() => '?').join(', ');
const REPLACED = NAMES.slice(1)
  .map((name) => `${COLUMNS[name]} = excluded.${COLUMNS[name]}`)
  .join(', ');

type Row = Omit<Draft, 'content' | 'trouble'> & { content: string; trouble: string | null };

function toDraft(row: Row): Draft {
  return {
    ...row,
    content: JSON.parse(row.content) as Draft['content'],
    trouble: row.trouble === null ? null : (JSON.parse(row.trouble) as Draft['trouble']),
  };
}

export function findDraft(database: Database, id: string): Draft | undefined {
  const row = database.get<Row>(`SELECT ${DRAFT} FROM drafts WHERE id = ?`, id);
  return row && toDraft(row);
}

/** Writes the draft whole: a new one, or over what is there. The editor is remembered: nobody reviews their own. */
export function saveDraftRow(database: Database, draft: Draft, editor?: string): void {
  const values = NAMES.map((name) => {
    const value = draft[name];
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as string | number | null);
  });
  database.run(
    `INSERT INTO drafts (${INSERTED}) VALUES (${PLACES}) ON CONFLICT (id) DO UPDATE SET ${REPLACED}`,
    ...values,
  );
  if (editor !== undefined)
    database.run('INSERT OR IGNORE INTO draft_editors (draft, officer) VALUES (?, ?)', draft.id, editor);
}

/** Another draft of the unit that says exactly the same and was not discarded, the newest. */
export function findTwin(database: Database, { id, unit, register, kind, content }: Draft): Draft | undefined {
  const row = database.get<Row>(
    `SELECT ${DRAFT} FROM drafts WHERE unit = ? AND id <> ? AND register = ? AND kind = ? AND state <> 'discarded' AND json_remove(content, '$.confirmed') = json_remove(?, '$.confirmed') ORDER BY saved_at DESC LIMIT 1`,
    unit,
    id,
    register,
    kind,
    JSON.stringify(content),
  );
  return row && toDraft(row);
}

/** Officers who wrote, reviewed or issued a release of a record. */
export function makersOf(database: Database, ocid: string): string[] {
  return database
    .all<{ officer: string }>(
      `WITH made AS (SELECT d.id, d.author, d.reviewer, d.issuer FROM drafts d JOIN releases r ON r.id = d.release WHERE r.ocid = ?)
       SELECT author AS officer FROM made UNION SELECT reviewer FROM made WHERE reviewer IS NOT NULL
       UNION SELECT issuer FROM made WHERE issuer IS NOT NULL
       UNION SELECT officer FROM draft_editors WHERE draft IN (SELECT id FROM made)`,
      ocid,
    )
    .map(({ officer }) => officer);
}

export function isEditor(database: Database, draft: string, officer: string): boolean {
  return database.get('SELECT 1 FROM draft_editors WHERE draft = ? AND officer = ?', draft, officer) !== undefined;
}

export interface DraftQuery {
  /** Null: of every unit. */
  unit: string | null;
  states: readonly State[];
  registers?: readonly string[];
  author?: string;
  /** Not written by this officer. */
  notBy?: string;
  /** In the title, or the number as typed. */
  words?: string;
  limit: number;
}

/** The drafts asked for, last saved first. */
export function findDrafts(
  database: Database,
  { unit, states, registers, author, notBy, words, limit }: DraftQuery,
): Draft[] {
  const named = registers === undefined ? null : JSON.stringify(registers);
  const like = words === undefined ? '' : `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return database
    .all<Row>(
      `SELECT ${DRAFT} FROM drafts
        WHERE (? IS NULL OR unit = ?) AND (? IS NULL OR register IN (SELECT value FROM json_each(?))) AND state IN (SELECT value FROM json_each(?)) AND (? IS NULL OR author = ?)
          AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM draft_editors WHERE draft = id AND officer = ?))
          AND (? = '' OR title LIKE ? ESCAPE '\\' OR json_extract(content, '$.number') LIKE ? ESCAPE '\\' OR json_extract(content, '$.project.code') LIKE ? ESCAPE '\\')
        ORDER BY saved_at DESC, id LIMIT ?`,
      unit,
      unit,
      named,
      named,
      JSON.stringify(states),
      author ?? null,
      author ?? null,
      notBy ?? null,
      notBy ?? null,
      like,
      like,
      like,
      like,
      limit,
    )
    .map(toDraft);
}

/** How many drafts stand in each state; of every unit for null. */
export function countStates(database: Database, unit: string | null): Partial<Record<State, number>> {
  const rows = database.all<{ state: State; n: number }>(
    'SELECT state, count(*) AS n FROM drafts WHERE ? IS NULL OR unit = ? GROUP BY state',
    unit,
    unit,
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** When an officer of the unit handed in several notices in one moment: the rows of a table. */
export function findTables(database: Database, unit: string): { author: string; at: number }[] {
  return database.all(
    'SELECT author, started_at AS at FROM drafts WHERE unit = ? AND submitted_at = started_at GROUP BY author, started_at HAVING count(*) > 1',
    unit,
  );
}

/** A unit's drafts under way about a record, last saved first. */
export function findDraftsUnderWay(database: Database, unit: string, ocid: string): Draft[] {
  return database
    .all<Row>(
      `SELECT ${DRAFT} FROM drafts WHERE follows = ? AND unit = ? AND state NOT IN ('published', 'discarded') ORDER BY saved_at DESC LIMIT 5`,
      ocid,
      unit,
    )
    .map(toDraft);
}

/** How many notices were issued without review; of every unit for null. */
export function countUnreviewed(database: Database, unit: string | null): number {
  return database.get<{ n: number }>(
    "SELECT count(*) AS n FROM drafts WHERE state = 'published' AND unreviewed_reason IS NOT NULL AND (? IS NULL OR unit = ?)",
    unit,
    unit,
  )!.n;
}

export function findDue(database: Database, now: number): string[] {
  return database
    .all<{ id: string }>(
      "SELECT id FROM drafts WHERE state = 'scheduled' AND scheduled_for <= ? ORDER BY scheduled_for, id",
      now,
    )
    .map(({ id }) => id);
}
