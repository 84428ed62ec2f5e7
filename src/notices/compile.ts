import type { Notice } from '../registers/notice.ts';
import { listOf, wins, type CompiledRelease, type OcdsFragment, type OcdsParty } from '../registers/ocds.ts';
import { findKind, findRegister } from '../registers/registers.ts';
import { roleIn } from '../registers/roles.ts';
import { partyId } from '../parties/party.ts';
import { headlineFen } from './amounts.ts';
import { relatedProcesses } from './pointing.ts';
import { projectTitle } from './project-title.ts';
import { withPlainWords } from './languages.ts';
import { mergeReleases } from './merge.ts';
import { quietFrom, type Release, type RecordRow, type Standing } from './release.ts';

/** A record as compiled, and how each of its releases stands. */
export interface Compilation {
  record: RecordRow;
  standings: Map<number, Standing>;
}

/**
 * Compiles a record from its releases, given in date order (then arrival within a day). Withdrawn and restated
 * releases are left out; a restatement takes the place in time of what it restates, so that correcting an old
 * notice does not turn the record back. Same releases, same record, byte for byte.
 */
export function compile(releases: readonly Release[]): Compilation {
  const standings = standingsOf(releases);
  const speaking = speakingOf(releases, standings);
  const basis = basisOf(releases, speaking);
  const fragments = basis.map((release) => ({ release, fragment: fragmentOf(release.content) }));
  const merged = mergeReleases(
    fragments.map(({ release, fragment }) => ({
      ...fragment,
      ocid: release.ocid,
      date: new Date(release.publishedAt).toISOString(),
    })),
  ) as unknown as CompiledRelease;
  const compiled = basis.some(({ content }) => content.ocds) ? withPlainWords(merged) : merged;
  // OCDS wants an id of every tender; what its publisher leaves out is that of the record.
  if (typeof compiled.tender === 'object' && !Array.isArray(compiled.tender))
    compiled.tender = { ...compiled.tender, id: compiled.tender.id ?? compiled.ocid };
  if (speaking.length === 0) compiled.tender = { id: compiled.ocid, ...compiled.tender, status: 'withdrawn' };
  joinRoles(
    compiled,
    fragments.map(({ fragment }) => fragment),
  );

  const newest = releases.reduce((last, release) => (release.id > last.id ? release : last));
  const { register } = newest;
  const record = {
    ocid: newest.ocid,
    register,
    title: titleOf(
      basis.map(({ content }) => content),
      compiled,
    ),
    stage:
      speaking.length > 0
        ? (findRegister(register)?.onDay?.(compiled, null).stage ?? stageOf(basis, compiled))
        : 'withdrawn',
    region: lastOf(basis, ({ content }) => content.region) ?? '',
    unit: unitOf(basis, compiled),
    amount: headlineFen(compiled),
    deadline: speaking.length > 0 ? deadlineOf(speaking, compiled) : null,
    isReprint: releases.some(({ content }) => content.firstPublished !== undefined || content.ocds !== undefined),
    hasText: speaking.length === 0 || speaking.some(({ content }) => Boolean(content.body)),
    orderKey: newest.id,
    releases: releases.length,
    compiled,
  };
  return { standings, record: { ...record, quietOn: quietFrom(record) } };
}

/** What a notice says in OCDS: as its publisher wrote it, or as its kind maps it. */
export function fragmentOf(notice: Notice): OcdsFragment {
  if (notice.ocds) return notice.ocds as OcdsFragment;
  let fragment = fragments.get(notice);
  if (!fragment) {
    fragment = findKind(notice.register, notice.kind)!.fragment(notice as Notice<never>);
    if (notice.related) fragment = { ...fragment, relatedProcesses: relatedProcesses(notice) };
    fragments.set(notice, fragment);
  }
  return fragment;
}

/** A notice is asked for its fragment by the record, the parties and the search row; nobody changes it. */
const fragments = new WeakMap<Notice, OcdsFragment>();

/** How each release of a record stands. */
export function standingsOf(releases: readonly Release[]): Map<number, Standing> {
  const standings = new Map<number, Standing>(releases.map(({ id }) => [id, 'current']));
  for (const release of releases) {
    if (release.amends === null) continue;
    const act = findKind(release.register, release.kind)?.act;
    if (act === 'withdraw') standings.set(release.amends, 'withdrawn');
    else if (act === 'state' && standings.get(release.amends) === 'current') standings.set(release.amends, 'amended');
  }
  return standings;
}

/**
 * The releases that say what is true; none of a record that was withdrawn whole. A withdrawal only takes back,
 * and what changed a withdrawn notice falls with it.
 */
