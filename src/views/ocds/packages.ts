import { labels } from '../../locales/labels.ts';
import { findRecord, findRelease, newestOfRecordsAfter, releasesBySeq, releasesOf } from '../../notices/storage.ts';
import { moment } from '../../registers/fragments.ts';
import { withQuery } from '../address.ts';
import type { Portal } from '../portal.ts';
import { OCDS, recordUrl, releasePackageUrl } from './addresses.ts';
import { extensionUrls } from './extension-files.ts';
import { publicOcid, storedOcid } from './ocid.ts';
import { recordOf } from './record.ts';
import { ocdsRelease } from './release.ts';
import { OCDS_REGISTERS, type OcdsJson } from './scope.ts';
import { OCDS_VERSION } from './standard.ts';

/** What a package may be asked: to go on after an arrival, and how many at most. */
export const PACKAGE_PARAMETERS: readonly string[] = ['after', 'limit'];
const USUAL = 50;
const MOST = 200;

export interface Cursor {
  after: number;
  limit: number;
}

/** A package, and where the next one begins; null at the end. */
export interface Page {
  json: OcdsJson;
  next: string | null;
}

/** Null for what is no cursor: to begin anew without a word would repeat everything. */
export function readCursor(search: URLSearchParams): Cursor | null {
  const after = search.get('after') ?? '0';
  const limit = search.get('limit') ?? String(USUAL);
  if (!/^\d{1,15}$/.test(after) || !/^\d{1,4}$/.test(limit) || Number(limit) < 1) return null;
  return { after: Number(after), limit: Math.min(Number(limit), MOST) };
}

/**
 * Releases by arrival. Arrival numbers are given inside the writing transaction, one writer at a time: whatever is
 * committed later has a higher one, so who goes on after the last number misses nothing, however long ago it was said.
 */
export function releasePackage(portal: Portal, cursor: Cursor): Page | null {
  const found = releasesBySeq(portal.database, OCDS_REGISTERS, 'after', cursor.after, cursor.limit);
  return pageOf(portal, 'releases', cursor, found, (release) => ocdsRelease(portal, release));
}

/** Records by their newest arrival: one that changes comes again, at the end. */
export function recordPackage(portal: Portal, cursor: Cursor): Page | null {
  const found = newestOfRecordsAfter(portal.database, OCDS_REGISTERS, cursor.after, cursor.limit);
  return pageOf(portal, 'records', cursor, found, ({ ocid }) => {
    const row = findRecord(portal.database, ocid);
    return row && recordOf(portal, row);
  });
}

/** A package of one release; null where there is none that is OCDS. */
export function packageOfRelease(portal: Portal, id: number): OcdsJson | null {
  const release = findRelease(portal.database, id);
  const json = release && ocdsRelease(portal, release);
  return json
    ? { ...headOf(portal, releasePackageUrl(portal, String(id)), release.acceptedAt), releases: [json] }
    : null;
}

/** A package of one record, by its ocid as others know it. */
export function packageOfRecord(portal: Portal, ocid: string): OcdsJson | null {
  const row = findRecord(portal.database, storedOcid(ocid, portal));
  const json = row && recordOf(portal, row);
  if (!json) return null;
  const newest = Math.max(...releasesOf(portal.database, row.ocid).map(({ acceptedAt }) => acceptedAt));
  return { ...headOf(portal, recordUrl(portal, publicOcid(row.ocid, portal)), newest), records: [json] };
}

/** Null where nothing came: a package of OCDS holds at least one. */
function pageOf<Arrival extends { seq: number; acceptedAt: number }>(
  portal: Portal,
  kind: 'releases' | 'records',
  { after, limit }: Cursor,
  arrivals: readonly Arrival[],
  said: (arrival: Arrival) => OcdsJson | undefined,
): Page | null {
  const address = (from: number) => withQuery(`${OCDS}/${kind}`, { after: from === 0 ? undefined : from, limit });
  const last = arrivals.at(-1);
  const items = arrivals.map(said).filter((item) => item !== undefined);
  if (last === undefined || items.length === 0) return null;
  return {
    json: { ...headOf(portal, portal.settings.origin + address(after), last.acceptedAt), [kind]: items },
    next: arrivals.length === limit ? address(last.seq) : null,
  };
}

function headOf(portal: Portal, uri: string, at: number): OcdsJson {
  const { settings } = portal;
  return {
    uri,
    version: OCDS_VERSION,
    extensions: extensionUrls(portal),
    publishedDate: moment(at)!,
    publisher: { name: settings.footer.organiser ?? labels('zh').site.name, uri: settings.origin },
    license: settings.licence ?? `${settings.origin}/data/quality#licence`,
    publicationPolicy: `${settings.origin}/data/quality`,
  };
}
