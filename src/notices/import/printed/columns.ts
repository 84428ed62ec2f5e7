import { factOf, half, headingOf, rankIn, squeezed } from './pairs.ts';
import { COLUMNS, type Column } from './vocabulary.ts';

/** A row of a table by what its columns are, and each column's head, which may print the unit. */
export interface Row {
  cells: Partial<Record<Column, string>>;
  heads: Partial<Record<Column, string>>;
  /** The package that stands over the table; '' for none. */
  lot: string;
  /** Number of the block in which the table begins. */
  at: number;
}

export interface Table {
  rows: Row[];
  columns: Column[];
  at: number;
}

/** What a head is called: without spaces and brackets. */
export function columnOf(head: string): Column | null {
  if (head.length > 60) return null;
  let column = known.get(head);
  if (column === undefined) {
    if (known.size >= MOST_KEPT) known.clear();
    known.set(head, (column = columnOfText(head)));
  }
  return column;
}

const known = new Map<string, Column | null>();
const MOST_KEPT = 20_000;

function columnOfText(head: string): Column | null {
  const plain = half(squeezed(head))
    .replace(/\s+/g, '')
    .replace(/\((?!成交)[^()]*\)/g, '')
    .replace(/[*＊:：]/g, '');
  if (plain === '' || plain.length > 24) return null;
  return COLUMNS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

export function rowOf(
  columns: readonly (Column | null)[],
  heads: readonly string[],
  cells: readonly (string | undefined)[],
  lot: string,
  at: number,
): Row {
  const row: Row = { cells: {}, heads: {}, lot, at };
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]?.trim();
    if (column === null || !cell || cell === '/' || cell === '-' || cell === '—' || row.cells[column] !== undefined)
      continue;
    // 第一名 and the name stand under one head.
    if (column === 'supplier' && rankIn(cell) !== null && columns[index + 1] === 'supplier') {
      row.cells.rank ??= cell;
      continue;
    }
    row.cells[column] = cell;
    row.heads[column] = heads[index]!;
  }
  return row;
}

/** 1 for 第一名, 第1名, 第一中标候选人. */
export function rankOf(text: string): number | null {
  const numeral = /^(?:第)?([一二三四五六七八九十]|\d{1,2})(?:名|中标候选人|候选人)?$/.exec(text.trim());
  if (!numeral || (/^\d/.test(text.trim()) && !/名|候选人/.test(text))) return null;
  const digit = '一二三四五六七八九十'.indexOf(numeral[1]!);
  return digit >= 0 ? digit + 1 : Number(numeral[1]);
}

/** A price that is no sum: 97.67%, 下浮8%. */
export function isRate(text: string): boolean {
  return /\d\s*[%％‰]/.test(text);
}

/** A name of somebody, not a number, a label or a sentence. */
export function looksLikeName(text: string): boolean {
  const name = text.trim();
  if (columnOf(name) !== null || factOf(name) !== null) return false;
  if (/^(?:无|\/|-|—|详见.*|见附件.*|\*+|流标|废标)$/.test(name)) return false;
  return (
    name.length >= 2 &&
    name.length <= 200 &&
    !/流标|废标|流拍|不足.{0,3}家|未(?:中标|成交)|失败|作废/.test(name) &&
    /\p{L}/u.test(name) &&
    !/^[\d.,%/—-]+(?:元|万元)?$/.test(name) &&
    headingOf(name) === undefined &&
    !/[：:。]/.test(name)
  );
}
