import { zstdCompressSync } from 'node:zlib';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { dayNumber, startOfDay } from '../../values/date.ts';
import type { TableHead, Value } from '../list/table.ts';

type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** Rows that are in memory at once, and are read at once by whoever asks for a part. */
const GROUP = 5_000;

/** A table as Parquet: by columns, typed, packed by zstd; one group of rows is in memory. */
export class ParquetFile {
  readonly #columns: readonly TableHead[];
  readonly #writer: ParquetWriter;
  #rows: Value[][] = [];

  constructor(path: string, columns: readonly TableHead[]) {
    this.#columns = columns;
    this.#writer = new ParquetWriter({
      writer: fileWriter(path),
      schema: [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)],
      codec: 'ZSTD',
      compressors: { ZSTD: (bytes) => new Uint8Array(zstdCompressSync(bytes)) },
      createdBy: 'gongshi',
    });
  }

  async write(rows: readonly Value[][]): Promise<void> {
    this.#rows.push(...rows);
    if (this.#rows.length >= GROUP) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#writer.finish();
  }

  async #flush(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    if (rows.length === 0) return;
    const columnData = this.#columns.map((column, at) => ({
      name: column.name,
      data: rows.map((row) => storedValue(row[at] ?? null, column)),
    }));
    await this.#writer.write({ columnData, rowGroupSize: rows.length });
  }
}

/** A day is a day and a moment one of UTC, so that programs reckon with them. */
function elementOf({ name, type }: TableHead): Element {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  switch (type) {
    case 'number':
      return { ...optional, type: 'DOUBLE' };
    case 'day':
      return { ...optional, type: 'INT32', converted_type: 'DATE' };
    case 'moment':
      return {
        ...optional,
        type: 'INT64',
        converted_type: 'TIMESTAMP_MILLIS',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
      };
    default:
      return { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
  }
}

function storedValue(value: Value, { type }: TableHead): Value | Date {
  if (value === null) return null;
  if (type === 'day') return dayNumber(startOfDay(String(value))!);
  return type === 'moment' ? new Date(String(value)) : value;
}
