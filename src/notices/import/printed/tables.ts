import { printedAmount } from './amount.ts';
import type { Block } from './page.ts';
import { factOf, half, headingOf, lotOfLine, rankIn, squeezed, type Pair } from './pairs.ts';
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

/** All tables of a page: those marked as such, and those whose cells stand a line each under known heads. */
export function tablesIn(blocks: readonly Block[]): { tables: Table[]; pairs: Pair[] } {
  const tables: Table[] = [];
  const pairs: Pair[] = [];
  let lot = '';
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if ('line' in block) {
      const named = lotOfLine(block.line);
      if (named !== null) lot = named;
      else if (/^\s*[一二三四五六七八九十]{1,3}[、.．]/.test(block.line)) lot = '';
      const standing = standingTable(blocks, at, lot);
      if (standing) {
        tables.push(standing.table);
        at = standing.end - 1;
      }
      continue;
    }
    const read = markedTables(block.table, lot, at);
    tables.push(...read.tables);
    pairs.push(...cellPairs(read.rest, lot, at));
  }
  return { tables, pairs };
}

/** What stands in one table: parts with heads above, parts with heads at the left, and rows of label and value. */
function markedTables(table: readonly string[][], lot: string, at: number): { tables: Table[]; rest: string[][] } {
  const tables: Table[] = [];
  const rest: string[][] = [];
  for (let from = 0; from < table.length;) {
    const turned = turnedTable(table, from, lot, at);
    if (turned) {
      tables.push(turned.table);
      from = turned.end;
    } else if (isHead(table[from]!) && !isLabelled(table[from]!, table[from + 1])) {
      const { heads, first } = headsOf(table, from);
      let end = first;
      let within = lot;
      let begins = first;
      const add = () => {
        if (end > begins) tables.push(markedTable(table.slice(begins, end), heads, within, at));
      };
      for (; end < table.length && !isHead(table[end]!) && !isAside(table[end]!, heads); end++) {
        const [caption, ...others] = new Set(table[end]!.filter(Boolean));
        if (caption === undefined || others.length > 0 || table[end]!.length < 2) continue;
        // A package named across the table is that of the rows below; any other caption begins something else.
        const named = lotOfLine(caption);
        if (named === null && end > begins) break;
        add();
        within = named ?? within;
        begins = end + 1;
      }
      add();
      from = end;
    } else {
      rest.push(table[from]!);
      from += 1;
    }
  }
  return { tables, rest };
}

/** 地块编号 | P1 | 地块位置 | 某镇: labels and values by turns, and a label again below. */
function isLabelled(row: readonly string[], next: readonly string[] | undefined): boolean {
  const cells = row.filter((cell, index) => cell !== row[index - 1]);
  const isLabel = (cell: string) => columnOf(cell) !== null || factOf(cell) !== null;
  return (
    cells.length >= 2 &&
    cells.length % 2 === 0 &&
    cells.every((cell, index) => isLabel(cell) === (index % 2 === 0)) &&
    (next === undefined || isLabel(next[0] ?? ''))
  );
}

/** A row of label and value below a table's rows, which is wider. */
function isAside(row: readonly string[], heads: readonly string[]): boolean {
  const cells = row.filter((cell, index) => cell !== row[index - 1]);
  const width = heads.filter((cell, index) => cell !== heads[index - 1]).length;
  return cells.length === 2 && width >= 3 && factOf(cells[0]!) !== null;
}

/** Heads in two rows: 金额 over 预算金额 and 最高限价, and beside them cells that reach through both. */
function headsOf(table: readonly string[][], from: number): { heads: readonly string[]; first: number } {
  const upper = table[from]!;
  const lower = table[from + 1];
  const reaches = (index: number) => lower![index] === upper[index] && upper[index] !== '';
  const isSpread = (index: number) => upper[index] === upper[index - 1] || upper[index] === upper[index + 1];
  const isSecond =
    lower !== undefined &&
    lower.length === upper.length &&
    lower.some((_, index) => reaches(index)) &&
    lower.every((_, index) => reaches(index) || isSpread(index)) &&
    new Set(lower).size > 1;
  return isSecond ? { heads: lower, first: from + 2 } : { heads: upper, first: from + 1 };
}

const FEWEST_TURNED = 3;

