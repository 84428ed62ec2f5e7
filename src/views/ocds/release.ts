import { basisOf, fragmentOf, speakingOf, standingsOf } from '../../notices/compile.ts';
import { withPlainWords } from '../../notices/languages.ts';
import { mergeReleases } from '../../notices/merge.ts';
import type { RecordRow, Release } from '../../notices/release.ts';
import { findRecord, releasesOf } from '../../notices/storage.ts';
import { moment, said } from '../../registers/fragments.ts';
import { listOf, type CompiledRelease } from '../../registers/ocds.ts';
import { findKind, findRegister } from '../../registers/registers.ts';
import type { Portal } from '../portal.ts';
import { asDeclared } from './declared.ts';
import { documentsOf } from './documents.ts';
import { SHAPES } from './extensions.ts';
import { publicOcid } from './ocid.ts';
import { outward } from './outward.ts';
import { isOcds, type OcdsJson } from './scope.ts';
import { CLOSED_LISTS } from './standard.ts';
import { withoutIdleNulls, withoutOvertaken, withRolesSoFar } from './telling.ts';

/** A release as OCDS 1.1.5; undefined where its register is none of contracting. */
export function ocdsRelease(
  portal: Portal,
  release: Release,
  record: RecordRow | undefined = findRecord(portal.database, release.ocid),
): OcdsJson | undefined {
  if (!isOcds(release.register)) return undefined;
  const all = record && record.releases > 1 ? releasesOf(portal.database, release.ocid) : [release];
  return (
    basisAsOcds(portal, all, record).get(release.id) ??
    declared(withoutIdleNulls(saidIn(portal, release, record?.compiled), undefined))
  );
}

/**
 * The releases that a record is made of, by their ids, in order of date: merged in this order as OCDS prescribes they
 * are the record. Who said anything anew keeps its place in time, and says nothing of what was overtaken since.
 */
export function basisAsOcds(
  portal: Portal,
  all: readonly Release[],
  record: RecordRow | undefined,
): Map<number, OcdsJson> {
  const speaking = speakingOf(all, standingsOf(all));
  const basis = basisOf(all, speaking);
  const said = basis.map((release) => saidIn(portal, release, record?.compiled));
  const byDate = basis.map((_, place) => place).toSorted((a, b) => basis[a]!.publishedAt - basis[b]!.publishedAt);
  const told = new Map<number, OcdsJson>();
  let before: OcdsJson = {};
  byDate.forEach((place, turn) => {
    const since = byDate.slice(0, turn).filter((earlier) => earlier > place);
    const left = withoutOvertaken(
      said[place]!,
      since.map((one) => said[one]!),
    );
    const isEnd = speaking.length === 0 && turn === byDate.length - 1;
    const json = declared(withoutIdleNulls(withRolesSoFar(isEnd ? withdrawn(left) : left, before), before));
    if (json === undefined) return;
    told.set(basis[place]!.id, json);
    before = mergeReleases([before, json]);
  });
  return told;
}

/** The last release of a record that was withdrawn whole. */
function withdrawn(said: OcdsJson): OcdsJson {
  return { ...said, tender: { id: said['ocid'], ...(said['tender'] as object), status: 'withdrawn' } };
}

function declared(said: OcdsJson): OcdsJson | undefined {
  return asDeclared(said, 'Release', SHAPES);
}

/** What a release says, before what nobody declared is taken out. */
function saidIn(portal: Portal, release: Release, compiled: CompiledRelease | undefined): OcdsJson {
  const { content, register, kind } = release;
  const isForeign = content.ocds !== undefined;
  const ocid = publicOcid(release.ocid, portal);
  const fragment = fragmentOf(content);
  const told = outward(isForeign ? withPlainWords(fragment) : fragment, {
    register: findRegister(register)!,
    ocid,
    ocidOf: (stored) => publicOcid(stored, portal),
    awardOf: (contract) => listOf(compiled?.contracts).find(({ id }) => id === contract)?.awardID,
    isForeign,
  });
  // A member that is undefined would wipe out what an earlier release said.
  return said(
    documentsOf(portal, release, {
      language: 'zh',
      ...told,
      ocid,
      id: String(release.id),
      date: moment(release.publishedAt)!,
      tag: tagOf(content.ocds?.['tag'], findKind(register, kind)!.tag),
      initiationType: 'tender',
    }),
  ) as OcdsJson;
}

/** The tags that another publisher gave, as far as they are tags; else that of the kind. */
function tagOf(given: unknown, own: string): string[] {
  const tags = [given].flat().filter((tag): tag is string => CLOSED_LISTS['releaseTag']!.includes(tag as string));
  const said = tags.filter((tag) => tag !== 'compiled');
  return said.length > 0 ? [...new Set(said)] : [own];
}
