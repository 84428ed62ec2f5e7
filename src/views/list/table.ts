import { fill, labels, type Locale } from '../../locales/labels.ts';
import { dealtOn } from '../../notices/dealt.ts';
import { findRecords } from '../../notices/storage.ts';
import type { RecordRow } from '../../notices/release.ts';
import type { Cell, Column, Register } from '../../registers/register.ts';
import { dayOf, machineTime, type Day } from '../../values/date.ts';
import { regionName } from '../../values/region.ts';
import { href, pathOf } from '../address.ts';
import type { Portal } from '../portal.ts';
import { stateOf, type State } from '../record/state.ts';
import { orNotSeen, unknownOf, type Unknown } from '../unknown.ts';
import { registerLabels, stateText } from '../words.ts';
import { textOf } from './cells.ts';
import { whyNotDealt } from './columns.ts';
import { sumIn, withoutSum, type ListedSum } from './sum.ts';

/** A value in a table to take away; null is empty, and the column `…_missing` beside it says why. */
export type Value = string | number | null;

/** `not-a-sum`: a rate or a price by the unit, which stands as printed in the notice. */
export type Missing = Unknown | 'not-a-sum';

/** A column of one type and one unit, as it is named. */
export interface TableHead {
  /** For programs, the same in every language: `amount`, `winner_missing`. */
  name: string;
  /** For readers. */
  label: string;
  type: 'text' | 'code' | 'number' | 'day' | 'moment' | 'address';
}

export interface TableColumn extends TableHead {
  value(row: TableRow): Value;
}

interface TableRow {
  record: RecordRow;
  now: number;
  origin: string;
  sum: ListedSum | null;
  dealtOn: Day | null;
  state: State;
}

/** What is taken away of a list: each fact of its records in a column of its own, whatever the page has room for. */
export function tableColumns(register: Register, locale: Locale, isCoded = false): TableColumn[] {
  const t = labels(locale).list.table;
  const column = (name: keyof typeof t.columns, type: TableColumn['type'], value: TableColumn['value']) => ({
    name,
    label: t.columns[name],
    type,
    value,
  });
  const missing = (name: string, label: string, why: (row: TableRow) => Missing | null): TableColumn => ({
    name: `${name}_missing`,
    label: fill(t.missing, { label }),
    type: isCoded ? 'code' : 'text',
    value: (row) => reasonText(why(row), locale, isCoded),
  });
  const own = register.columns.flatMap((one) => ownColumns(one, register, locale, missing));
  return [
    column('ocid', 'code', ({ record }) => record.ocid),
    column('title', 'text', ({ record }) => record.title),
    column('state', 'code', ({ state }) => state.code),
    column('state_label', 'text', ({ state }) => stateText(state, register.id, locale)),
    column('region_code', 'code', ({ record }) => record.region || null),
    column('region', 'text', ({ record }) => (record.region ? regionName(record.region, locale) : null)),
    missing('region', t.columns.region, ({ record }) => (record.region ? null : orNotSeen('in-text', record))),
    column('amount', 'number', ({ sum }) => yuan(sum?.fen)),
    column('currency', 'code', ({ sum }) => (sum ? 'CNY' : null)),
    column('amount_basis', 'code', ({ sum }) => sum?.basis ?? null),
    column('amount_label', 'text', ({ sum }) => sum?.label ?? null),
    missing('amount', labels(locale).list.amount, (row) => (row.sum ? null : whyNoSum(row, register))),
    column('dealt_on', 'day', (row) => row.dealtOn),
    missing('dealt_on', t.columns.dealt_on, (row) => (row.dealtOn ? null : whyNotDealt(row))),
    ...own,
    column('deadline', 'moment', ({ record }) => (record.deadline === null ? null : machineTime(record.deadline))),
    column('updated_on', 'day', ({ record }) => dayOf(Date.parse(record.compiled.date))),
    column('notices', 'number', ({ record }) => record.releases),
    column('page', 'address', ({ record, origin }) => new URL(href(locale, pathOf(record)), origin).href),
  ];
}

/** Why a cell is empty: a code for programs, else in words. */
export function reasonText(why: Missing | null, locale: Locale, isCoded: boolean): string | null {
  if (why === null || isCoded) return why;
  return why === 'not-a-sum' ? labels(locale).list.table.notASum : labels(locale).missing[why];
}

