import { partyId } from '../../parties/party.ts';
import {
  clearParties,
  forgetNames,
  recordsNaming,
  saveParties,
  saveRoles,
  type NamedParty,
  type PartyRoleRow,
} from '../../parties/storage.ts';
import type { Database } from '../../database/database.ts';
import { listOf, sumOf, wins } from '../../registers/ocds.ts';
import { findRegister } from '../../registers/registers.ts';
import { roleIn } from '../../registers/roles.ts';
import { dayOf } from '../../values/date.ts';
import { awarded } from '../amounts.ts';
import { compile } from '../compile.ts';
import { releasesOf } from '../storage.ts';
import type { RecordRow, Release } from '../release.ts';
import type { Projection } from './projection.ts';

/** Who is named in a record, in which role, and for how much. */
export const parties: Projection<{ parties: NamedParty[]; roles: PartyRoleRow[] }> = {
  name: 'parties',
  plan: ({ record, releases }) => partiesOf(record, releases),
  save(database, parts) {
    for (const { record, isNew, planned } of parts) {
      saveParties(database, planned.parties);
      saveRoles(database, record.ocid, planned.roles, !isNew);
    }
  },
  drop: (database, { ocid }) => saveRoles(database, ocid, []),
  clear: clearParties,
};

/** Parties are named anew by all records that name them: after a record that had named them was broken up. */
export function renameParties(database: Database, ids: readonly string[]): void {
  forgetNames(database, ids);
  for (const ocid of recordsNaming(database, ids)) {
    const releases = releasesOf(database, ocid);
    const { parties: named } = partiesOf(compile(releases).record, releases);
    saveParties(
      database,
      named.filter(({ id }) => ids.includes(id)),
    );
  }
}

function partiesOf(record: RecordRow, releases: readonly Release[]): { parties: NamedParty[]; roles: PartyRoleRow[] } {
  const named = new Map<string, NamedParty>();
  const roles = new Map<string, PartyRoleRow>();
  const year = Number(dayOf(releases[0]!.publishedAt).slice(0, 4));
  const first = Math.min(...releases.map(({ id }) => id));
  const spent = awarded(record.compiled);
  const won = wonBySupplier(record);
  const declared = findRegister(record.register)?.roles;
  const add = (name: unknown, role: string, identifier?: string) => {
    if (typeof name !== 'string' || isMasked(name)) return;
    const id = partyId(name);
    if (!id) return;
    const known = named.get(id);
    const meaning = roleIn(declared, role);
    named.set(id, {
      id,
      name,
      namedBy: record.orderKey,
      release: first,
      isUnit: known?.isUnit || (meaning.isUnit ?? false),
      identifier: identifier ?? known?.identifier,
    });
    const amount =
      meaning.counts === 'won' ? (won.get(id) ?? null) : meaning.counts === 'spent' ? (spent?.fen ?? null) : null;
    const basis = amount === null ? null : meaning.counts === 'won' ? 'award' : spent!.basis;
    const { ocid, orderKey, register } = record;
    roles.set(`${id} ${role}`, { party: id, ocid, role, orderKey, year, amount, register, basis });
  };

  for (const party of listOf(record.compiled.parties)) {
    if (party.person) continue;
    for (const role of party.roles.length > 0 ? party.roles : ['tenderer']) add(party.name, role, identifierOf(party));
  }
  add(record.compiled.buyer?.name, 'buyer');
  add(record.compiled.tender?.procuringEntity?.name, 'procuringEntity');
  for (const award of wins(record.compiled))
    for (const supplier of listOf(award.suppliers)) add(supplier.name, 'supplier');
  for (const { content } of releases) add(content.unit?.name, 'publisher', content.unit?.code);

  return { parties: [...named.values()], roles: [...roles.values()] };
}

function identifierOf(party: { identifier?: { id?: unknown } }): string | undefined {
  const id = party.identifier?.id;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

function wonBySupplier({ compiled }: RecordRow): Map<string, number> {
  const won = new Map<string, number>();
  for (const award of wins(compiled)) {
    const suppliers = listOf(award.suppliers);
    const fen = sumOf(award.value);
    // The sum of a consortium is not split by guess: it is shown for each member's record, counted for none.
    if (fen === null || suppliers.length !== 1) continue;
    const id = partyId(String(suppliers[0]!.name ?? ''));
    won.set(id, (won.get(id) ?? 0) + fen);
  }
  return won;
}

/** A masked person has no page: 张* is many people. */
function isMasked(name: string): boolean {
  return /[*＊]/.test(name) || /^(?:.?某某?[、，,；;\s和及与]*)+$/u.test(name);
}