export function speakingOf(releases: readonly Release[], standings: ReadonlyMap<number, Standing>): Release[] {
  return releases.filter(({ id, register, kind, amends }) => {
    const act = findKind(register, kind)?.act;
    if (act === 'withdraw' || (act === 'change' && amends !== null && standings.get(amends) === 'withdrawn'))
      return false;
    return standings.get(id) === 'current';
  });
}

/** The releases that a record is made of, in the order in which they merge; of one that was withdrawn whole, all. */
export function basisOf(releases: readonly Release[], speaking: readonly Release[]): Release[] {
  return (speaking.length > 0 ? speaking : releases).toSorted(
    (a, b) => placeInTime(a, releases) - placeInTime(b, releases),
  );
}

/** Where a release stands in the life of the record: its own moment, or that of the first text it restates. */
function placeInTime(release: Release, all: readonly Release[]): number {
  const act = findKind(release.register, release.kind)?.act;
  const earlier = act === 'state' && release.amends !== null && all.find(({ id }) => id === release.amends);
  return earlier ? placeInTime(earlier, all) : release.publishedAt;
}

/** Roles gather over the life of a record: a tenderer that wins is both. */
function joinRoles(compiled: OcdsFragment, fragments: readonly OcdsFragment[]): void {
  const roles = new Map<string, Set<string>>();
  for (const fragment of fragments) {
    for (const party of listOf(fragment.parties)) {
      const known = roles.get(party.id) ?? new Set();
      for (const role of Array.isArray(party.roles) ? party.roles : []) known.add(role);
      roles.set(party.id, known);
    }
  }
  for (const party of listOf(compiled.parties)) party.roles = [...(roles.get(party.id) ?? [])] as OcdsParty['roles'];
}

/** A section that ended does not end the record while another section lives. */
function stageOf(releases: readonly Release[], compiled: CompiledRelease): string {
  const lives = listOf(compiled.tender?.lots).some(({ status }) => status !== 'cancelled' && status !== 'unsuccessful');
  const stages = findRegister(releases[0]!.register)?.stages ?? {};
  const order = Object.keys(stages);
  const decided = order.find((id) => stages[id]!.isDecided);
  let stage = order[0] ?? '';
  for (const { register, kind: id, content } of releases) {
    const kind = findKind(register, id);
    if (kind?.act === 'terminate' && content.section && lives) continue;
    stage = kind?.stage ?? furthest(stage, namesWinner(content) ? decided : kind?.proves, order);
  }
  return stage;
}

/** A correction of a result that is not here says who won all the same. */
function namesWinner(content: Notice): boolean {
  return wins(fragmentOf(content)).some(({ suppliers }) => listOf(suppliers).length > 0);
}

/** What a notice proves moves a record on, never back. */
function furthest(stage: string, proven: string | undefined, order: readonly string[]): string {
  return proven !== undefined && order.indexOf(proven) > order.indexOf(stage) ? proven : stage;
}

/** When bids close. Bids that were opened had closed (招标投标法 art. 34), whatever the call says or does not say. */
function deadlineOf(speaking: readonly Release[], { tender }: CompiledRelease): number | null {
  const printed = instantOf(tender?.tenderPeriod?.endDate);
  const opened = speaking.findLast(({ register, kind }) => findKind(register, kind)?.closes);
  const restarted = speaking.findLast(({ register, kind }) => findKind(register, kind)?.act === 'restart');
  if (!opened || (restarted && restarted.publishedAt > opened.publishedAt)) return printed;
  return Math.min(printed ?? opened.publishedAt, opened.publishedAt);
}

function titleOf(notices: readonly Notice[], compiled: CompiledRelease): string {
  const named = notices.findLast(({ project }) => project.name)?.project.name;
  return named ?? ((notices.some(({ ocds }) => ocds) && compiled.tender?.title) || projectTitle(notices[0]!));
}

function unitOf(releases: readonly Release[], compiled: CompiledRelease): string {
  const name =
    compiled.tender?.procuringEntity?.name ??
    compiled.buyer?.name ??
    // Land and mining rights have neither; whoever grants answers for them, wherever the notice was printed.
    listOf(compiled.parties).find(({ roles }) =>
      listOf(roles).some((role) => roleIn(undefined, role).counts === 'spent'),
    )?.name ??
    lastOf(releases, ({ content }) => content.unit?.name);
  return typeof name === 'string' ? partyId(name) : '';
}

function lastOf<Value>(releases: readonly Release[], pick: (release: Release) => Value | undefined): Value | undefined {
  for (let index = releases.length - 1; index >= 0; index--) {
    const value = pick(releases[index]!);
    if (value) return value;
  }
  return undefined;
}

function instantOf(text: unknown): number | null {
  const instant = typeof text === 'string' ? Date.parse(text) : NaN;
  return Number.isNaN(instant) ? null : instant;
}
