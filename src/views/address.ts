import type { Locale } from '../locales/labels.ts';
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

export function recordPath(ocid: string): string {
  return `/records/${encodeURIComponent(ocid)}`;
}

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
