import type { Block } from './page.ts';
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
    if ('table' in block) text = `${text.trimEnd()}\n\n${tableOf(block.table)}\n\n`;
    else if (isHeading(block.line) && block.line.length <= 40)
      text = `${text.trimEnd()}\n\n## ${escapeMarkdown(block.line)}\n\n`;
    else text += `${escapeMarkdown(block.line)}${/[。！]$/.test(block.line) ? '\n\n' : '  \n'}`;
  }
  return text.trim().slice(0, LONGEST);
}

function tableOf([head = [], ...rows]: readonly string[][]): string {
  const width = Math.max(head.length, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, index) => escapeMarkdown(cells[index] ?? '').replace(/\n/g, ' ')).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(width)}`, ...rows.map(line)].join('\n');
}

function escapeMarkdown(line: string): string {
  return line
    .replace(/https?:\/\/[!-~]+|[\\`*_[\]<>~|#]/g, (mark) => (mark.length > 1 ? mark : `\\${mark}`))
    .replace(/^([-+=>])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
