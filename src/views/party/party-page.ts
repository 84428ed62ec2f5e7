import { fill, labels, type Locale } from '../../locales/labels.ts';
import { findRecords } from '../../notices/storage.ts';
import type { RecordRow } from '../../notices/release.ts';
import { stateOf, type State } from '../record/state.ts';
import { partyPath } from '../../parties/party.ts';
import { counterparties, findParty, otherNames, recordsOf, yearsOf } from '../../parties/storage.ts';
import { findRegister } from '../../registers/registers.ts';
import { machineTime } from '../../values/date.ts';
import { checkUscc } from '../../values/identifier.ts';
import { formatFen, formatWan } from '../../values/money.ts';
import { regionName } from '../../values/region.ts';
import { pathOf } from '../address.ts';
import { gridOf, type Grid } from '../grid.ts';
import type { Portal } from '../portal.ts';
import { unknownOf } from '../unknown.ts';
import { roleLabel } from '../record/labels.ts';
import { registerLabels, stateText } from '../words.ts';
import { unitPhone, type UnitPhone } from './unit-phone.ts';

/** What it won (`supplier`) or bought (`buyer`): by year, and from or for whom. */
export interface Dealings {
  side: 'supplier' | 'buyer';
  /** The answer as a heading: 中标3项，共8,230.50万元. */
  heading: string;
  /** Oldest first; fen. */
  years: { year: number; records: number; amount: number | null }[];
  grid: Grid;
  counterparties: Grid | null;
}

export interface PartyRecord {
  ocid: string;
  path: string;
  title: string;
  registerName: string;
  regionLabel: string;
  /** What it did here, in the register's words. */
  roles: string[];
  state: State & { text: string };
  fen: number | null;
  /** Said in the place of a sum. */
  missing: string;
  updatedAt: string;
}

/** What a party's or unit's page shows, and what its `.json` answers. */
export interface PartyPage {
  id: string;
  path: string;
  isUnit: boolean;
  name: string;
  identifier: { code: string; note: string | null } | null;
  otherNames: string[];
  /** Of a unit of this portal. */
  phone: UnitPhone | null;
  dealings: Dealings[];
  records: PartyRecord[];
  /** Key of the next page. */
  next: string | null;
}

export const PARTY_RECORDS = 20;
const COUNTERPARTIES = 10;

/** `asUnit`: under which address it was asked; the other one leads here. */
/** The order key of the last record of the page before. */
export const PARTY_PARAMETERS: readonly string[] = ['before'];

export function partyPage(
  portal: Portal,
  id: string,
  asUnit: boolean,
  before: string | null,
  locale: Locale,
): PartyPage | { redirect: string } | undefined {
  const { database } = portal;
  const party = findParty(database, id);
  if (!party) return undefined;
  const path = partyPath(id, party.isUnit);
  if (party.isUnit !== asUnit) return { redirect: path };
  const key = before !== null && /^\d{1,16}$/.test(before) ? Number(before) : undefined;
  const found = recordsOf(database, id, PARTY_RECORDS + 1, key);
  const shown = found.slice(0, PARTY_RECORDS);
  const rows = findRecords(
    database,
    shown.map(({ ocid }) => ocid),
  );
  const now = portal.now();
  return {
    id,
    path,
    isUnit: party.isUnit,
    name: party.name,
    identifier: party.identifier === null ? null : { code: party.identifier, note: doubt(party.identifier, locale) },
    otherNames: otherNames(database, id),
    phone: party.isUnit ? unitPhone(portal, party.name, locale) : null,
    dealings: (['supplier', 'buyer'] as const).flatMap((side) => dealingsOf(portal, id, side, locale) ?? []),
    records: rows.map((row) => partyRecord(row, shown.find(({ ocid }) => ocid === row.ocid)!.roles, locale, now)),
    next: found.length > PARTY_RECORDS ? String(rows.at(-1)!.orderKey) : null,
  };
}

/** A failed check digit is said beside the code, which stays as it was published. */
function doubt(code: string, locale: Locale): string | null {
  const { shape, check } = checkUscc(code);
  const t = labels(locale).party;
  if (!shape) return t.notUscc;
  return check ? null : t.badCheck;
}

function dealingsOf({ database }: Portal, id: string, side: Dealings['side'], locale: Locale): Dealings | null {
  const years = yearsOf(database, id, side);
  if (years.length === 0) return null;
  const t = labels(locale).party;
  const records = years.reduce((sum, { records: n }) => sum + n, 0);
  const amounts = years.flatMap(({ amount }) => amount ?? []);
  const unknown = { text: labels(locale).missing['not-seen'], missing: true as const };
  const grid = gridOf(
    [
      { id: 'year', label: t.year, cell: ({ year }) => ({ text: String(year) }), total: () => ({ text: t.total }) },
      {
        id: 'records',
        label: t.records,
        numeric: true,
        cell: ({ records: n }) => ({ text: String(n) }),
        total: () => ({ text: String(records) }),
      },
      {
        id: 'amount',
        label: t.amount,
        unit: t.wan,
        numeric: true,
        cell: ({ amount }) => (amount === null ? undefined : { text: formatWan(amount) }),
        total: () => (amounts.length > 0 ? { text: formatWan(sum(amounts)) } : undefined),
      },
    ],
    years.toReversed(),
    unknown,
  );
  const others = counterparties(database, id, side, COUNTERPARTIES);
  return {
    side,
    heading: fill(amounts.length > 0 ? t.dealt[side].withAmount : t.dealt[side].plain, {
      n: records,
      wan: formatWan(sum(amounts)),
      yuan: formatFen(sum(amounts)),
    }),
    years,
    grid,
    counterparties:
      others.length === 0
        ? null
        : gridOf(
            [
              {
                id: 'name',
                label: t.counterparty[side],
                cell: (other) => ({ text: other.name, path: partyPath(other.id, other.isUnit === 1) }),
              },
              { id: 'records', label: t.records, numeric: true, cell: ({ records: n }) => ({ text: String(n) }) },
              {
                id: 'amount',
                label: t.amount,
                unit: t.wan,
                numeric: true,
                cell: ({ amount }) => (amount === null ? undefined : { text: formatWan(amount) }),
              },
            ],
            others,
            unknown,
          ),
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function partyRecord(row: RecordRow, roles: readonly string[], locale: Locale, now: number): PartyRecord {
  const register = findRegister(row.register);
  const state = stateOf(row, now);
  return {
    ocid: row.ocid,
    path: pathOf(row),
    title: row.title,
    registerName: register ? registerLabels(register, locale).name : row.register,
    regionLabel: row.region ? regionName(row.region, locale) : '',
    roles: [...new Set(roles.map((role) => (register ? roleLabel(role, register, locale) : role)))],
    state: { ...state, text: stateText(state, row.register, locale) },
    fen: row.amount,
    missing: labels(locale).missing[unknownOf('undisclosed', row, now)],
    updatedAt: machineTime(Date.parse(row.compiled.date)),
  };
}
