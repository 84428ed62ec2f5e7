import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import type { Locale } from '../../locales/labels.ts';
import type { TableHead, Value } from './table.ts';
import { asWritten, headsOf, type TakenAway } from './take-away.ts';

/** The table as a workbook: figures are figures, and everything else is text, so that no cell is a formula. */
export async function workbook({ columns, rows }: TakenAway, isCoded: boolean, locale: Locale): Promise<Uint8Array> {
  const cells: SheetData = [
    headsOf(columns, isCoded, locale).map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
  ];
  for await (const some of rows)
    for (const row of some) cells.push(asWritten(row, columns, locale).map((value, at) => cellOf(value, columns[at]!)));
  const book = await writeXlsxFile(cells, {
    columns: columns.map(({ name, type }) => ({ width: name === 'title' ? 48 : type === 'number' ? 18 : 16 })),
    stickyRowsCount: 1,
  });
  return new Uint8Array(await book.toBuffer());
}

function cellOf(value: Value, { name }: TableHead): Cell {
  if (value === null) return null;
  if (typeof value === 'string') return { value, type: String };
  return { value, type: Number, ...(name === 'amount' && { format: '#,##0.00' }) };
}
