import { columnOf, looksLikeName, rowOf, type Row, type Table } from './columns.ts';
import type { Block } from './page.ts';
import { factOf, headingOf, isChapter, lotOfLine, rankIn, type Pair } from './pairs.ts';
import { standingTable } from './standing-table.ts';

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
      else if (isChapter(block.line)) lot = '';
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