/** A table whose heads stand at the left, a candidate or a parcel a column. */
function turnedTable(
  table: readonly string[][],
  from: number,
  lot: string,
  at: number,
): { table: Table; end: number } | null {
  const first = table[from]!;
  // A caption may reach down the left side.
  const left = table[from + 1]?.[0] === first[0] && first[0] !== '' && first.length > 3 ? 1 : 0;
  const isOfRanks = (row: readonly string[]) => row.slice(left + 1).filter((cell) => rankIn(cell) !== null).length >= 2;
  let end = from;
  for (; end < table.length; end++) {
    const row = table[end]!;
    if (row.length !== first.length || (left === 1 && row[0] !== first[0])) break;
    if (isOfRanks(row)) continue;
    const isLabel = columnOf(row[left]!) !== null || factOf(row[left]!) !== null;
    if (!isLabel || row.slice(left + 1).some((cell) => columnOf(cell) !== null)) break;
    // One value for all is said of the whole.
    if (new Set(row.slice(left + 1)).size === 1 && end === from) return null;
  }
  const part = table.slice(from, end);
  const columns = part.map((row) => (isOfRanks(row) ? 'rank' : columnOf(row[left]!)));
  const names = part.find((_, index) => columns[index] === 'supplier' || columns[index] === 'object');
  const isTurned =
    part.length >= FEWEST_TURNED &&
    first.length - left >= 3 &&
    names !== undefined &&
    new Set(names.slice(left + 1).filter((cell) => looksLikeName(cell) || /\d/.test(cell))).size >= 2;
  if (!isTurned) return null;
  const heads = part.map((row) => row[left]!);
  const rows = first.slice(left + 1).flatMap((_, across): Row[] => {
    const index = left + 1 + across;
    const isSame = index > left + 1 && part.every((row) => row[index] === row[index - 1]);
    return isSame || !names[index]
      ? []
      : [
          rowOf(
            columns,
            heads,
            part.map((row) => row[index]),
            lot,
            at,
          ),
        ];
  });
  return { table: { rows, columns: columns.filter((column) => column !== null), at }, end };
}

function isHead(row: readonly string[]): boolean {
  const columns = row.map(columnOf);
  const known = columns.filter((column) => column !== null);
  return (
    new Set(row).size >= 2 &&
    known.length >= Math.max(2, row.filter(Boolean).length * 0.5) &&
    known.some((column) => ['supplier', 'price', 'budget', 'ceiling', 'startPrice', 'object', 'lot'].includes(column))
  );
}

function markedTable(table: readonly string[][], heads: readonly string[], lot: string, at: number): Table {
  const columns = heads.map((cell) => columnOf(cell));
  // 标段 | 第一中标候选人 | 第二中标候选人: a row names several.
  const ranked = heads.flatMap((head, index) =>
    columns[index] === 'supplier' && rankIn(head) !== null ? [index] : [],
  );
  const rows = table.flatMap((cells): Row[] => {
    // A row that is one cell across is a caption.
    if (new Set(cells.filter(Boolean)).size <= 1) return [];
    if (ranked.length >= 2)
      return ranked.map((column) => {
        const row = rowOf(
          columns.map((one, index) => (heads[index] !== heads[column] && rankIn(heads[index]!) !== null ? null : one)),
          heads,
          cells,
          lot,
          at,
        );
        return { ...row, cells: { ...row.cells, rank: heads[column]! } };
      });
    return [rowOf(columns, heads, cells, lot, at)];
  });
  return { rows, columns: columns.filter((column) => column !== null), at };
}

function rowOf(
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

/** Label beside value, as often in a row as there is room. */
function cellPairs(table: readonly string[][], lot: string, at: number): Pair[] {
  const now = table[0]?.findIndex((cell) => NOW.test(cell)) ?? -1;
  let rank: number | null = null;
  let context: Pair['context'] = null;
  const isChange = isChangeTable(table);
  return table.flatMap((row) => {
    if (isChange) {
      const named = row.slice(0, now).find((cell) => factOf(cell) !== null);
      return named !== undefined && row[now]
        ? [{ fact: factOf(named)!, label: named, value: row[now], context: null, lot: '', at }]
        : [];
    }
    const cells = row.filter((cell, index) => cell !== row[index - 1]);
    if (cells.length === 1) context = headingOf(cells[0]!) ?? context;
    return cells.flatMap((cell, index): Pair[] => {
      const fact = factOf(cell);
      const value = cells[index + 1];
      if (fact === null || !value || factOf(value) !== null) return [];
      const label = cell.replace(/[：:]\s*$/, '');
      rank = rankIn(label) ?? rank;
      return [
        {
          fact,
          label,
          value,
          context: headingOf(cells[index - 1] ?? '') ?? context,
          lot,
          ...(rank !== null && { rank }),
          at,
        },
      ];
    });
  });
}

/** Whether a table says what was beside what is. */
export function isChangeTable(table: readonly string[][]): boolean {
  const [heads = []] = table;
  return heads.findIndex((cell) => NOW.test(cell)) > 0 && heads.some((cell) => BEFORE.test(cell));
}

const BEFORE = /^(?:更正|变更|修改|调整|澄清)(?:内容)?前|^原(?:公告|文件)?(?:的)?(?:内容|信息)?$|^原/;
const NOW = /^(?:更正|变更|修改|调整|澄清)(?:内容)?后|^现(?:公告|文件)?(?:的)?(?:内容|信息)?$/;

const FEWEST_HEADS = 3;

/** A table whose cells stand a line each: its heads in a row, then rows as long as they fit. */
function standingTable(blocks: readonly Block[], start: number, lot: string): { table: Table; end: number } | null {
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
