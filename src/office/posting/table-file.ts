import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { inflate, readZip } from '../../notices/attachments/zip.ts';

/** The filled rows of a table, or why there are none: more rows than may be (`far` undefined), or a cell far from all others. */
export type TableRead = { rows: string[][] } | { far?: string };

/** Bytes of one part of a workbook. */
const LARGEST_PART = 50 * 1024 * 1024;
/** What a table of ours has at most, by its addresses; the library fills every place up to the last one. */
const WIDEST = 400;
const LONGEST = 20_000;

/** A stranger filled it: run it `confined`. Throws on what is no such file. */
export async function work({
  name,
  bytes,
  most,
}: {
  name: string;
  bytes: Uint8Array;
  most: number;
}): Promise<TableRead> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isSheet = /\.xlsx$/i.test(name);
  const far = isSheet ? farCell(whole) : null;
  if (far !== null) return { far };
  const rows = isSheet ? (await readSheet(whole)).map((row) => row.map(textOf)) : csvRows(whole);
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  return filled.length > most ? {} : { rows: filled };
}

/** The first cell whose address lies beyond any table of ours: one such cell makes a sheet of billions (ECMA-376, 18.3.1.4). */
function farCell(bytes: Buffer): string | null {
  for (const entry of readZip(bytes) ?? []) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(entry.name)) continue;
    const xml = inflate(bytes, entry, LARGEST_PART);
    if (!xml) throw new Error('a sheet that cannot be unpacked');
    for (const [, column = '', row = ''] of xml.toString('latin1').matchAll(/\br=["']([A-Z]{0,3})(\d{1,7})["']/g))
      if (columnNumber(column) > WIDEST || Number(row) > LONGEST) return `${column}${row}`;
  }
  return null;
}

/** A is 1, AA 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function csvRows(bytes: Buffer): string[][] {
  return parse(decoded(bytes), { bom: true, relax_column_count: true }) as string[][];
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Sheets keep days and moments as numbers without a zone; they mean what they show. */
function textOf(cell: unknown): string {
  // A fraction of a day is rarely whole milliseconds: 08:30 comes as 08:29:59.999.
  if (cell instanceof Date)
    return new Date(Math.round(cell.getTime() / 60_000) * 60_000)
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ')
      .replace(/ 00:00$/, '');
  if (typeof cell === 'boolean') return String(cell);
  return cell === null || cell === undefined ? '' : String(cell);
}
