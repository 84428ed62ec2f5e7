import type { Notice } from '../registers/notice.ts';
import type { OcdsRelatedProcess } from '../registers/ocds.ts';
import { registers } from '../registers/registers.ts';
import { matchKey } from '../values/script.ts';
import { codesIn } from './codes.ts';

/** The records a notice points to, as OCDS names them. */
export function relatedProcesses({ related = [] }: Notice): OcdsRelatedProcess[] {
  return related.map(({ relationship, code }) => ({
    id: `${relationship}:${code}`,
    relationship: [relationship],
    scheme: /^(?:ocds|gongshi)-/.test(code) ? 'ocid' : CODE,
    identifier: code,
  }));
}

/** The scheme of identifiers that are codes of projects here. */
const CODE = 'gongshi-code';

/**
 * By what a record that is pointed to is found, in whichever register it is: its ocid or a code; undefined for what can
 * be no record of ours.
 */
export function targetOf({ scheme, identifier }: OcdsRelatedProcess): string | undefined {
  if (typeof identifier !== 'string' || identifier.trim() === '') return undefined;
  if (scheme === 'ocid') return `ocid:${identifier.trim()}`;
  return scheme === CODE ? `code:${matchKey(identifier)}` : undefined;
}

/** All by which others may point to a record: its ocids, and the codes in its notices. */
export function targetsOf(ocids: readonly string[], notices: readonly Notice[]): string[] {
  return [
    ...new Set([...ocids.map((ocid) => `ocid:${ocid}`), ...notices.flatMap(codesIn).map(({ text }) => `code:${text}`)]),
  ];
}

/** The record that a target names, where it is here: of the register that points before the others. */
export function recordAt(
  keys: { findByKey(key: string): string | undefined },
  target: string,
  register: string,
): string | undefined {
  if (target.startsWith('ocid:')) return target.slice('ocid:'.length);
  const order = [register, ...registers.map(({ id }) => id)];
  for (const id of order) {
    const ocid = keys.findByKey(`${id}:${target}`);
    if (ocid) return ocid;
  }
  return undefined;
}
