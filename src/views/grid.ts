import type { State } from './record/state.ts';

/** A table as data: what a page draws and its `.json` answers. The first cell of a row names it. */
export interface Grid {
  columns: GridColumn[];
  rows: GridCell[][];
  total: GridCell[] | null;
}

export interface GridColumn {
  id: string;
  label: string;
  /** Follows the label: （元）. */
  unit: string;
  numeric: boolean;
}

export interface GridCell {
  text: string;
  /** Small, under it. */
  sub?: string | undefined;
  /** Where it leads: the party's page, or the notice that says it. */
  path?: string | undefined;
  strong?: true;
  /** Nothing is known: the text says why. */
  missing?: true;
  state?: { tone: State['tone']; text: string } | undefined;
}

export interface ColumnOf<Row> {
  id: string;
  label: string;
  unit?: string;
  numeric?: boolean;
  /** Left out when no row says anything; a dash where only others do. */
  optional?: boolean;
  /** Undefined: nothing is known. */
  cell(row: Row): GridCell | undefined;
  total?(rows: readonly Row[]): GridCell | undefined;
}

/** Draws rows under columns. `unknown` stands where nothing is known. Totals only under two rows or more. */
export function gridOf<Row>(columns: readonly ColumnOf<Row>[], rows: readonly Row[], unknown: GridCell): Grid {
  const cells = rows.map((row) => columns.map((column) => column.cell(row)));
  const kept = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column, index }) => !column.optional || cells.some((row) => row[index] && !row[index].missing));
  const totals = rows.length > 1 ? kept.map(({ column }) => column.total?.(rows)) : [];
  return {
    columns: kept.map(({ column: { id, label, unit = '', numeric = false } }) => ({ id, label, unit, numeric })),
    rows: cells.map((row) => kept.map(({ column, index }) => row[index] ?? (column.optional ? ABSENT : unknown))),
    // The first total only names the line.
    total: totals.slice(1).some(Boolean) ? totals.map((cell) => cell ?? { text: '' }) : null,
  };
}

/** As many rows as a reader takes in before the rest is folded away. */
const ROWS_SHOWN = 20;

/** The first rows, and those to fold; null where there are none. What is added up stands under the last. */
export function foldedGrid(grid: Grid): [shown: Grid, rest: Grid | null] {
  const { rows } = grid;
  if (rows.length <= ROWS_SHOWN) return [grid, null];
  return [
    { ...grid, rows: rows.slice(0, ROWS_SHOWN), total: null },
    { ...grid, rows: rows.slice(ROWS_SHOWN) },
  ];
}

/** Nothing is said, and nothing had to be. */
export const ABSENT: GridCell = { text: '—', missing: true };
