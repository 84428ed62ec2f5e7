import type { Database } from '../database/database.ts';
import { findRegister } from '../registers/registers.ts';
import { partyId, UNIT_ROLES } from '../parties/party.ts';
import { saveParties, saveRoles, type NamedParty, type PartyRoleRow } from '../parties/storage.ts';
import { indexDocuments, updateRows } from '../search/storage.ts';
import type { SearchDocument } from '../search/engine.ts';
import { canonicalJson } from '../values/canonical.ts';
import { dayOf } from '../values/date.ts';
import { calendarOf, saveVerdicts } from '../clock/storage.ts';
import { awardedFen, listOf, sumOf, wins } from './amounts.ts';
import { compile, type Compilation } from './compile.ts';
import { judgeRecord } from './judging.ts';
import { saveFacets, type Facet } from './lists/storage.ts';
import { findStanding, releasesOf, saveRecord } from './storage.ts';
import { textsOfFiles } from './attachments/storage.ts';
import { searchDocument } from './search-document.ts';
import type { RecordRow, Release } from './release.ts';

/**
 * Brings the projections of these records up to date: record, facets, parties, search rows. Everything here can
 * be made again from the releases; runs inside the transaction of the act that published them. `fresh` are the releases
 * whose words are not in the index yet.
 */
export function projectRecords(database: Database, fresh: readonly Release[]): void {
  const isFresh = new Set(fresh.map(({ id }) => id));
  const calendar = calendarOf(database);
  const documents: SearchDocument[] = [];
  const rows: SearchDocument[] = [];
  for (const [ocid, added] of Map.groupBy(fresh, (release) => release.ocid)) {
    const before = findStanding(database, ocid);
    // A new record has no releases but these; reading them back would cost a tenth of an import.
    const releases = before ? releasesOf(database, ocid) : added.toSorted((a, b) => a.publishedAt - b.publishedAt || a.id - b.id);
    const compilation = compile(releases);
    const { record } = compilation;
    saveRecord(database, record, canonicalJson(record.compiled));
    saveFacets(database, record, facetsOf(record));
    saveVerdicts(database, ocid, judgeRecord(releases, compilation, calendar), before !== undefined);
    projectParties(database, record, releases);
    const moved = !before || before.stage !== record.stage || before.deadline !== record.deadline || before.unit !== record.unit;
    for (const release of releases) {
      const isNew = isFresh.has(release.id);
      if (!isNew && !moved && !isAmended(release, releases, isFresh)) continue;
      (isNew ? documents : rows).push(searchDocument(release, record, compilation.standings.get(release.id)!, textsOfFiles(database, release)));
    }
  }
  indexDocuments(database, documents);
  updateRows(database, rows);
}

function isAmended(release: Release, releases: readonly Release[], fresh: ReadonlySet<number>): boolean {
  return releases.some((other) => other.amends === release.id && fresh.has(other.id));
}

function facetsOf(record: Compilation['record']): Facet[] {
  const own = findRegister(record.register)?.facets ?? [];
  return [
    { facet: 'stage', value: record.stage },
    ...(record.region ? [{ facet: 'region', value: record.region }] : []),
    ...own.flatMap((facet) => facet.values(record.compiled).map((value) => ({ facet: facet.id, value }))),
  ];
}

function projectParties(database: Database, record: RecordRow, releases: readonly Release[]): void {
  const named = new Map<string, NamedParty>();
  const roles = new Map<string, PartyRoleRow>();
  const year = Number(dayOf(releases[0]!.publishedAt).slice(0, 4));
  const first = Math.min(...releases.map(({ id }) => id));
  const awarded = awardedFen(record.compiled);
  const won = wonBySupplier(record);
  const add = (name: unknown, role: string, identifier?: string) => {
    if (typeof name !== 'string' || isMasked(name)) return;
    const id = partyId(name);
    if (!id) return;
    const known = named.get(id);
    named.set(id, {
      id, name, namedBy: record.orderKey, release: first, isUnit: known?.isUnit || UNIT_ROLES.includes(role), identifier: identifier ?? known?.identifier,
    });
    const amount = role === 'supplier' ? won.get(id) ?? null : role === 'buyer' || role === 'procuringEntity' || role === 'grantor' ? awarded : null;
    roles.set(`${id} ${role}`, { party: id, ocid: record.ocid, role, orderKey: record.orderKey, year, amount });
  };

  for (const party of listOf(record.compiled.parties)) {
    if (party.person) continue;
    for (const role of party.roles.length > 0 ? party.roles : ['tenderer']) add(party.name, role, identifierOf(party));
  }
  add(record.compiled.buyer?.name, 'buyer');
  add(record.compiled.tender?.procuringEntity?.name, 'procuringEntity');
  for (const award of wins(record.compiled)) for (const supplier of listOf(award.suppliers)) add(supplier.name, 'supplier');
  for (const { content } of releases) add(content.unit?.name, 'publisher', content.unit?.code);

  saveParties(database, [...named.values()]);
  saveRoles(database, record.ocid, [...roles.values()]);
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
  return /[*＊]/.test(name) || /^.?某某?$/u.test(name);
}
