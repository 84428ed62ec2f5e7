import type { Portal } from '../portal.ts';

/** How the ocids begin that this portal gives. */
const OWN = 'gongshi-';

/**
 * An ocid as others know it: ours under the prefix of the settings, those of other publishers as they gave them. What is
 * stored does not change with the setting.
 */
export function publicOcid(ocid: string, { settings }: Pick<Portal, 'settings'>): string {
  return ocid.startsWith(OWN) ? `${settings.ocidPrefix}-${ocid.slice(OWN.length)}` : ocid;
}

/** The stored ocid of one that others name. */
export function storedOcid(ocid: string, { settings }: Pick<Portal, 'settings'>): string {
  const prefix = `${settings.ocidPrefix}-`;
  return ocid.startsWith(prefix) ? OWN + ocid.slice(prefix.length) : ocid;
}
