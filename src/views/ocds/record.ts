import { mergeReleases } from '../../notices/merge.ts';
import type { RecordRow } from '../../notices/release.ts';
import { findRecord, releasesOf } from '../../notices/storage.ts';
import { versionReleases } from '../../notices/versions.ts';
import type { Portal } from '../portal.ts';
import { releaseUrl } from './addresses.ts';
import { publicOcid, storedOcid } from './ocid.ts';
import { basisAsOcds } from './release.ts';
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
  const dated = [...basisAsOcds(portal, releasesOf(portal.database, row.ocid), row).values()];
  return {
    ocid: publicOcid(row.ocid, portal),
    releases: dated.map(({ id, date, tag }) => ({ url: releaseUrl(portal, String(id)), date, tag })),
    compiledRelease: mergeReleases(dated),
    versionedRelease: versionReleases(dated),
  };
}
