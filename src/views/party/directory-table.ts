import { fill, labels, type Locale } from '../../locales/labels.ts';
import type { Listed } from '../../parties/directory/storage.ts';
import { href, withQuery } from '../address.ts';
import { reasonText, type TableHead, type Value } from '../list/table.ts';
import type { TakenAway } from '../list/take-away.ts';
import type { Portal } from '../portal.ts';
import {
  directoryRows,
  findListed,
  queryOf,
  type DirectoryOf,
  type DirectoryParameters,
  type DirectoryRow,
} from './directory-page.ts';

/** Rows of one file; what follows is named by the `Link` header. A workbook is made whole before it is sent. */
const MOST = { csv: 50_000, json: 50_000, xlsx: 20_000 };
const BATCH = 200;

type Column = TableHead & { value(row: DirectoryRow): Value };

/** A directory, or what is found in it, as a table to take away. */
export function takeDirectory(
  portal: Portal,
  of: DirectoryOf,
  parameters: DirectoryParameters,
  { locale, isCoded, face }: { locale: Locale; isCoded: boolean; face: keyof typeof MOST },
): TakenAway {
  const columns = directoryColumns(portal.settings.origin, locale, isCoded);
  const { rows, next } = findListed(portal, queryOf(portal, of, parameters), MOST[face]);
  const names = isCoded && face !== 'json' ? 'code' : undefined;
  const query = { q: parameters.q || undefined, after: next ?? undefined, names };
  return {
    columns,
    rows: rowsOf(portal, of, rows, columns, locale),
    rowCount: rows.length,
    next: next && withQuery(href(locale, `/${of}.${face}`), query),
    isCut: false,
  };
}

async function* rowsOf(
  portal: Portal,
  of: DirectoryOf,
  listed: readonly Listed[],
  columns: readonly Column[],
  locale: Locale,
): AsyncGenerator<Value[][]> {
  for (let at = 0; at < listed.length; at += BATCH) {
    const rows = directoryRows(portal, of, listed.slice(at, at + BATCH), locale);
    yield rows.map((row) => columns.map(({ value }) => value(row)));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export function directoryColumns(origin: string, locale: Locale, isCoded: boolean): Column[] {
  const { list, party } = labels(locale);
  const t = party.directory.table;
  const column = (name: keyof typeof t, type: Column['type'], value: Column['value']): Column => ({
    name,
    label: t[name],
    type,
    value,
  });
  return [
    column('id', 'code', ({ id }) => id),
    column('name', 'text', ({ name }) => name),
    column('identifier', 'code', ({ identifier }) => identifier),
    {
      name: 'identifier_missing',
      label: fill(list.table.missing, { label: t.identifier }),
      type: isCoded ? 'code' : 'text',
      value: ({ identifier }) => reasonText(identifier === null ? 'not-seen' : null, locale, isCoded),
    },
    column('roles', 'code', ({ roles }) => roles.map(({ role }) => role).join(';') || null),
    column(
      'roles_label',
      'text',
      ({ roles }) => roles.map(({ text }) => text).join(labels(locale).record.list) || null,
    ),
    column('records', 'number', ({ records }) => records),
    column('won', 'number', ({ won }) => won),
    column('newest_on', 'day', ({ newestOn }) => newestOn || null),
    column('page', 'address', ({ path }) => new URL(href(locale, path), origin).href),
  ];
}