export function whyNoSum({ record, now }: Pick<TableRow, 'record' | 'now'>, register: Register): Missing {
  const other = withoutSum(record, register)?.cell;
  if (other && other.type !== 'missing') return 'not-a-sum';
  return unknownOf(other?.reason ?? 'not-applicable', record, now);
}

/** Buyer and winner are called so in every register, whatever their notices call them. */
function ownColumns(
  { id, holds, place, cell }: Column,
  register: Register,
  locale: Locale,
  missing: (name: string, label: string, why: (row: TableRow) => Missing | null) => TableColumn,
): TableColumn[] {
  const { hectares, mu, squareKilometres, percent, code, yuan: inYuan } = labels(locale).list.table;
  const name = place === 'buyer' || place === 'winner' ? place : machineName(id);
  const label = registerLabels(register, locale).columns[id] ?? id;
  const made = (suffix: string, unit: string, type: TableColumn['type'], read: (cell: Cell) => Value): TableColumn => ({
    name: name + suffix,
    label: label + unit,
    type,
    value: ({ record }) => read(cell(record.compiled)),
  });
  const area = (factor: number) => (one: Cell) =>
    one.type === 'area' && one.area !== null ? Math.round(one.area * factor * 1e6) / 1e6 : null;
  const columns = {
    text: () => [made('', '', 'text', (one) => words(one, id, register, locale))],
    party: () => [made('', '', 'text', (one) => words(one, id, register, locale))],
    code: () => [
      made('_code', code, 'code', (one) => (one.type === 'code' ? one.code : null)),
      made('', '', 'text', (one) => words(one, id, register, locale)),
    ],
    money: () => [made('', inYuan, 'number', (one) => (one.type === 'money' ? yuan(one.fen) : null))],
    percent: () => [made('_percent', percent, 'number', (one) => (one.type === 'percent' ? one.percent : null))],
    hectare: () => [made('_hectares', hectares, 'number', area(1)), made('_mu', mu, 'number', area(MU))],
    'square-kilometre': () => [made('_km2', squareKilometres, 'number', area(1))],
  }[holds]();
  const isThere = (row: TableRow) => columns.some(({ value }) => value(row) !== null);
  return [
    ...columns,
    missing(name, label, (row) => {
      if (isThere(row)) return null;
      const one = cell(row.record.compiled);
      return one.type === 'missing' || textOf(one, id, register, locale) === null
        ? unknownOf(one.type === 'missing' ? one.reason : 'undisclosed', row.record, row.now)
        : 'not-a-sum';
    }),
  ];
}

/** Who gives it out, or who got it, in the words of the list; null where nobody is told. */
export function placedText(
  record: RecordRow,
  register: Register,
  place: 'buyer' | 'winner',
  locale: Locale,
): string | null {
  const found = register.columns.find((one) => one.place === place);
  return found ? words(found.cell(record.compiled), found.id, register, locale) : null;
}

const MU = 15;

/** With the others where several won. */
function words(cell: Cell, id: string, register: Register, locale: Locale): string | null {
  const text = textOf(cell, id, register, locale);
  return text !== null && cell.type === 'party' && cell.sub ? text + labels(locale).record.list + cell.sub : text;
}

/** `startingPrice` → `starting_price`. */
function machineName(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function yuan(fen: number | null | undefined): number | null {
  return fen === null || fen === undefined ? null : fen / 100;
}

const BATCH = 200;

/**
 * The rows of these records, a few at a time: only these are in memory, and other pages are made between. The records
 * were found at once, so that what is published meanwhile neither repeats nor pushes out any.
 */
export async function* tableRows(
  { database, now, settings }: Portal,
  register: Register,
  locale: Locale,
  columns: readonly TableColumn[],
  ocids: readonly string[],
): AsyncGenerator<Value[][]> {
  const rowOf = (record: RecordRow): TableRow => ({
    record,
    now: now(),
    origin: settings.origin,
    sum: sumIn(record, register, locale),
    dealtOn: dealtOn(record.compiled),
    state: stateOf(record, now()),
  });
  for (let at = 0; at < ocids.length; at += BATCH) {
    const rows = findRecords(database, ocids.slice(at, at + BATCH)).map(rowOf);
    yield rows.map((row) => columns.map(({ value }) => value(row)));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
