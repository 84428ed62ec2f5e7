import { labels, type Locale } from '../../locales/labels.ts';
import { findFile } from '../../notices/attachments/storage.ts';
import type { Release } from '../../notices/release.ts';
import { noticePath } from '../address.ts';
import { dayOf } from '../../values/date.ts';
import type { Portal } from '../portal.ts';

/** A file that came with a notice. */
export interface NoticeFile {
  name: string;
  /** At its source; null where the notice only names it. */
  url: string | null;
  /** PDF; '' where it is not known. */
  type: string;
  /** Bytes. */
  size: number | null;
  sha256: string | null;
  /** The day of the notice it came with first. */
  day: string;
  /** PDF，284 KB. */
  meta: string;
}

/** Whether the bytes of a file are here. */
export function isKept({ database }: Portal): (sha256: string) => boolean {
  return (sha256) => findFile(database, sha256) !== undefined;
}

/** The files of these notices, each once, those of the newest notice first. */
export function filesOf(
  releases: readonly Release[],
  locale: Locale,
  isKept?: (sha256: string) => boolean,
): NoticeFile[] {
  const files = new Map<string, NoticeFile>();
  for (const { id, content, publishedAt } of releases) {
    for (const { name, url, type, size, sha256 } of content.attachments) {
      // Kept here it is handed out here, whatever happens to the place it came from.
      const own =
        sha256 === undefined || isKept?.(sha256) !== true
          ? null
          : `${noticePath(id)}/files/${encodeURIComponent(name)}`;
      const key = sha256 ?? url ?? name;
      if (files.has(key)) continue;
      const kind = typeText(name, type);
      const known = [kind, size === undefined ? '' : sizeText(size)].filter(Boolean);
      files.set(key, {
        name,
        url: own ?? url ?? null,
        type: kind,
        size: size ?? null,
        sha256: sha256 ?? null,
        day: dayOf(publishedAt),
        meta: known.join(labels(locale).record.comma),
      });
    }
  }
  return [...files.values()].toReversed();
}

/** As `ui/Files` lists them; among several notices each with its day. */
export function fileList(
  files: readonly NoticeFile[],
  locale: Locale,
  withDay: boolean,
): { name: string; href: string | undefined; meta: string; sha256: string | undefined }[] {
  const { comma } = labels(locale).record;
  return files.map(({ name, url, meta, day, sha256 }) => ({
    name,
    href: url ?? undefined,
    meta: [meta, withDay ? day : ''].filter(Boolean).join(comma),
    sha256: sha256 ?? undefined,
  }));
}

function typeText(name: string, type: string | undefined): string {
  const extension = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1] ?? /\/([A-Za-z0-9]{1,5})$/.exec(type ?? '')?.[1];
  return extension?.toUpperCase() ?? '';
}

/** `284 KB`, `1.2 MB`. */
function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
