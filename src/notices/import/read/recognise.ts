import { UnreadableFile, type Format } from '../item.ts';
import { csvDelimiter, csvFormat, headerCells } from '../csv/header.ts';
import { longFirstLine, type TextSource } from './text-source.ts';

/** How the text is laid out; what the rows are is told by each row itself (`json-values.ts`) or by the header. */
export type Layout =
  | { layout: 'document' }
  | { layout: 'lines' }
  | { layout: 'csv'; delimiter: string; format: Extract<Format, 'csv' | 'divisions'> };

/** Recognises a file by its content; its name says nothing. Throws `UnreadableFile` when it is nothing we know. */
export function recognise(source: TextSource, forced?: Format): Layout {
  const head = source.head.trimStart();
  if (head === '') throw new UnreadableFile({ code: 'empty-file' });
  if (forced === 'csv' || forced === 'divisions') {
    return { layout: 'csv', delimiter: csvDelimiter(head), format: forced };
  }
  if (head.startsWith('[')) return { layout: 'document' };
  if (head.startsWith('{')) return { layout: isJsonLines(head, source) ? 'lines' : 'document' };
  const delimiter = csvDelimiter(head);
  const format = csvFormat(headerCells(head, delimiter));
  if (format && !forced) return { layout: 'csv', delimiter, format };
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
