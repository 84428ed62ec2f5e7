import type { Locale } from '../locales/labels.ts';
import { textsOfFiles } from '../notices/attachments/storage.ts';
import type { Removal } from '../notices/drafts/redaction/redacted.ts';
import type { Release } from '../notices/release.ts';
import { releaseText } from '../notices/search-document.ts';
import { findRecord } from '../notices/storage.ts';
import { atomText } from '../views/feeds/feed.ts';
import { recordFeed } from '../views/feeds/single-feeds.ts';
import { noticePage } from '../views/notice/notice-page.ts';
import { packageOfRecord, packageOfRelease } from '../views/ocds/packages.ts';
import type { Portal } from '../views/portal.ts';
import { recordPage } from '../views/record/record-page.ts';

export type FaceName = 'page' | 'record' | 'search' | 'lists' | 'ocdsRelease' | 'ocdsRecord' | 'atom' | 'file';

/** One face under which readers meet a notice, and which passages would still stand there. */
export interface Face {
  name: FaceName;
  /** Of a file, its name. */
  of: string;
  left: string[];
  /** Nothing could be read in the file, so nothing is known of it. */
  isUnread: boolean;
}

/**
 * Every face of a notice, from the same functions that make them, looked through for the passages. Pages and their JSON are
 * of one function, lists and their CSV and XLSX of the row of the record. Other notices of the record may say a passage too,
 * and files are not changed: they say it until they are removed.
 */
export function facesSaying(
  portal: Portal,
  { after, before }: { after: Release; before: Release },
  { passages = [], whole = false }: Removal,
  locale: Locale,
): Face[] {
  const { database } = portal;
  const sought = whole ? [before.content.title] : passages;
  if (sought.length === 0) return [];
  const record = recordPage(portal, after.ocid, locale);
  const read = new Map(textsOfFiles(database, after).map(({ name, text }) => [name, text]));
  const faces: [FaceName, string, unknown][] = [
    ['page', '', noticePage(portal, after.id, locale)],
    ['record', '', record],
    ['search', '', releaseText(after)],
    ['lists', '', findRecord(database, after.ocid)],
    ['ocdsRelease', '', packageOfRelease(portal, after.id)],
    ['ocdsRecord', '', packageOfRecord(portal, after.ocid)],
    ['atom', '', record && atomText(recordFeed(portal, record, locale), portal, locale)],
    ...after.content.attachments.map(({ name }): [FaceName, string, unknown] => ['file', name, read.get(name)]),
  ];
  return faces.map(([name, of, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
    const left = sought.filter((passage) => text.includes(passage));
    return { name, of, left, isUnread: name === 'file' && value === undefined };
  });
}
