import { listRecords } from '../notices/lists/storage.ts';
import type { RecordRow } from '../notices/release.ts';
import { publicStamp } from '../notices/storage.ts';
import type { Portal } from './portal.ts';

/** More than such a register has: a city counts some hundred funds and items a year. */
const MOST = 5_000;

/** Every record of a register whose page tells them all, without those taken back; kept until something is published. */
export function keptRecords(portal: Portal, register: string): RecordRow[] {
  const stamp = publicStamp(portal.database);
  const kept = remembered.get(portal) ?? new Map<string, { stamp: string; records: RecordRow[] }>();
  remembered.set(portal, kept);
  const before = kept.get(register);
  if (before?.stamp === stamp) return before.records;
  const { records } = listRecords(portal.database, { register, facets: {}, limit: MOST, now: portal.now() });
  const standing = records.filter(({ stage }) => stage !== 'withdrawn');
  kept.set(register, { stamp, records: standing });
  return standing;
}

const remembered = new WeakMap<Portal, Map<string, { stamp: string; records: RecordRow[] }>>();
