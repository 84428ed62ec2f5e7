import { labels, type Locale } from '../../../locales/labels.ts';
import { href, withQuery } from '../../address.ts';
import type { TableHead, Value } from '../../list/table.ts';
import { tableOf, type ColumnOf } from '../../list/table-of.ts';
import type { TakenAway } from '../../list/take-away.ts';
import type { Portal } from '../../portal.ts';
import { owedFound } from './owed-page.ts';
import { owedQuery, type OwedParameters } from './parameters.ts';
import { owedRows, type OwedRow } from './rows.ts';

const MOST = 50_000;

/** Exactly the lines of the page, all of them. */
export function owedTable(
  portal: Portal,
  parameters: OwedParameters,
  { locale, isCoded, face }: { locale: Locale; isCoded: boolean; face: 'csv' | 'json' | 'xlsx' },
): TakenAway {
  const { rows, total } = owedFound(portal, parameters, MOST);
  const end = parameters.skip + MOST;
  const names = isCoded && face !== 'json' ? 'code' : undefined;
  const next = end < total && withQuery(href(locale, `/owed.${face}`), owedQuery(parameters, { skip: end, names }));
  return tableOf(owedColumns(portal, locale), rows, (batch) => owedRows(portal, batch, locale), next || null);
}

export function owedColumns({ settings }: Portal, locale: Locale): ColumnOf<OwedRow>[] {
  const t = labels(locale).clock.owed;
  const column = (name: keyof typeof t.columns, type: TableHead['type'], value: (row: OwedRow) => Value) => ({
    name,
    label: t.columns[name],
    type,
    value,
  });
  const address = (path: string | null) => (path === null ? null : new URL(href(locale, path), settings.origin).href);
  const standing = ({ line }: OwedRow) => (line.unverified ? 'unverified' : 'owed');
  return [
    column('ocid', 'code', ({ ocid }) => ocid),
    column('title', 'text', ({ title }) => title),
    column('state', 'code', standing),
    column('state_label', 'text', (row) => t.states[standing(row)]),
    column('unit_id', 'code', ({ unit }) => unit.id || null),
    column('unit', 'text', ({ unit }) => unit.name),
    column('register_code', 'code', ({ register }) => register),
    column('register', 'text', ({ registerName }) => registerName),
    column('region_code', 'code', ({ region }) => region || null),
    column('region', 'text', ({ regionName }) => regionName || null),
    column('rule_code', 'code', ({ line }) => line.rule),
    column('rule', 'text', ({ line }) => line.title),
    column('what', 'text', ({ what }) => what),
    column('law', 'text', ({ line }) => line.law),
    column('law_page', 'address', ({ line }) => address(line.lawPath)),
    column('begins_on', 'day', ({ line }) => line.triggerOn),
    column('due_on', 'day', ({ dueOn }) => dueOn),
    column('days_late', 'number', ({ daysLate }) => daysLate),
    column('coverage_code', 'code', ({ source }) => source),
    column('coverage', 'text', ({ sourceText }) => sourceText),
    column('held', 'number', ({ held }) => held),
    column('notice', 'address', ({ noticePath }) => address(noticePath)),
    column('page', 'address', ({ path }) => address(path)),
  ];
}
