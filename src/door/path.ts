import { asRecordPath } from '../views/address.ts';
import { routeOf } from '../views/routes.ts';

/**
 * The one spelling of the path of an address, with which all behind the door work; null for what no page of ours is
 * called, however it is written: empty, `.` and `..` segments, `\`, control characters, broken percent signs and UTF-8
 * (RFC 3986 §2.1, RFC 3629 §3), and in the words of an address also what another server may take for a slash, a
 * parameter or one more percent sign. A name that is somebody else's (an ocid, a file, a code) may hold those.
 */
export function readPath(address: string): string | null {
  // Octets that should have been written `%XX` Node refuses; a fragment is no part of a request (RFC 9112 §3.2).
  if (!/^\/[!-~]*$/.test(address) || address.includes('#')) return null;
  const parts = address
    .replace(/(?<=[^/])\/$/, '')
    .split('/')
    .slice(1);
  const segments = parts.map(decode);
  if (segments.some((segment) => segment === null)) return null;
  const names = segments as string[];
  if (names.length > 1 ? !names.every(mayStand) : names[0] !== '' && !mayStand(names[0]!)) return null;
  const path = `/${names.map(encode).join('/')}`;
  if (names.some((name, at) => AMBIGUOUS.test(name) && !isName(path, at))) return null;
  return asRecordPath(path);
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** `@` is written as it is, as every browser does. */
function encode(segment: string): string {
  return encodeURIComponent(segment).replaceAll('%40', '@');
}

function mayStand(segment: string): boolean {
  return !/^\.{0,2}$|[\u0000-\u001f\u007f-\u009f\\]/.test(segment);
}

/** Slashes and what looks or folds like them, `;` (a parameter to some servers), a percent sign that was encoded, its wide form. */
const AMBIGUOUS = /[/;\u2044\u2215\u2216\u29f5\u29f8\u29f9\ufe68\uff0e\uff0f\uff1b\uff3c\uff05]|%[0-9a-f]{2}/i;

/** Whether the segment is what a route leaves open (`[ocid]`, `[name]`), and no word of the address. */
function isName(path: string, at: number): boolean {
  const words = routeOf(path)?.route.path.split('/').slice(1) ?? [];
  const prefixed = /^\/(?:en|hant)\//.test(path) ? 1 : 0;
  return /^\[\w+\]$/.test(words[at - prefixed] ?? '');
}
