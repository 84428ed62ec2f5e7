import { listOf, sumOf, wins } from '../registers/ocds.ts';
import { saveVerdicts, type VerdictRow } from '../clock/storage.ts';
import type { Database } from '../database/database.ts';
import { partyId } from '../parties/party.ts';
import { saveParties, saveRoles, type NamedParty, type PartyRoleRow } from '../parties/storage.ts';
import { findRegister } from '../registers/registers.ts';
import { roleIn } from '../registers/roles.ts';
import { meaningOf } from '../registers/stages.ts';
import { indexedDocument, indexPrepared, updateRows, type IndexedDocument, type RowUpdate } from '../search/storage.ts';
import { canonicalJson } from '../values/canonical.ts';
import { dayOf } from '../values/date.ts';
import { awardedFen } from './amounts.ts';
import { compile, type Compilation } from './compile.ts';
import { judgeRecord } from './judging.ts';
import { Known } from './known.ts';
import { OPEN, saveFacets, type Facet } from './lists/storage.ts';
import { isOpen, type RecordRow, type Release } from './release.ts';
import { searchDocument, searchRow } from './search-document.ts';
import { saveRecord, type RecordHead } from './storage.ts';

/** All that is made of one record from its releases. */
export interface Projection {
  record: RecordHead;
  /** As it is stored. */
  compiled: string;
  /** The record is new: nothing of it is stored yet. */
  isNew: boolean;
  facets: Facet[];
  verdicts: VerdictRow[];
  parties: NamedParty[];
  roles: PartyRoleRow[];
  /** Of releases whose words are not in the index yet. */
  documents: IndexedDocument[];
  /** Of releases that only stand otherwise than before. */
  rows: RowUpdate[];
}

/**
 * Brings the projections of these records up to date: record, facets, parties, search rows. Everything here can
 * be made again from the releases; runs inside the transaction of the act that published them. `fresh` are the releases
 * whose words are not in the index yet.
 */
export function projectRecords(database: Database, fresh: readonly Release[]): void {
  const known = new Known(database);
  known.begin();
  saveProjections(database, planRecords(known, fresh));
}

/** The projections as they will be with the releases in `fresh`. */
export function planRecords(known: Known, fresh: readonly Release[]): Projection[] {
  const isFresh = new Set(fresh.map(({ id }) => id));
  const { calendar } = known;
  return [...Map.groupBy(fresh, (release) => release.ocid)].map(([ocid, added]) => {
    const before = known.record(ocid);
    const earlier = before?.releases.filter(({ id }) => !added.some((release) => release.id === id)) ?? [];
    const releases = [...earlier, ...added].sort((a, b) => a.publishedAt - b.publishedAt || a.id - b.id);
    const compilation = compile(releases);
    const { record } = compilation;
    known.keep(record, releases);
    const moved =
      !before ||
      before.standing.stage !== record.stage ||
      before.standing.deadline !== record.deadline ||
      before.standing.unit !== record.unit;
    const documents: IndexedDocument[] = [];
    const rows: RowUpdate[] = [];
    for (const release of releases) {
      const standing = compilation.standings.get(release.id)!;
      if (isFresh.has(release.id))
        documents.push(indexedDocument(searchDocument(release, record, standing, known.textsOfFiles(release))));
      else if (moved || isAmended(release, releases, isFresh)) rows.push(searchRow(release, record, standing));
    }
    const { compiled, ...row } = record;
    const verdicts = judgeRecord(releases, compilation, calendar);
    return {
      record: { ...row, isOpen: isOpen(record), publicityUntil: publicityUntil(record) },
      compiled: canonicalJson(compiled),
      isNew: !before,
      facets: facetsOf(record),
      verdicts,
      ...partiesOf(record, releases),
      documents,
      rows,
    };
  });
}

export function saveProjections(database: Database, projections: readonly Projection[]): void {
  for (const { record, isNew, parties, roles } of projections) {
    saveParties(database, parties);
    saveRoles(database, record.ocid, roles, !isNew);
  }
  // In the order of the trees they go into: of a million records each batch touches a page once, not here and there.
  for (const { record, compiled, isNew, facets, verdicts } of projections.toSorted((a, b) =>
    a.record.ocid < b.record.ocid ? -1 : 1,
  )) {
    saveRecord(database, record, compiled);
    saveFacets(database, record, facets, !isNew);
    saveVerdicts(database, record.ocid, verdicts, !isNew);
  }
  indexPrepared(
    database,
    projections.flatMap(({ documents }) => documents),
  );
  updateRows(
    database,
    projections.flatMap(({ rows }) => rows),
  );
}

function publicityUntil({ register, stage, compiled }: RecordRow): number | null {
  const { isPublicised } = meaningOf(findRegister(register)?.stages, stage);
  const end = isPublicised ? compiled.tender?.publicityPeriod?.endDate : undefined;
  return end === undefined ? null : Date.parse(end);
}

function isAmended(release: Release, releases: readonly Release[], fresh: ReadonlySet<number>): boolean {
  return releases.some((other) => other.amends === release.id && fresh.has(other.id));
}

function facetsOf(record: Compilation['record']): Facet[] {
  const own = findRegister(record.register)?.facets ?? [];
  return [
    { facet: 'stage', value: record.stage },
    // What has closed is looked for among those that ever took entries.
    ...(isOpen(record) ? [OPEN] : []),
    ...(record.region ? [{ facet: 'region', value: record.region }] : []),
    ...own.flatMap((facet) => facet.values(record.compiled).map((value) => ({ facet: facet.id, value }))),
  ];
}

function partiesOf(record: RecordRow, releases: readonly Release[]): { parties: NamedParty[]; roles: PartyRoleRow[] } {
  const named = new Map<string, NamedParty>();
  const roles = new Map<string, PartyRoleRow>();
  const year = Number(dayOf(releases[0]!.publishedAt).slice(0, 4));
  const first = Math.min(...releases.map(({ id }) => id));
  const awarded = awardedFen(record.compiled);
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
    const amount = meaning.counts === 'won' ? (won.get(id) ?? null) : meaning.counts === 'spent' ? awarded : null;
    roles.set(`${id} ${role}`, { party: id, ocid: record.ocid, role, orderKey: record.orderKey, year, amount });
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
  return /[*＊]/.test(name) || /^.?某某?$/u.test(name);
}
