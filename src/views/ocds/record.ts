import { basisOf, joinRoles, speakingOf, standingsOf } from '../../notices/compile.ts';
import { mergeReleases } from '../../notices/merge.ts';
import type { RecordRow, Release } from '../../notices/release.ts';
import { findRecord, releasesOf } from '../../notices/storage.ts';
import { versionReleases } from '../../notices/versions.ts';
import type { OcdsFragment } from '../../registers/ocds.ts';
import type { Portal } from '../portal.ts';
import { releaseUrl } from './addresses.ts';
import { asDeclared } from './declared.ts';
import { SHAPES } from './extensions.ts';
import { publicOcid, storedOcid } from './ocid.ts';
import { ocdsRelease, saidIn } from './release.ts';
import { isOcds, type OcdsJson } from './scope.ts';

/**
 * A record as OCDS 1.1.5: links to the releases it is made of, what they come to, and what each of them changed.
 * Releases that were withdrawn or said anew are not among them; they stand at their own addresses.
 */
export function ocdsRecord(portal: Portal, ocid: string): OcdsJson | undefined {
  const row = findRecord(portal.database, storedOcid(ocid, portal));
  return row && recordOf(portal, row);
}

export function recordOf(portal: Portal, row: RecordRow): OcdsJson | undefined {
  if (!isOcds(row.register)) return undefined;
  const all = releasesOf(portal.database, row.ocid);
  const speaking = speakingOf(all, standingsOf(all));
  const basis = basisOf(all, speaking);
  // Readers are told releases by date; the record merges them by their place in time.
  const told = basis
    .map((release) => ocdsRelease(portal, release, row.compiled))
    .filter((release) => release !== undefined);
  const dated = told.toSorted((a, b) => Date.parse(String(a['date'])) - Date.parse(String(b['date'])));
  return {
    ocid: publicOcid(row.ocid, portal),
    releases: dated.map(({ id, date, tag }) => ({ url: releaseUrl(portal, String(id)), date, tag })),
    compiledRelease: compiledRelease(portal, row, basis, speaking.length === 0),
    versionedRelease: versionReleases(dated),
  };
}

function compiledRelease(
  portal: Portal,
  row: RecordRow,
  basis: readonly Release[],
  isWithdrawn: boolean,
): OcdsJson | undefined {
  const said = basis.map((release) => saidIn(portal, release, row.compiled));
  const compiled: OcdsJson = mergeReleases(said);
  joinRoles(compiled as OcdsFragment, said as OcdsFragment[]);
  if (isWithdrawn)
    compiled['tender'] = { id: compiled['ocid'], ...(compiled['tender'] as object), status: 'withdrawn' };
  return asDeclared(compiled, 'Release', SHAPES);
}
