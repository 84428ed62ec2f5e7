import { labels, type Locale } from '../../../locales/labels.ts';
import { findParty } from '../../../parties/storage.ts';
import { findRegister } from '../../../registers/registers.ts';
import { href, noticePath } from '../../address.ts';
import type { TableHead, Value } from '../../list/table.ts';
import { tableOf, type ColumnOf } from '../../list/table-of.ts';
import type { TakenAway } from '../../list/take-away.ts';
import type { Portal } from '../../portal.ts';
import { registerLabels } from '../../words.ts';
import { caseRows, type Case } from './cases.ts';
import { casesFound } from './compliance-page.ts';
import type { ComplianceParameters } from './parameters.ts';

/** Exactly the cases of the page, all of them; undefined of who is no unit. */
export function complianceTable(
  portal: Portal,
  id: string,
  parameters: ComplianceParameters,
  locale: Locale,
): TakenAway | undefined {
  const party = findParty(portal.database, id);
  if (!party?.isUnit) return undefined;
  const columns = complianceColumns(portal, { id, name: party.name }, locale);
  return tableOf(columns, casesFound(portal, id, parameters), (batch) => caseRows(portal, batch, locale));
}

export function complianceColumns(
  { settings }: Portal,
  unit: { id: string; name: string },
  locale: Locale,
): ColumnOf<Case>[] {
  const { compliance: t, owed } = labels(locale).clock;
  const names = { ...owed.columns, ...t.columns };
  const column = (name: keyof typeof names, type: TableHead['type'], value: (row: Case) => Value) => ({
    name,
    label: names[name],
    type,
    value,
  });
  const address = (path: string | null) => (path === null ? null : new URL(href(locale, path), settings.origin).href);
  const registerName = (register: string) => registerLabels(findRegister(register)!, locale).name;
  return [
    column('ocid', 'code', ({ ocid }) => ocid),
    column('title', 'text', ({ title }) => title),
    column('state', 'code', ({ standing }) => standing),
    column('state_label', 'text', ({ standing }) => t.standings[standing]),
    column('verdict', 'text', ({ line }) => line.word),
    column('reason', 'code', ({ line }) => line.reason),
    column('count', 'text', ({ line }) => line.count || null),
    column('unit_id', 'code', () => unit.id),
    column('unit', 'text', () => unit.name),
    column('register_code', 'code', ({ register }) => register),
    column('register', 'text', ({ register }) => registerName(register)),
    column('rule_code', 'code', ({ line }) => line.rule),
    column('rule', 'text', ({ line }) => line.title),
    column('law', 'text', ({ line }) => line.law),
    column('law_page', 'address', ({ line }) => address(line.lawPath)),
    column('begins_on', 'day', ({ line }) => line.triggerOn),
    column('ended_on', 'day', ({ line }) => line.targetOn),
    column('due_on', 'day', ({ line }) => line.dueOn),
    column('counted', 'number', ({ line }) => line.measured ?? line.without),
    column('counted_with', 'number', ({ line }) => line.with),
    column('coverage', 'text', ({ source }) => source),
    column('notice', 'address', ({ line }) => address(noticePath(line.release))),
    column('page', 'address', ({ path }) => address(path)),
  ];
}
