import { fragmentOf } from '../../notices/compile.ts';
import { withPlainWords } from '../../notices/languages.ts';
import type { Release } from '../../notices/release.ts';
import { findRecord } from '../../notices/storage.ts';
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

/** A release as OCDS 1.1.5; undefined where its register is none of contracting. */
export function ocdsRelease(
  portal: Portal,
  release: Release,
  compiled: CompiledRelease | undefined = findRecord(portal.database, release.ocid)?.compiled,
): OcdsJson | undefined {
  return isOcds(release.register) ? asDeclared(saidIn(portal, release, compiled), 'Release', SHAPES) : undefined;
}

/** What a release says, before what nobody declared is taken out: this is what merges. */
export function saidIn(portal: Portal, release: Release, compiled: CompiledRelease | undefined): OcdsJson {
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
