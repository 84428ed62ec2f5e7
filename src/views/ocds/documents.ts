import type { Release } from '../../notices/release.ts';
import { moment } from '../../registers/fragments.ts';
import { findKind } from '../../registers/registers.ts';
import { noticePath } from '../address.ts';
import { filesOf, isKept } from '../notice/files.ts';
import type { Portal } from '../portal.ts';
import type { OcdsJson } from './scope.ts';

/**
 * With the notice itself and its files as documents, where OCDS keeps them: of awards and contracts beside each, else
 * with the tender or its planning. What changes an earlier notice of the tender is an amendment. What another publisher
 * wrote names its own.
 */
export function documentsOf(portal: Portal, release: Release, said: OcdsJson): OcdsJson {
  if (release.content.ocds) return said;
  const tag = findKind(release.register, release.kind)!.tag;
  const documents = [noticeDocument(portal, release, tag), ...fileDocuments(portal, release)];
  for (const [stage, member] of [
    ['award', 'awards'],
    ['contract', 'contracts'],
  ] as const) {
    const list = said[member];
    if (tag.startsWith(stage) && Array.isArray(list) && list.length > 0)
      return { ...said, [member]: list.map((one: object) => ({ ...one, documents })) };
  }
  const place = tag.startsWith('planning') ? 'planning' : 'tender';
  const before = (said[place] ?? {}) as object;
  return {
    ...said,
    [place]: {
      ...(place === 'tender' && { id: said['ocid'] }),
      ...before,
      documents,
      ...(place === 'tender' && tag.startsWith('tender') && { amendments: amendmentOf(release) }),
    },
  };
}

function noticeDocument({ settings }: Portal, { id, content, publishedAt }: Release, tag: string): object {
  const [, type] = TYPES.find(([start]) => tag.startsWith(start)) ?? [];
  return {
    id: `notice-${id}`,
    ...(type && { documentType: type }),
    title: content.title,
    url: settings.origin + noticePath(id),
    datePublished: moment(publishedAt),
    format: 'text/html',
    language: 'zh',
  };
}

/** Codes of documentType.csv, by the tag of the notice. */
const TYPES: [string, string][] = [
  ['planning', 'plannedProcurementNotice'],
  ['tender', 'tenderNotice'],
  ['award', 'awardNotice'],
  ['contract', 'contractNotice'],
];

function fileDocuments(portal: Portal, release: Release): object[] {
  return filesOf([release], 'zh', isKept(portal)).map(({ name, url, sha256 }, place) => ({
    id: `file-${sha256?.slice(0, 16) ?? `${release.id}-${place + 1}`}`,
    title: name,
    ...(url !== null && { url: new URL(url, portal.settings.origin).href }),
    datePublished: moment(release.publishedAt),
  }));
}

function amendmentOf({ id, amends, publishedAt, content }: Release): object[] | undefined {
  return amends === null
    ? undefined
    : [
        {
          id: String(id),
          date: moment(publishedAt),
          rationale: content.reason,
          amendsReleaseID: String(amends),
          releaseID: String(id),
        },
      ];
}
