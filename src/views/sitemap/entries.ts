import { hasRecordBetween, recordsBetween, releasesBetween } from '../../notices/months/storage.ts';
import { findRecords } from '../../notices/storage.ts';
import { directoryIds } from '../../parties/directory/storage.ts';
import { partyPath } from '../../parties/party.ts';
import { registers } from '../../registers/registers.ts';
import type { Register } from '../../registers/register.ts';
import { WITHDRAWN } from '../../registers/stages.ts';
import { machineTime } from '../../values/date.ts';
import { noticePath, pathOf, recordPath } from '../address.ts';
import type { Portal } from '../portal.ts';
import { STATIC_PAGES } from '../routes.ts';
import type { Span } from './months.ts';

/** An address, and when what stands there last changed: ISO 8601, Shanghai; left out where that is not known. */
export interface Entry {
  path: string;
  changed?: string;
}

/** What stands whatever is published, and the lists. */
export function pageEntries(laws: readonly string[]): Entry[] {
  return [
    '/',
    ...registers.map(({ id }) => `/${id}`),
    ...STATIC_PAGES.map(({ path }) => path),
    ...registers.map(({ id }) => `/data/dictionary/${id}`),
    ...laws.map((id) => `/laws/${id}`),
  ].map((path) => ({ path }));
}

/** Records with a page of their own: it tells what holds today, whenever it was published. */
export function itemEntries({ database }: Portal): Entry[] {
  return registers
    .filter(({ page }) => page)
    .flatMap(({ id }) => {
      const found = recordsBetween(database, id, 0, Number.MAX_SAFE_INTEGER);
      const changed = new Map(found.map((one) => [one.ocid, one.changedAt]));
      return findRecords(database, [...changed.keys()])
        .filter((row) => row.stage !== WITHDRAWN && pathOf(row) !== recordPath(row.ocid))
        .map((row) => ({ path: pathOf(row), changed: machineTime(changed.get(row.ocid)!) }));
    });
}

/** Whether `recordEntries` has any, by as little reading as tells. */
export function hasRecords(portal: Portal, { from, until }: Span): boolean {
  const { database } = portal;
  return registers.some(
    (register) =>
      hasRecordBetween(database, register.id, from, until) &&
      (!register.page || withPage(portal, register, recordsBetween(database, register.id, from, until)).length > 0),
  );
}

export function recordEntries(portal: Portal, { from, until }: Span): Entry[] {
  return registers
    .flatMap((register) => withPage(portal, register, recordsBetween(portal.database, register.id, from, until)))
    .map(({ ocid, changedAt }) => ({ path: recordPath(ocid), changed: machineTime(changedAt) }));
}

/** Without those whose page is their register's own: it stands among the items. */
function withPage<Found extends { ocid: string }>({ database }: Portal, register: Register, found: Found[]): Found[] {
  if (!register.page || found.length === 0) return found;
  const elsewhere = findRecords(
    database,
    found.map(({ ocid }) => ocid),
  ).filter((row) => pathOf(row) !== recordPath(row.ocid));
  const gone = new Set(elsewhere.map(({ ocid }) => ocid));
  return found.filter(({ ocid }) => !gone.has(ocid));
}

export function noticeEntries({ database }: Portal, { from, until }: Span): Entry[] {
  return releasesBetween(database, from, until).map(({ id, changedAt }) => ({
    path: noticePath(id),
    changed: machineTime(changedAt),
  }));
}

/** Units, or all others, in their order. */
export function directoryEntries({ database }: Portal, isUnit: boolean, limit: number, offset: number): Entry[] {
  return directoryIds(database, isUnit, limit, offset).map((id) => ({ path: partyPath(id, isUnit) }));
}
