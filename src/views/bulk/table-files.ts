import { writeFile } from 'node:fs/promises';
import { recordsWithin, type KeyRange } from '../../notices/marks/storage.ts';
import { findRecords } from '../../notices/storage.ts';
import type { Register } from '../../registers/register.ts';
import { csvLine } from '../csv.ts';
import {
  reasonText,
  tableColumns,
  tableRows,
  type Missing,
  type TableColumn,
  type TableHead,
  type Value,
} from '../list/table.ts';
import { workbook } from '../list/workbook.ts';
import { recordOf } from '../ocds/record.ts';
import { isOcds, type OcdsJson } from '../ocds/scope.ts';
import type { Portal } from '../portal.ts';
import { PackageFile } from './package-file.ts';
import { PackedFile } from './packed-file.ts';
import { ParquetFile } from './parquet-file.ts';
import { Parts, type Draft, type Writing } from './parts.ts';

/** Rows a file. A workbook is made in memory; spreadsheets and readers of JSON take no more than these well. */
export interface Most {
  csv: number;
  xlsx: number;
  package: number;
}
export const MOST: Most = { csv: 100_000, xlsx: 20_000, package: 100_000 };

/** Records walked at a time. */
const A_TIME = 200;

/** The table of a register's list over a range of days, in every format at once: each record is read a single time. */
export async function writeTable(
  portal: Portal,
  register: Register,
  range: KeyRange,
  folder: string,
  most: Most,
): Promise<Draft[]> {
  const columns = bulkColumns(register);
  const tables = writingsOf(columns, folder, most);
  const packages = isOcds(register.id)
    ? [new Parts<OcdsJson>('ocds-records', folder, most.package, (path) => new PackageFile(path, 'records', portal))]
    : [];
  for await (const ocids of walk(portal, range)) {
    for await (const rows of tableRows(portal, register, 'zh', columns, ocids))
      for (const table of tables) await table.write(rows);
    for (const one of packages)
      for (const record of findRecords(portal.database, ocids)) await one.write([recordOf(portal, record)!]);
  }
  const all = [...tables, ...packages];
  for (const one of all) await one.close();
  return all.flatMap(({ drafts }) => drafts);
}

/** One table in every format. */
export function writingsOf(columns: readonly TableHead[], folder: string, most: Most): Parts<Value[]>[] {
  return [
    new Parts('csv', folder, most.csv, (path) => csvWriting(path, columns)),
    new Parts('xlsx', folder, most.xlsx, (path) => bookWriting(path, columns)),
    new Parts('parquet', folder, Infinity, (path) => new ParquetFile(path, columns)),
    new Parts('records', folder, Infinity, (path) => linesWriting(path, (row) => objectOf(row, columns))),
  ];
}

/** As programs call them; why a value is missing is a code. */
export function bulkColumns(register: Register): TableColumn[] {
  return tableColumns(register, 'zh', true);
}

async function* walk({ database }: Portal, range: KeyRange): AsyncGenerator<string[]> {
  for (let to = range.to; ;) {
    const some = recordsWithin(database, { ...range, to }, A_TIME);
    if (some.length === 0) return;
    yield some.map(({ ocid }) => ocid);
    to = some.at(-1)!.key;
  }
}

/** A line for each item. */
export function linesWriting<Item>(path: string, said: (item: Item) => unknown): Writing<Item> {
  const file = new PackedFile(path);
  return {
    write: (items) => file.write(items.map((item) => `${JSON.stringify(said(item))}\n`).join('')),
    close: () => file.close(),
  };
}

function objectOf(row: readonly Value[], columns: readonly TableHead[]): Record<string, Value> {
  return Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null]));
}

function csvWriting(path: string, columns: readonly TableHead[]): Writing<Value[]> {
  const file = new PackedFile(path);
  const head = file.write(`\uFEFF${csvLine(columns.map(({ name }) => name))}`);
  return {
    async write(rows) {
      await head;
      await file.write(rows.map(csvLine).join(''));
    },
    async close() {
      await head;
      await file.close();
    },
  };
}

/** For people: headed and explained in words. */
function bookWriting(path: string, columns: readonly TableHead[]): Writing<Value[]> {
  const kept: Value[][] = [];
  const isReason = columns.map(({ name }) => name.endsWith('_missing'));
  return {
    async write(rows) {
      for (const row of rows)
        kept.push(row.map((value, at) => (isReason[at] ? reasonText(value as Missing | null, 'zh', false) : value)));
    },
    async close() {
      const rows = (async function* () {
        yield kept;
      })();
      await writeFile(
        path,
        await workbook({ columns, rows, rowCount: kept.length, next: null, isCut: false }, false, 'zh'),
        {
          mode: 0o600,
        },
      );
    },
  };
}
