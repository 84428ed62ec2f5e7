import { fill, labels, type Locale } from '../../locales/labels.ts';
import { barsOn } from '../../notices/bars/storage.ts';
import { findRecords } from '../../notices/storage.ts';
import type { RecordRow } from '../../notices/release.ts';
import { stateOf, type State } from '../record/state.ts';
import { partyPath } from '../../parties/party.ts';
import { tallies } from '../../parties/directory/storage.ts';
import { findParty, recordsOf, type Party, type PartyInRecord } from '../../parties/storage.ts';
import { wins } from '../../registers/ocds.ts';
import { findRegister } from '../../registers/registers.ts';
import { dayOf, machineTime } from '../../values/date.ts';
import { checkUscc } from '../../values/identifier.ts';
import { regionName } from '../../values/region.ts';
import { href, pathOf } from '../address.ts';
import type { Grid } from '../grid.ts';
import { sumIn } from '../list/sum.ts';
import type { Portal } from '../portal.ts';
import { insteadOfSum } from '../list/columns.ts';
import { typedArrival } from '../typed.ts';
import { registerLabels, stateText } from '../words.ts';
import { barFacts, type BarFact } from './bar-fact.ts';
import { dealingsOf, type Dealings } from './dealings.ts';
import { keptBy, type Kept } from './kept.ts';
import { namesOf, unitFacts, type UnitFacts } from './names.ts';
import { rolesText } from './records-table.ts';
import { roleTimes, type RoleTimes } from './role-times.ts';
import { unitContact, type UnitContact } from './unit-contact.ts';

export interface PartyRecord {
  ocid: string;
  path: string;
  title: string;
  registerName: string;
  regionLabel: string;
  /** What it did here, in the register's words. */
  roles: string;
  state: State & { text: string };
  fen: number | null;
  /** Of what it is the sum: 中标价, 控制价. */
  fenLabel: string | null;
  /** Said in the place of a sum. */
  missing: string;
  updatedAt: string;
}

/** What a party's or unit's page shows; its records, all of them, are what its other faces hold. */
export interface PartyPage {
  id: string;
  path: string;
  isUnit: boolean;
  name: string;
  identifier: { code: string; note: string | null } | null;
  /** In how many records, and in each role. */
  recordCount: number;
  roles: RoleTimes[];
  /** Of a unit of this portal. */
  /** How the unit is reached; null where nothing verified is known here. */
  contactPoint: UnitContact | null;
  unit: UnitFacts | null;
  dealings: Dealings[];
  /** Of a unit: what it had to publish, and did. */
  kept: Kept | null;
  /** What keeps it from taking part today. */
  bars: BarFact[];
  names: Grid | null;
  records: PartyRecord[];
  /** Key of the next page. */
  next: string | null;
  /** Whom to ask for a correction: null where the portal has no contact set. */
  contact: string | null;
  /** The whole address of this page, to name it by. */
  address: string;
}

export const PARTY_RECORDS = 20;

/** The order key of the last record of the page before; how the columns of a file are called. */
export const PARTY_PARAMETERS: readonly string[] = ['before', 'names'];

/** How the key of a record is read. */
export const PARTY_VALUES = { before: typedArrival };

/** Undefined for what is no key of a record: it comes from an address. */
export function readBefore(before: string | null): number | undefined {
  return before !== null && PARTY_VALUES.before.safeParse(before).success ? Number(before) : undefined;
}

/** `asUnit`: under which address it was asked; the other one leads here. */
export function partyPage(
  portal: Portal,
  id: string,
  asUnit: boolean,
  before: string | null,
  locale: Locale,
): PartyPage | { redirect: string } | undefined {
  const party = findParty(portal.database, id);
  if (!party) return undefined;
  if (party.isUnit !== asUnit) return { redirect: partyPath(id, party.isUnit) };
  return pageOf(portal, party, before, locale);
}

/** The page of a party that is there. */
export function pageOf(portal: Portal, party: Party, before: string | null, locale: Locale): PartyPage {
  const { database, settings } = portal;
  const { id, name, identifier, isUnit } = party;
  const path = partyPath(id, isUnit);
  const found = recordsOf(database, id, PARTY_RECORDS + 1, readBefore(before));
  const shown = new Map(found.slice(0, PARTY_RECORDS).map((one) => [one.ocid, one]));
  const records = findRecords(database, [...shown.keys()]);
  const now = portal.now();
  const tally = tallies(database, [id]).get(id);
  return {
    id,
    path,
    isUnit,
    name,
    identifier: identifier === null ? null : { code: identifier, note: doubt(identifier, locale) },
    recordCount: tally?.records ?? 0,
    roles: roleTimes(tally, locale),
    contactPoint: isUnit ? unitContact(portal, name, locale) : null,
    unit: isUnit ? unitFacts(portal, name, locale) : null,
    dealings: (['supplier', 'buyer'] as const).flatMap((side) => dealingsOf(portal, id, side, locale) ?? []),
    kept: isUnit ? keptBy(portal, id, path, locale) : null,
    bars: barFacts(portal, barsOn(database, [id], dayOf(now)), locale),
    names: namesOf(portal, party, locale),
    records: records.map((row) => partyRecord(row, shown.get(row.ocid)!, locale, now)),
    next: found.length > PARTY_RECORDS ? String(found[PARTY_RECORDS - 1]!.orderKey) : null,
    contact: settings.footer.contact ?? null,
    address: new URL(href(locale, path), settings.origin).href,
  };
}

/** A failed check digit is said beside the code, which stays as it was published. */
function doubt(code: string, locale: Locale): string | null {
  const { shape, check } = checkUscc(code);
  const t = labels(locale).party;
  if (!shape) return t.notUscc;
  return check ? null : t.badCheck;
}

function partyRecord(row: RecordRow, { roles, won }: PartyInRecord, locale: Locale, now: number): PartyRecord {
  const register = findRegister(row.register)!;
  const state = stateOf(row, now);
  const sum = sumIn(row, register, locale);
  return {
    ocid: row.ocid,
    path: pathOf(row),
    title: row.title,
    registerName: registerLabels(register, locale).name,
    regionLabel: row.region ? regionName(row.region, locale) : '',
    roles: rolesText(roles, register, locale),
    state: { ...state, text: stateText(state, row.register, locale) },
    fen: won ?? sum?.fen ?? null,
    fenLabel: won === null ? sum && sumLabel(sum.label, row, roles, locale) : labels(locale).party.ownSum,
    missing: insteadOfSum(row, now, locale),
    updatedAt: machineTime(Date.parse(row.compiled.date)),
  };
}

/** The price at which others won says so beside a bidder. */
function sumLabel(label: string, { compiled }: RecordRow, roles: readonly string[], locale: Locale): string {
  const isOther = roles.every((role) => role === 'tenderer' || role === 'candidate') && wins(compiled).length > 0;
  return isOther ? label + fill(labels(locale).record.bracketed, { text: labels(locale).party.byOthers }) : label;
}

/** What stands above the records in the `.json`: who it is, and what the page adds up. */
export function saidOf(page: PartyPage): object {
  const { records: _records, next: _next, ...said } = page;
  return said;
}
