import * as z from 'zod';
import { labels } from '../../locales/labels.ts';
import { decisionsAfter, nextDecision, whereNow, type Decision } from '../../notices/decisions/storage.ts';
import { findRecord, findRelease, newestOfRecordsAfter, releasesBySeq, releasesOf } from '../../notices/storage.ts';
import { moment } from '../../registers/fragments.ts';
import { withQuery } from '../address.ts';
import type { Portal } from '../portal.ts';
import { typedMost } from '../typed.ts';
import { OCDS, recordUrl, releasePackageUrl } from './addresses.ts';
import { extensionUrls } from './extension-files.ts';
import { publicOcid, storedOcid } from './ocid.ts';
import { recordOf } from './record.ts';
import { ocdsRelease } from './release.ts';
import { OCDS_REGISTERS, type OcdsJson } from './scope.ts';
import { OCDS_VERSION } from './standard.ts';

/** What a package may be asked: to go on after an arrival, and how many at most. */
export const PACKAGE_PARAMETERS: readonly string[] = ['after', 'limit'];
/** How each is read: an arrival, with the last decision behind a dot. */
export const PACKAGE_VALUES = { after: z.string().regex(/^(\d{1,15})(?:\.(\d{1,15}))?$/), limit: typedMost };
const USUAL = 50;
const MOST = 200;

export interface Cursor {
  after: number;
  /** The last of the decisions by which records were joined or parted that the reader knows of. */
  decision?: number | undefined;
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
  const isRead = PACKAGE_VALUES.after.safeParse(after).success && PACKAGE_VALUES.limit.safeParse(limit).success;
  if (!isRead) return null;
  const [seq, decision] = after.split('.');
  return {
    after: Number(seq),
    ...(decision !== undefined && { decision: Number(decision) }),
    limit: Math.min(Number(limit), MOST),
  };
}

/**
 * Releases by arrival. Arrival numbers are given inside the writing transaction, one writer at a time: whatever is
 * committed later has a higher one, so who goes on after the last number misses nothing, however long ago it was said.
 */
export function releasePackage(portal: Portal, cursor: Cursor): Page | null {
  const { after, limit } = cursor;
  const found = releasesBySeq(portal.database, OCDS_REGISTERS, 'after', after, limit);
  const last = found.at(-1);
  const items = found.map((release) => ocdsRelease(portal, release)).filter((item) => item !== undefined);
  // A package of OCDS holds at least one.
  if (last === undefined || items.length === 0) return null;
  const uri = portal.settings.origin + address('releases', { after, limit });
  return {
    json: { ...packageHead(portal, uri, last.acceptedAt), releases: items },
    next: found.length === limit ? address('releases', { after: last.seq, limit }) : null,
  };
}

/**
 * Records by their newest arrival: one that changes comes again, at the end. So does one that was joined to another or
 * parted since, for which nothing arrived: the cursor names the last decision beside the last arrival. Who begins anew
 * reads all records as they are, and needs none of the decisions made before.
 */
export function recordPackage(portal: Portal, cursor: Cursor): Page | null {
  const { database } = portal;
  const { after, limit } = cursor;
  const known = cursor.decision ?? (after === 0 ? nextDecision(database) - 1 : 0);
  const arrived = newestOfRecordsAfter(database, OCDS_REGISTERS, after, limit);
  // A decision touches two records at most.
  const most = arrived.length === limit ? 0 : Math.max(1, Math.floor((limit - arrived.length) / 2));
  const decisions = most === 0 ? [] : decisionsAfter(database, known, most);
  const seq = arrived.at(-1)?.seq ?? after;
  const decision = decisions.at(-1)?.id ?? known;
  const ocids = new Set([...arrived.map(({ ocid }) => ocid), ...decisions.flatMap((one) => touchedBy(database, one))]);
  const items = [...ocids].flatMap((ocid) => {
    const row = findRecord(database, ocid);
    return (row && recordOf(portal, row)) ?? [];
  });
  const isFull = arrived.length === limit || (decisions.length > 0 && decisions.length === most);
  // Of a register that is not told here: what follows may be.
  if (items.length === 0) return isFull ? recordPackage(portal, { after: seq, decision, limit }) : null;
  const at = Math.max(...arrived.map(({ acceptedAt }) => acceptedAt), ...decisions.map((one) => one.at));
  return {
    json: { ...packageHead(portal, portal.settings.origin + address('records', cursor), at), records: items },
    next: isFull ? address('records', { after: seq, decision, limit }) : null,
  };
}

/** The records that a decision made other than they were, as they are called now. */
function touchedBy(database: Portal['database'], { act, ocid, into }: Decision): string[] {
  return (act === 'join' ? [into] : [ocid, into]).map((one) => whereNow(database, one));
}

function address(kind: 'releases' | 'records', { after, decision, limit }: Cursor): string {
  const from = decision === undefined ? after : `${after}.${decision}`;
  return withQuery(`${OCDS}/${kind}`, { after: from === 0 ? undefined : from, limit });
}

/** A package of one release; null where there is none that is OCDS. */
export function packageOfRelease(portal: Portal, id: number): OcdsJson | null {
  const release = findRelease(portal.database, id);
  const json = release && ocdsRelease(portal, release);
  return json
    ? { ...packageHead(portal, releasePackageUrl(portal, String(id)), release.acceptedAt), releases: [json] }
    : null;
}

/** A package of one record, by its ocid as others know it. */
export function packageOfRecord(portal: Portal, ocid: string): OcdsJson | null {
  const row = findRecord(portal.database, storedOcid(ocid, portal));
  const json = row && recordOf(portal, row);
  if (!json) return null;
  const newest = Math.max(...releasesOf(portal.database, row.ocid).map(({ acceptedAt }) => acceptedAt));
  return { ...packageHead(portal, recordUrl(portal, publicOcid(row.ocid, portal)), newest), records: [json] };
}

/** What every package says of itself. */
export function packageHead(portal: Portal, uri: string, at: number): OcdsJson {
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
