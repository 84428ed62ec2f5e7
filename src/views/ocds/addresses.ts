import { recordPath } from '../address.ts';
import type { Portal } from '../portal.ts';
import { isOcds } from './scope.ts';

/** Where the OCDS of the portal stands. Addresses do not change: others keep them. */
export const OCDS = '/api/ocds';

/** The package of one release. */
export function releasePackageUrl({ settings }: Portal, id: string): string {
  return `${settings.origin}${OCDS}/releases/${id}`;
}

/** The release in its package, as OCDS points to one (record-package-schema, `releases.url`). */
export function releaseUrl(portal: Portal, id: string): string {
  return `${releasePackageUrl(portal, id)}#${id}`;
}

/** An ocid is written into a path as everywhere (`address.ts`). */
export function recordUrl({ settings }: Portal, ocid: string): string {
  return settings.origin + OCDS + recordPath(ocid);
}

export function extensionUrl({ settings }: Portal, id: string): string {
  return `${settings.origin}${OCDS}/extensions/${id}/extension.json`;
}

/** Where a notice and a record are told in OCDS; null where their register is none of contracting. */
export function ocdsPath(page: { register: string; ocid: string } | { register: string; id: number }): string | null {
  if (!isOcds(page.register)) return null;
  return 'id' in page ? `${OCDS}/releases/${page.id}` : OCDS + recordPath(page.ocid);
}
