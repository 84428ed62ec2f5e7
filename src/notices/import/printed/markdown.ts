import type { Block, TableBlock } from './page.ts';
import { isHeading } from './text.ts';

/** The largest text that is kept of a page. */
const LONGEST = 450_000;

/**
 * Blocks as Markdown that shows exactly these words: numbered headings become headings, tables tables, and every mark is
 * escaped. Lines that end a sentence are paragraphs of their own.
 */
export function asMarkdown(blocks: readonly Block[]): string {
  let text = '';
  for (const block of blocks) {
    if ('table' in block) text = `${text.trimEnd()}\n\n${tableOf(block)}\n\n`;
    else if (isHeading(block.line) && block.line.length <= 40)
      text = `${text.trimEnd()}\n\n## ${escapeMarkdown(block.line)}\n\n`;
    else text += `${escapeMarkdown(block.line)}${/[。！]$/.test(block.line) ? '\n\n' : '  \n'}`;
  }
  return text.trim().slice(0, LONGEST);
}

/** What spans several cells is written in its first; a column of nothing but repetitions is none. */
function tableOf({ table, repeats = [] }: TableBlock): string {
  const once = table.map((row, at) => row.map((cell, column) => (repeats[at]?.[column] ? '' : cell)));
  const width = Math.max(...once.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    once.some((row, at) => row[column] !== undefined && !repeats[at]?.[column]),
  );
  const line = (cells: readonly string[]) =>
    `| ${columns.map((column) => escapeMarkdown(cells[column] ?? '').replace(/\n/g, ' ')).join(' | ')} |`;
  // A cell across the whole first row is what the table is called; what follows has no heads.
  const isNamed =
    once.length > 1 && columns.length > 1 && columns.every((column) => column === 0 || repeats[0]?.[column]);
  const [head = [], ...rows] = isNamed ? [[], ...once.slice(1)] : once;
  const name = isNamed ? `${escapeMarkdown(once[0]![0]!)}\n\n` : '';
  return name + [line(head), `|${' --- |'.repeat(columns.length)}`, ...rows.map(line)].join('\n');
}

function escapeMarkdown(line: string): string {
  return line
    .replace(/https?:\/\/[!-~]+|[\\`*_[\]<>~|#]/g, (mark) => (mark.length > 1 ? mark : `\\${mark}`))
    .replace(/^([-+=>])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
