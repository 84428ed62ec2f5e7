import { isTraditional, type Locale } from '../../locales/labels.ts';
import type { Register } from '../../registers/register.ts';
import { href, withQuery } from '../address.ts';
import { csvLine } from '../csv.ts';
import type { Portal } from '../portal.ts';
import { traditional } from '../traditional.ts';
import { findAll } from './find-list.ts';
import { listQuery, type ListParameters } from './parameters.ts';
import { tableColumns, tableRows, type TableHead, type Value } from './table.ts';

/** `names=code`: columns are called as programs call them, the same in every language. */
export function isCodedIn(search: URLSearchParams): boolean {
  return search.get('names') === 'code';
}

/** Rows of one file; what follows is named by the `Link` header. A workbook is made whole before it is sent. */
const MOST = { csv: 50_000, json: 50_000, xlsx: 20_000 };

/** A list as a table to take away: exactly its rows, all of them unless a page of them is asked for. */
export interface TakenAway {
  columns: readonly TableHead[];
  /** A few rows at a time. */
  rows: AsyncGenerator<Value[][]>;
  /** How many rows are here. */
  rowCount: number;
  /** The same face with the rows that follow; null where all are here. */
  next: string | null;
  /** Words were found in more records than are looked through. */
  isCut: boolean;
}

export async function takeAway(
  portal: Portal,
  register: Register,
  parameters: ListParameters,
  { locale, isCoded, face }: { locale: Locale; isCoded: boolean; face: 'csv' | 'json' | 'xlsx' },
): Promise<TakenAway> {
  const columns = tableColumns(register, locale, isCoded);
  const { ocids, next, isCut } = await findAll(portal, register, parameters, { most: MOST[face] });
  const { limit } = parameters;
  const query =
    next && listQuery(parameters, { limit, before: next, ...(isCoded && face !== 'json' && { names: 'code' }) });
  return {
    columns,
    rows: tableRows(portal, register, locale, columns, ocids),
    rowCount: ocids.length,
    next: query && withQuery(href(locale, `/${register.id}.${face}`), query),
    isCut,
  };
}

/** Lines of CSV, in the characters of the reader. */
export async function* csvText({ columns, rows }: TakenAway, isCoded: boolean, locale: Locale): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(headsOf(columns, isCoded, locale))}`;
  for await (const some of rows) yield some.map((row) => csvLine(asWritten(row, columns, locale))).join('');
}

export function headsOf(columns: readonly TableHead[], isCoded: boolean, locale: Locale): string[] {
  if (isCoded) return columns.map(({ name }) => name);
  return columns.map(({ label }) => (isTraditional(locale) ? traditional(label) : label));
}

/** A row in the characters of the reader; codes and addresses stay as they are. */
export function asWritten(row: Value[], columns: readonly TableHead[], locale: Locale): Value[] {
  if (!isTraditional(locale)) return row;
  return row.map((value, at) =>
    typeof value === 'string' && columns[at]!.type === 'text' ? traditional(value) : value,
  );
}

/** One object: what the page says of the whole, the columns, and the rows by the names of the columns. */
export async function* jsonText(
  { columns, rows, rowCount, next, isCut }: TakenAway,
  said: object,
): AsyncGenerator<string> {
  const head = {
    ...said,
    rowCount,
    isCut,
    next,
    columns: columns.map(({ name, label, type }) => ({ name, label, type })),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let separator = '';
  for await (const some of rows) {
    if (some.length === 0) continue;
    yield (
      separator +
      some
        .map((row) => JSON.stringify(Object.fromEntries(columns.map(({ name }, index) => [name, row[index]]))))
        .join(',\n')
    );
    separator = ',\n';
  }
  yield ']}\n';
}

/** A text that is sent while it is written. */
export function streamOf(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return(undefined);
    },
  });
}
