import type { Format } from '../format.ts';
import { findFormat, formats } from '../formats.ts';
import { UnreadableFile } from '../item.ts';
import { delimiterOf, headCells } from './table.ts';
import { longFirstLine, type TextSource } from './text-source.ts';

/** How the text is laid out; what the rows are is told by each row itself (`values.ts`) or by the header. */
export type Layout =
  { layout: 'document' } | { layout: 'lines' } | { layout: 'table'; delimiter: string; format: Format };

/** Recognises a file by its content; its name says nothing. Throws `UnreadableFile` when it is nothing we know. */
export function recognise(source: TextSource, forced?: string): Layout {
  const head = source.head.trimStart();
  if (head === '') throw new UnreadableFile({ code: 'empty-file' });
  const named = forced === undefined ? undefined : findFormat(forced);
  if (named?.table) return { layout: 'table', delimiter: delimiterOf(head), format: named };
  if (head.startsWith('[')) return { layout: 'document' };
  if (head.startsWith('{')) return { layout: isJsonLines(head, source) ? 'lines' : 'document' };
  const delimiter = delimiterOf(head);
  const heads = headCells(head, delimiter);
  const format = forced ? undefined : formats.find(({ table }) => table?.recognise(heads));
  if (format) return { layout: 'table', delimiter, format };
  throw new UnreadableFile({ code: 'not-recognised', found: head.slice(0, 60).split('\n')[0] });
}

/**
 * One object a line. A document printed over several lines never has a second line that is an object by itself;
 * a first line that is broken must not make a document of the rest.
 */
function isJsonLines(head: string, source: TextSource): boolean {
  const [first = '', ...others] = head.split('\n').filter((line) => line.trim() !== '');
  if (others.length === 0) return !source.complete && isObject(longFirstLine(source) ?? '');
  const second = others.length > 1 || source.complete ? others[0]! : '';
  return isObject(first) || isObject(second);
}

function isObject(line: string): boolean {
  try {
    return line.trimStart().startsWith('{') && typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}
