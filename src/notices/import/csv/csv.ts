import { parse, type CsvError } from 'csv-parse';
import { Readable } from 'node:stream';
import { columnOf, divisionColumns, headerCells } from './header.ts';
import { divisionItem } from '../divisions/divisions.ts';
import { shown, UnreadableFile, type Format, type Item } from '../item.ts';
import { listingItem } from './listing.ts';
import { textPieces, type TextSource } from '../read/text-source.ts';

/**
 * Rows of a CSV file, one at a time. Cells may be quoted and hold line breaks; rows shorter or longer than the
 * header are read as far as they go. A quotation mark that never closes ends the file there: what follows it
 * cannot be told apart, and the report names the line.
 */
export async function* csvItems(
  source: TextSource,
  layout: { delimiter: string; format: Extract<Format, 'csv' | 'divisions'> },
): AsyncGenerator<Item> {
  const broken: Item[] = [];
  const parser = parse({
    bom: true,
    delimiter: layout.delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    on_skip: (error, raw) => {
      if (error) broken.push(brokenRow(error, raw, layout.format));
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
    else
      yield layout.format === 'divisions'
        ? divisionItem(row, named(headers, record), divisionColumns(headers)!)
        : listingItem(row, named(headers, record));
  }
  yield* broken;
  if (!headers) throw new UnreadableFile({ code: 'empty-file' });
}

/** Headers of the file that say nothing to us. */
export function unusedHeaders(source: TextSource, delimiter: string): string[] {
  return headerCells(source.head.trimStart(), delimiter).filter((header) => header !== '' && !columnOf(header));
}

/** Line breaks inside cells: a row is known by its first line. */
function lineBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
}

/** The row by its headers: what the reject file keeps and a mended one gives back. */
function named(headers: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? '']));
}

function brokenRow(error: CsvError, raw: unknown, format: Format): Item {
  const line = (error as { lines?: number }).lines ?? 0;
  return {
    row: line,
    format,
    problems: [{ code: 'broken-csv', found: shown(raw ?? error.code), expected: error.code }],
    raw: typeof raw === 'string' ? { text: raw } : null,
  };
}
