import type { Actor } from '../../accounts/permissions.ts';
import type { Database } from '../../database/database.ts';
import type { DraftContent } from '../../notices/drafts/draft.ts';
import type { Kind, Register } from '../../registers/register.ts';
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
 * of choices and divisions may stand for their codes. Refusals: `column-unknown`, `column-missing`, those of `handIn`.
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
  }: { register: Register; kind: Kind; kindId: string; columns: readonly TableColumn[] },
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
        const handed = handIn(
          database,
          actor,
          { register: register.id, kind: kindId, content: inputOf(form, kind) as DraftContent },
          now,
        );
        if (!handed.ok)
          cells.push(
            ...handed.refusals.map((refusal) => ({
              ...refusal,
              row: index + 2,
              column: headOf(refusal.path ?? '', columns),
            })),
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
