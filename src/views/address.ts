import { LOCALES, PUBLISHED, type Locale } from '../locales/labels.ts';
import type { RecordRow } from '../notices/release.ts';
import { findRegister } from '../registers/registers.ts';

/** Addresses inside the portal. All are paths: an absolute one begins with the configured origin, never the Host header. */
const PREFIX: Record<Locale, string> = { zh: '', hant: '/hant', en: '/en' };

/** The path in a language: `/search` → `/en/search`, `/` → `/en`. */
export function href(locale: Locale, path: string): string {
  const prefix = PREFIX[locale];
  if (!prefix) return path;
  return path === '/' || /^\/[?#]/.test(path) ? prefix + path.slice(1) : prefix + path;
}

/** The language of an address, and the path of the page that speaks it. */
export function splitLocale(pathname: string): { locale: Locale; path: string } {
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(pathname) ?? [];
  const prefixed = LOCALES.find((locale) => locale !== PUBLISHED && locale === first);
  return prefixed ? { locale: prefixed, path: rest || '/' } : { locale: PUBLISHED, path: pathname };
}

/**
 * A record's ocid is whatever its publisher made it: `…/001/CY`, `50% #2`. In its address all but letters, digits and
 * `. _ - :` is written `~2F`, for what a server makes of `%2F` or `%25` in a path no two agree on; so is the dot before a
 * last word, which would be taken for a face of the page.
 */
/** The picture of a record, by the address of its page. */
export function picturePath(path: string): string {
  return path.replace(/^\/records\//, '/pictures/');
}

export function recordPath(ocid: string): string {
  const segment = ocid.replace(/[^\p{L}\p{N}._:-]|\.(?=[A-Za-z]+$)|^\.+$/gu, (part) =>
    [...new TextEncoder().encode(part)].map((byte) => `~${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
  return `/records/${encodeURIComponent(segment)}`;
}

/** The ocid that a segment of an address names. */
export function ocidIn(segment: string): string {
  return segment.replace(/(?:~[0-9A-F]{2})+/g, (bytes) =>
    new TextDecoder().decode(Uint8Array.from(bytes.slice(1).split('~'), (byte) => parseInt(byte, 16))),
  );
}

/**
 * An address of a record as this portal writes it: with anything in it written `%2F`, as others make it of an ocid, or
 * `~41` for a letter, it is the same record's.
 */
export function asRecordPath(path: string): string {
  const [, locale, segment, face = ''] = (path.includes('/records/') && RECORD.exec(path)) || [];
  return segment === undefined ? path : `${locale}${recordPath(ocidIn(decodeURIComponent(segment)))}${face}`;
}

const RECORD = /^((?:\/en|\/hant)?)\/records\/([^/]+?)(\.json|\.ics|\.atom)?$/;

/** The page that tells a record: its register's own, or the one that every record has. */
export function pathOf({ ocid, register, compiled }: Pick<RecordRow, 'ocid' | 'register' | 'compiled'>): string {
  return findRegister(register)?.page?.(compiled) ?? recordPath(ocid);
}

export function noticePath(id: number): string {
  return `/notices/${id}`;
}

export type Query = Record<string, string | number | readonly string[] | undefined>;

/** A path with parameters; empty ones are left out and several values repeat the name. */
export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') search.append(name, String(one));
    }
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** The articles that a provision names: each is an anchor on the page of its law. */
export function articlesIn(provision: string): string[] {
  return provision.match(/第[〇零一二三四五六七八九十百]+条/g) ?? [];
}

/** Where a provision stands on the page of its law: at its articles, or at its heading where it has none. */
export function anchorsIn(provision: string): string[] {
  const articles = articlesIn(provision);
  return articles.length > 0 ? articles : [provision.replace(/\s+/g, '-')];
}

/** A provision on the page of its law, at its first article; null where the law has no page here. */
export function lawPath(page: string | undefined, provision: string): string | null {
  if (page === undefined) return null;
  const [article] = articlesIn(provision);
  return `/laws/${page}${article ? `#${article}` : ''}`;
}
