import { printedAmount } from './amount.ts';
import { columnOf, isRate, looksLikeName, rankOf, rowOf, type Row, type Table } from './columns.ts';
import type { Block } from './page.ts';
import { factOf, headingOf } from './pairs.ts';
import type { Column } from './vocabulary.ts';

const FEWEST_HEADS = 3;

/** A table whose cells stand a line each: its heads in a row, then rows as long as they fit. */
export function standingTable(
  blocks: readonly Block[],
  start: number,
  lot: string,
): { table: Table; end: number } | null {
  const heads: string[] = [];
  const columns: Column[] = [];
  let at = start;
  for (; at < blocks.length; at++) {
    const line = lineAt(blocks, at);
    const column = line === null ? null : columnOf(line);
    if (column === null) break;
    heads.push(line!);
    columns.push(column);
  }
  const isTable =
    columns.length >= FEWEST_HEADS &&
    (columns.includes('supplier') || columns.includes('budget') || columns.includes('ceiling')) &&
    columns.some((column) => ['price', 'budget', 'ceiling', 'score'].includes(column));
  if (!isTable) return null;
  const rows: Row[] = [];
  for (let end = at; ;) {
    const read = standingRow(blocks, end, columns, heads, lot, start);
    // What is ranked stays ranked, and a name alone is the next text.
    const isLost = read && rows[0]?.cells.rank !== undefined && read.row.cells.rank === undefined;
    if (!read || isLost || Object.keys(read.row.cells).length < 2)
      return rows.length > 0 ? { table: { rows, columns, at: start }, end } : null;
    rows.push(read.row);
    end = read.end;
  }
}

function lineAt(blocks: readonly Block[], at: number): string | null {
  const block = blocks[at];
  return block && 'line' in block ? block.line : null;
}

/** One row: each cell must be what its column holds; cells at the end may be left out. */
function standingRow(
  blocks: readonly Block[],
  start: number,
  columns: readonly Column[],
  heads: readonly string[],
  lot: string,
  from: number,
): { row: Row; end: number } | null {
  const cells: (string | undefined)[] = [];
  let at = start;
  let rank: string | undefined;
  const first = lineAt(blocks, at);
  // 第一名 stands before its row without a head of its own.
  if (first !== null && !columns.includes('rank') && rankOf(first) !== null) {
    rank = first;
    at += 1;
  }
  for (const [index, column] of columns.entries()) {
    const line = lineAt(blocks, at);
    // A text may begin like a label: 质量要求：…; a name or a number does not.
    const isOver = line === null || (index > 0 && TEXTUAL.has(column) ? headingOf(line) !== undefined : endsRows(line));
    if (line === null || isOver) {
      cells.push(undefined);
      continue;
    }
    if (!fits(column, line, heads[index]!)) {
      // What says nothing to us may be an empty cell that left no line.
      if (
        column === 'text' ||
        column === 'score' ||
        column === 'members' ||
        column === 'address' ||
        column === 'serial'
      ) {
        cells.push(undefined);
        continue;
      }
      return null;
    }
    cells.push(line);
    at += 1;
  }
  if (at === start) return null;
  const row = rowOf(columns, heads, cells, lot, from);
  if (rank !== undefined) row.cells.rank = rank;
  const isWhole = columns.includes('supplier')
    ? row.cells.supplier !== undefined
    : (row.cells.budget ?? row.cells.ceiling);
  return isWhole ? { row, end: at } : null;
}

const TEXTUAL = new Set<Column>(['text', 'quality', 'duration', 'leader', 'lotName']);

function endsRows(line: string): boolean {
  return (
    headingOf(line) !== undefined ||
    /^(?:合计|总计|备注|注)[：:（(]?/.test(line) ||
    (/^[^：:]{2,12}[：:]/.test(line) &&
      !/^(?:牵头人|联合体|报价|项目经理|设计负责人)/.test(line) &&
      factOf(line.split(/[：:]/)[0]!) !== null)
  );
}

function fits(column: Column, line: string, head: string): boolean {
  switch (column) {
    case 'supplier':
      return looksLikeName(line) || /^牵头人[：:]/.test(line);
    case 'price':
    case 'budget':
    case 'ceiling':
    case 'startPrice':
    case 'deposit':
      return printedAmount(line, head) !== undefined || isRate(line);
    case 'rank':
      return rankOf(line) !== null || /^\d{1,2}$/.test(line);
    case 'serial':
      return /^\d{1,3}$/.test(line);
    case 'score':
      return /^\d{1,3}(?:\.\d+)?$/.test(line);
    case 'lot':
      return line.length <= 60 && headingOf(line) === undefined && !/[：:。]/.test(line);
    case 'members':
      return looksLikeName(line) || /^(?:无|\/|-)$/.test(line);
    case 'code':
      return /^[0-9A-Z]{15,18}$/.test(line) || /^[\/-]$/.test(line);
    default:
      return columnOf(line) === null;
  }
}
