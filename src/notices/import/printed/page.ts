import { Parser } from 'htmlparser2';
import { readableLines } from './text.ts';

/** A piece of a page, in reading order: a line of text, or a table that is marked as one. */
export type Block = { line: string } | TableBlock;

/** Every cell says what stands over it, merged cells too; which of them only repeat, `repeats` tells. */
export interface TableBlock {
  table: string[][];
  repeats?: boolean[][];
}

/** The text of a captured page: plain lines, lines with `a | b | c`, or HTML. */
export function blocksOf(text: string): Block[] {
  const blocks = isHtml(text) ? htmlBlocks(text) : [{ line: text } as Block];
  return withPipeTables(
    blocks.flatMap((block) =>
      'line' in block
        ? readableLines(block.line)
            .flatMap(apart)
            .map((line) => ({ line }))
        : [tidy(block)],
    ),
  );
}

/** `…元 二、招标人：…`, `三、获取采购文件 1.时间：…`: a heading within a line begins its own, and ends before 1. */
function apart(line: string): string[] {
  if (line.length > 4000 || !/[一二三四五六七八九十][、.．]/.test(line)) return [line];
  return line
    .split(/(?<=[。；;\s])(?=[一二三四五六七八九十]{1,3}、(?=\p{Script=Han}))/u)
    .flatMap((part) => part.split(/(?<=^[一二三四五六七八九十]{1,3}、[^：:。；;]{2,24}[：:]?)\s+(?=1[.、．](?!\d))/))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A page, not lines in which a tag was left standing. */
function isHtml(text: string): boolean {
  // So many tables are none that a person wrote, and one in another takes ever longer.
  if ((text.match(/<table\b/gi)?.length ?? 0) > MOST_TABLES) return false;
  const tags = text.match(/<\/?(?:table|tr|td|p|div|br|span|li)\b/gi)?.length ?? 0;
  return tags >= 4 && tags * 2 >= text.split('\n').length;
}

const MOST_TABLES = 2_000;

/** The numbers of those lines that are cells of tables. */
export function cellsAmong(blocks: readonly Block[]): Set<number> {
  const cells = new Set<number>();
  let at = 0;
  for (const block of blocks) {
    const next = at + linesOf([block]).length;
    if ('table' in block) for (; at < next; at++) cells.add(at);
    at = next;
  }
  return cells;
}

/** The same as lines, a cell a line: what has no eye for tables reads these. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    'line' in block
      ? [block.line]
      : block.table.flatMap((row) => row.filter((cell, index) => cell !== '' && cell !== row[index - 1])),
  );
}

const BREAKS = new Set(['p', 'div', 'br', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article']);

interface OpenTable {
  rows: Cell[][];
}

interface Cell {
  blocks: Block[];
  columns: number;
  rows: number;
}

/** Text and tables of HTML. A table that holds tables is there for the layout, and is read through. */
function htmlBlocks(html: string): Block[] {
  const out: Block[] = [];
  const tables: OpenTable[] = [];
  const cells: Cell[] = [];
  let text = '';
  let silent = 0;
  // Where nothing but tables is marked, the lines between them are lines.
  const isLined = !/<(?:p|br|div|li)\b/i.test(html);
  const into = () => cells.at(-1)?.blocks ?? out;
  const flush = () => {
    const lines = text.trim();
    if (lines !== '') into().push({ line: lines });
    text = '';
  };
  const closeCell = () => {
    flush();
    cells.pop();
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'style' || name === 'script') silent += 1;
        if (BREAKS.has(name)) text += '\n';
        if (name === 'table') {
          flush();
          tables.push({ rows: [] });
        } else if (name === 'tr') {
          tables.at(-1)?.rows.push([]);
        } else if ((name === 'td' || name === 'th') && tables.length > 0) {
          const table = tables.at(-1)!;
          if (table.rows.length === 0) table.rows.push([]);
          const span = (value: string | undefined) => Math.min(Math.max(Number(value) || 1, 1), MOST_SPANNED);
          const cell = { blocks: [], columns: span(attributes['colspan']), rows: span(attributes['rowspan']) };
          table.rows.at(-1)!.push(cell);
          cells.push(cell);
        }
      },
      ontext(piece) {
        if (silent === 0) text += isLined && cells.length === 0 ? piece : piece.replace(/\s+/g, ' ');
      },
      onclosetag(name) {
        if (name === 'style' || name === 'script') silent = Math.max(0, silent - 1);
        if (BREAKS.has(name)) text += '\n';
        if ((name === 'td' || name === 'th') && cells.length > 0) closeCell();
        else if (name === 'table' && tables.length > 0) {
          flush();
          into().push(...tableBlocks(tables.pop()!));
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  flush();
  return out;
}

/** A cell that says it spans a million rows spans some. */
const MOST_SPANNED = 200;
/** Beyond so many cells that a table says it has, each is one. */
const MOST_CELLS = 100_000;

function tableBlocks({ rows }: OpenTable): Block[] {
  const isLayout = rows.some((row) => row.some(({ blocks }) => blocks.some((block) => 'table' in block)));
  // One cell a row is no table but a frame.
  if (isLayout || rows.every((row) => row.length <= 1))
    return rows.flatMap((row) => row.flatMap(({ blocks }) => blocks));
  const grid: { text: string; repeats: boolean }[][] = [];
  let room = MOST_CELLS;
  for (const [at, row] of rows.entries()) {
    const line = (grid[at] ??= []);
    let column = 0;
    for (const { blocks, columns, rows: down } of row) {
      while (line[column] !== undefined) column += 1;
      const text = blocks.map((block) => ('line' in block ? block.line : '')).join(' ');
      const reach = Math.min(down, rows.length - at);
      const [high, wide] = reach * columns <= room ? [reach, columns] : [1, 1];
      room -= high * wide;
      for (let below = 0; below < high; below++)
        for (let across = 0; across < wide; across++)
          (grid[at + below] ??= [])[column + across] = { text, repeats: below + across > 0 };
      column += wide;
    }
  }
  const filled = grid
    .map((row) => Array.from(row, (cell) => cell ?? { text: '', repeats: false }))
    .filter((row) => row.some(({ text }) => text !== ''));
  return filled.length === 0
    ? []
    : [
        {
          table: filled.map((row) => row.map(({ text }) => text)),
          repeats: filled.map((row) => row.map(({ repeats }) => repeats)),
        },
      ];
}

function tidy({ table, ...more }: TableBlock): Block {
  return { ...more, table: table.map((row) => row.map((cell) => readableLines(cell).join(' '))) };
}

/** Lines that are drawn with `|` are rows of a table. */
function withPipeTables(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  let rows: string[][] = [];
  const close = () => {
    if (rows.length > 1) found.push({ table: rows });
    else found.push(...rows.map((row) => ({ line: row.join(' | ') })));
    rows = [];
  };
  for (const block of blocks) {
    const row = 'line' in block ? pipeRow(block.line) : null;
    if (row && (rows.length === 0 || Math.abs(rows[0]!.length - row.length) <= 1)) rows.push(row);
    else {
      close();
      found.push(block);
    }
  }
  close();
  return found;
}

function pipeRow(line: string): string[] | null {
  const cells = line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
  return cells.length >= 3 ? cells : null;
}
