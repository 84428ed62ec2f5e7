import type { Actor } from '../../accounts/permissions.ts';
import type { Database } from '../../database/database.ts';
import { answerTo } from '../../notices/drafts/doubts.ts';
import type { Draft, DraftContent } from '../../notices/drafts/draft.ts';
import { findTwin } from '../../notices/drafts/storage.ts';
import type { Kind, Register } from '../../registers/register.ts';
import { dayOf } from '../../values/date.ts';
import { regionOf } from '../../values/region.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import { inputOf } from '../form/input.ts';
import { handIn } from './hand-in.ts';
import type { TableColumn } from './table.ts';

/** What is wrong with a cell: the row as the sheet numbers it, and the column's head. */
export interface CellRefusal extends Refusal {
  row: number;
  column: string;
}

/**
 * Takes every row of a table, or none: each becomes a draft handed to review. The first row names the columns; words
 * of choices and divisions may stand for their codes. `confirmed` answers what is odd, row by row. Refusals:
 * `column-unknown`, `column-missing`, those of `handIn`; `odd-again` (a row that was handed in before, word for word).
 */
export function takeRows(
  database: Database,
  actor: Actor,
  table: readonly string[][],
  {
    register,
    kind,
    kindId,
    columns,
    confirmed = new Map(),
  }: {
    register: Register;
    kind: Kind;
    kindId: string;
    columns: readonly TableColumn[];
    confirmed?: ReadonlyMap<number, Readonly<Record<string, string>>>;
  },
  now: number,
): Result<number> & { cells?: CellRefusal[] } {
  const [heads = [], ...rows] = table;
  const named = heads.map((head) => columns.find((column) => column.head === head.trim().replace(/\*$/, '')));
  const unknown = heads.flatMap((head, index) =>
    named[index] || head.trim() === '' ? [] : [{ code: 'column-unknown', row: 1, column: head, found: head }],
  );
  const missing = columns
    .filter((column) => column.required && !named.includes(column))
    .map(({ head }) => ({ code: 'column-missing', row: 1, column: head, found: head }));
  if (unknown.length + missing.length > 0)
    return { ...refuse({ code: 'table-heads' }), cells: [...unknown, ...missing] };
  if (rows.length === 0) return refuse({ code: 'table-empty' });

  class Refused extends Error {}
  const cells: CellRefusal[] = [];
  try {
    database.transaction(() => {
      for (const [index, row] of rows.entries()) {
        const form = new FormData();
        named.forEach((column, at) => column && form.set(column.path, cellOf(column, row[at] ?? '')));
        const answers = confirmed.get(index + 2);
        const content: DraftContent = {
          ...(inputOf(form, kind) as DraftContent),
          ...(answers && { confirmed: answers }),
        };
        const handed = handIn(database, actor, { register: register.id, kind: kindId, content }, now);
        const refusals = handed.ok ? againIn(database, handed.value) : handed.refusals;
        cells.push(
          ...refusals.map((refusal) => ({ ...refusal, row: index + 2, column: headOf(refusal.path ?? '', columns) })),
        );
      }
      if (cells.length > 0) throw new Refused();
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return {
      ...refuse({
        code: 'rows-refused',
        found: String(new Set(cells.map(({ row }) => row)).size),
        expected: String(rows.length),
      }),
      cells,
    };
  }
  return done(rows.length);
}

/** A row that says what another draft of the unit says already: a table that came twice. */
function againIn(database: Database, draft: Draft): Refusal[] {
  const twin = findTwin(database, draft);
  if (!twin) return [];
  const refusal: Refusal = { code: 'odd-again', path: 'title', found: draft.title, expected: dayOf(twin.savedAt) };
  const [key, answer] = answerTo(refusal);
  return draft.content.confirmed?.[key] === answer ? [] : [refusal];
}

/** Answers to what is odd and nothing else, by row; undefined where something is wrong as well. */
export function answersTo(cells: readonly CellRefusal[]): Map<number, Record<string, string>> | undefined {
  if (cells.length === 0 || cells.some(({ code }) => !code.startsWith('odd-'))) return undefined;
  const rows = Map.groupBy(cells, ({ row }) => row);
  return new Map([...rows].map(([row, odd]) => [row, Object.fromEntries(odd.map(answerTo))]));
}

function cellOf({ path, words }: TableColumn, text: string): string {
  if (path === 'region') return regionOf(text.trim()) ?? text;
  return words?.get(text.trim()) ?? text;
}

function headOf(path: string, columns: readonly TableColumn[]): string {
  return (
    (
      columns.find((column) => column.path === path || column.path === `${path}.name`) ??
      columns.find((column) => column.path.startsWith(`${path}.`))
    )?.head ?? path
  );
}
