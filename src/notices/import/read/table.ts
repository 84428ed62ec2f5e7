import { parse, type CsvError } from 'csv-parse';
import { Readable } from 'node:stream';
import type { Format } from '../format.ts';
import { shown, UnreadableFile, type Item } from '../item.ts';
import { isBroken, nearBroken, readable, textPieces, type TextSource } from './text-source.ts';

/**
 * Rows of a CSV file, one at a time. Cells may be quoted and hold line breaks; rows shorter or longer than the
 * header are read as far as they go. A quotation mark that never closes ends the file there: what follows it
 * cannot be told apart, and the report names the line.
 */
export async function* tableItems(
  source: TextSource,
  { delimiter, format }: { delimiter: string; format: Format },
): AsyncGenerator<Item> {
  const broken: Item[] = [];
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    on_skip: (error, raw) => {
      if (error) broken.push(brokenRow(error, raw, format.id));
      return undefined;
    },
  });
  const text = Readable.from(textPieces(source));
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);

  let headers: string[] | undefined;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    yield* broken.splice(0);
    const row = info.lines - lineBreaks(record);
    if (!headers) headers = record;
    else if (record.some(isBroken)) yield unread(row, format.id, named(headers, record));
    else yield format.table!.item(row, named(headers, record));
  }
  yield* broken;
  if (!headers) throw new UnreadableFile({ code: 'empty-file' });
}

/** Headers of the file that say nothing to us. */
export function unusedHeads(source: TextSource, delimiter: string, { table }: Format): string[] {
  const isKnown = table?.isKnown;
  return isKnown ? headCells(source.head.trimStart(), delimiter).filter((head) => head !== '' && !isKnown(head)) : [];
}

/** The first line, cut at the delimiter. Heads are not quoted around a delimiter in any file we have met. */
export function headCells(head: string, delimiter: string): string[] {
  const line = head.split('\n', 1)[0]!;
  return line.split(delimiter).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}

/** The delimiter that cuts the first line into most cells. */
export function delimiterOf(head: string): string {
  return [',', '\t', ';'].reduce((best, delimiter) =>
    headCells(head, delimiter).length > headCells(head, best).length ? delimiter : best,
  );
}

/** Line breaks inside cells: a row is known by its first line. */
function lineBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
}

/** The row by its headers: what the reject file keeps and a mended one gives back. */
function named(headers: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? '']));
}

/** A row that holds bytes which are no characters. */
function unread(row: number, format: string, cells: Record<string, string>): Item {
  const broken = Object.entries(cells).filter(([, cell]) => isBroken(cell));
  return {
    row,
    format,
    problems: broken.map(([path, cell]) => ({ code: 'broken-bytes', path: readable(path), found: nearBroken(cell) })),
    raw: Object.fromEntries(Object.entries(cells).map(([head, cell]) => [readable(head), readable(cell)])),
  };
}

function brokenRow(error: CsvError, raw: unknown, format: string): Item {
  const line = (error as { lines?: number }).lines ?? 0;
  return {
    row: line,
    format,
    problems: [{ code: 'broken-csv', found: shown(raw ?? error.code), expected: error.code }],
    raw: typeof raw === 'string' ? { text: raw } : null,
  };
}
