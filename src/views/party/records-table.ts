import { fill, labels, type Locale } from '../../locales/labels.ts';
import { dealtOn } from '../../notices/dealt.ts';
import type { RecordRow } from '../../notices/release.ts';
import { findRecords } from '../../notices/storage.ts';
import { recordsOf, type PartyInRecord } from '../../parties/storage.ts';
import type { Cell, Register } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import { dayOf, machineTime } from '../../values/date.ts';
import { regionName } from '../../values/region.ts';
import { href, pathOf, withQuery } from '../address.ts';
import { textOf } from '../list/cells.ts';
import { whyNotDealt } from '../list/columns.ts';
import { sumIn } from '../list/sum.ts';
import { reasonText, whyNoSum, yuan, type Missing, type TableHead, type Value } from '../list/table.ts';
import type { TakenAway } from '../list/take-away.ts';
import type { Portal } from '../portal.ts';
import { roleLabel } from '../record/labels.ts';
import { stateOf } from '../record/state.ts';
import { orNotSeen, unknownOf } from '../unknown.ts';
import { registerLabels, stateText } from '../words.ts';

/** Rows of one file; what follows is named by the `Link` header. A workbook is made whole before it is sent. */
const MOST = { csv: 50_000, json: 50_000, xlsx: 20_000 };
const BATCH = 200;

interface Row {
  record: RecordRow;
  register: Register;
  roles: readonly string[];
  /** Fen. */
  won: number | null;
  now: number;
  origin: string;
}

type Column = TableHead & { value(row: Row): Value };

/** All records of a party, newest first, as a table to take away: what it was in each, and what came of it. */
export function takeRecords(
  portal: Portal,
  party: { id: string; path: string },
  { locale, isCoded, face, before }: { locale: Locale; isCoded: boolean; face: keyof typeof MOST; before?: number },
): TakenAway {
  const columns = partyColumns(locale, isCoded);
  const found = recordsOf(portal.database, party.id, MOST[face] + 1, before);
  const taken = found.slice(0, MOST[face]);
  const names = isCoded && face !== 'json' ? { names: 'code' } : {};
  return {
    columns,
    rows: rowsOf(portal, taken, columns),
    rowCount: taken.length,
    next:
      found.length > taken.length
        ? withQuery(href(locale, `${party.path}.${face}`), { before: taken.at(-1)!.orderKey, ...names })
        : null,
    isCut: false,
  };
}

async function* rowsOf(
  { database, now, settings }: Portal,
  taken: readonly PartyInRecord[],
  columns: readonly Column[],
): AsyncGenerator<Value[][]> {
  for (let at = 0; at < taken.length; at += BATCH) {
    const some = taken.slice(at, at + BATCH);
    const parts = new Map(some.map((one) => [one.ocid, one]));
    const records = findRecords(database, [...parts.keys()]);
    yield records.flatMap((record) => {
      const register = findRegister(record.register);
      if (!register) return [];
      const { roles, won } = parts.get(record.ocid)!;
      const row = { record, register, roles, won, now: now(), origin: settings.origin };
      return [columns.map(({ value }) => value(row))];
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export function partyColumns(locale: Locale, isCoded: boolean): Column[] {
  const { list, party: t } = labels(locale);
  const common = list.table.columns;
  const column = (name: string, label: string, type: Column['type'], value: Column['value']): Column => ({
    name,
    label,
    type,
    value,
  });
  const missing = (name: string, label: string, why: (row: Row) => Missing | null): Column =>
    column(`${name}_missing`, fill(list.table.missing, { label }), isCoded ? 'code' : 'text', (row) =>
      reasonText(why(row), locale, isCoded),
    );
  return [
    column('ocid', common.ocid, 'code', ({ record }) => record.ocid),
    column('title', common.title, 'text', ({ record }) => record.title),
    column('register', t.table.register, 'code', ({ record }) => record.register),
    column('register_label', t.table.register_label, 'text', ({ register }) => registerLabels(register, locale).name),
    column('roles', t.table.roles, 'code', ({ roles }) => [...new Set(roles)].toSorted().join(';')),
    column('roles_label', t.table.roles_label, 'text', ({ roles, register }) => rolesText(roles, register, locale)),
    column('state', common.state, 'code', ({ record, now }) => stateOf(record, now).code),
    column('state_label', common.state_label, 'text', ({ record, now }) =>
      stateText(stateOf(record, now), record.register, locale),
    ),
    column('region_code', common.region_code, 'code', ({ record }) => record.region || null),
    column('region', common.region, 'text', ({ record }) => (record.region ? regionName(record.region, locale) : null)),
    missing('region', common.region, ({ record }) => (record.region ? null : orNotSeen('in-text', record))),
    ...(['buyer', 'winner'] as const).flatMap((place) => [
      column(place, t.table[place], 'text', (row) => placed(place, row, locale).text),
      missing(place, t.table[place], (row) => placed(place, row, locale).why),
    ]),
    column('won', t.table.won, 'number', ({ won }) => yuan(won)),
    column('amount', common.amount, 'number', ({ record, register }) => yuan(sumIn(record, register, locale)?.fen)),
    column('currency', common.currency, 'code', ({ record, register }) =>
      sumIn(record, register, locale) ? 'CNY' : null,
    ),
    column(
      'amount_basis',
      common.amount_basis,
      'code',
      ({ record, register }) => sumIn(record, register, locale)?.basis ?? null,
    ),
    column(
      'amount_label',
      common.amount_label,
      'text',
      ({ record, register }) => sumIn(record, register, locale)?.label ?? null,
    ),
    missing('amount', list.amount, ({ record, register, now }) =>
      sumIn(record, register, locale) ? null : whyNoSum({ record, now }, register),
    ),
    column('dealt_on', common.dealt_on, 'day', ({ record }) => dealtOn(record.compiled)),
    missing('dealt_on', common.dealt_on, (row) => (dealtOn(row.record.compiled) ? null : whyNotDealt(row))),
    column('deadline', common.deadline, 'moment', ({ record }) =>
      record.deadline === null ? null : machineTime(record.deadline),
    ),
    column('updated_on', common.updated_on, 'day', ({ record }) => dayOf(Date.parse(record.compiled.date))),
    column('notices', common.notices, 'number', ({ record }) => record.releases),
    column('page', common.page, 'address', ({ record, origin }) => new URL(href(locale, pathOf(record)), origin).href),
  ];
}

/** Who buys or has won here, as the register's list says it. */
function placed(
  place: 'buyer' | 'winner',
  { record, register, now }: Row,
  locale: Locale,
): { text: string | null; why: Missing | null } {
  const own = register.columns.find((one) => one.place === place);
  if (!own) return { text: null, why: 'not-applicable' };
  const cell: Cell = own.cell(record.compiled);
  const text = textOf(cell, own.id, register, locale);
  if (text === null)
    return { text, why: unknownOf(cell.type === 'missing' ? cell.reason : 'undisclosed', record, now) };
  return {
    text: cell.type === 'party' && cell.sub ? text + labels(locale).record.list + cell.sub : text,
    why: null,
  };
}

export function rolesText(roles: readonly string[], register: Register, locale: Locale): string {
  return [...new Set(roles.map((role) => roleLabel(role, register, locale)))].join(labels(locale).record.list);
}
