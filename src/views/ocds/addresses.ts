import { recordPath } from '../address.ts';
import type { Portal } from '../portal.ts';

/** Where the OCDS of the portal stands. Addresses do not change: others keep them. */
export const OCDS = '/api/ocds';

export function releaseUrl({ settings }: Portal, id: string): string {
  return `${settings.origin}${OCDS}/releases/${id}`;
}

/** An ocid is written into a path as everywhere (`address.ts`). */
export function recordUrl({ settings }: Portal, ocid: string): string {
  return settings.origin + OCDS + recordPath(ocid);
}

export function extensionUrl({ settings }: Portal, id: string): string {
  return `${settings.origin}${OCDS}/extensions/${id}/extension.json`;
}
