import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isLoopback, memberOf, plainAddress, type Network } from '../values/network.ts';

/** Whom a request comes from. */
export interface Client {
  /** In its one spelling; '' when the connection is gone. */
  address: string;
  /** It sits at this machine, as far as can be seen. */
  isLocal: boolean;
}

/** Tells whom a request comes from, where `proxies` are believed in what they say of it. */
export type ClientOf = (request: IncomingMessage) => Client;

/**
 * The client's address is that of the connection, unless a trusted proxy holds it: then it is the last one that the
 * proxies name and that is none of theirs, from the right end of `X-Forwarded-For` or `Forwarded` (RFC 7239 §4). What
 * stands further left the client may have written itself. Whatever cannot be read ends the walk where it stands, and so
 * do two headers that differ: of one of them the proxies may know nothing.
 *
 * A client is at this machine when its address is, it calls the server by this machine's name, and no proxy unknown to
 * us says that it stands between; a trusted one that names nobody may stand between as well.
 */
export function clientBehind(proxies: readonly Network[]): ClientOf {
  const isTrusted = memberOf(proxies);
  return ({ socket, headers }) => {
    const peer = plainAddress((socket.remoteAddress ?? '').replace(/%.*/, '')) ?? '';
    const isForwarded = FORWARDING.some((name) => headers[name] !== undefined);
    if (peer === '' || !isTrusted(peer)) return { address: peer, isLocal: !isForwarded && isHere(peer, headers) };
    const ends = hopsOf(headers).map((hops) => walk(peer, hops, isTrusted));
    const [first] = ends;
    if (!first || ends.some(({ address }) => address !== first.address)) return { address: peer, isLocal: false };
    return { address: first.address, isLocal: ends.every(({ isRead }) => isRead) && isHere(first.address, headers) };
  };
}

/** What proxies add; seen from one that is not trusted, it says only that there is one. */
const FORWARDING = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'x-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'via',
];

function isHere(address: string, { host = '' }: IncomingHttpHeaders): boolean {
  return isLoopback(address) && LOCAL_HOST.test(host);
}

const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** Headers of ours, and those of proxies: no page is told what a client wrote into them. */
export function withoutClaims(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !OURS.includes(name) && !FORWARDING.includes(name) && !name.startsWith('x-forwarded-'),
    ),
  );
}

const OURS = ['x-client-address', 'x-client-local', 'x-request-id'];

/** Of each header that is there, whom it names, the nearest first; null for what cannot be read. */
function hopsOf(headers: IncomingHttpHeaders): (string | null)[][] {
  const listed = headers['x-forwarded-for'];
  return [
    ...(listed === undefined ? [] : [[listed].flat().join(',').split(',').map(nodeOf)]),
    ...(headers.forwarded === undefined ? [] : [forwardedOf(headers.forwarded)]),
  ].map((hops) => hops.toReversed());
}

/** From the connection leftwards as long as those who speak are trusted; `isRead`: nothing unreadable ended it. */
function walk(
  peer: string,
  hops: readonly (string | null)[],
  isTrusted: (address: string) => boolean,
): { address: string; isRead: boolean } {
  let address = peer;
  for (const hop of hops) {
    if (!isTrusted(address)) break;
    if (hop === null) return { address, isRead: false };
    address = hop;
  }
  return { address, isRead: true };
}

/** `192.0.2.1`, `192.0.2.1:80`, `[2001:db8::1]:80`, and the bare `2001:db8::1` of X-Forwarded-For. */
function nodeOf(text: string): string | null {
  const node = text.trim();
  const [, v6, v4] = /^(?:\[([0-9A-Fa-f:.]+)\]|([\d.]+))(?::(?:\d{1,5}|_[\w.-]+))?$/.exec(node) ?? [];
  if (v6 !== undefined) return v6.includes(':') ? plainAddress(v6) : null;
  return plainAddress(v4 ?? node);
}

const TOKEN = "[!#$%&'*+.^_`|~\\w-]+";
const PAIR = new RegExp(`[ \\t]*(${TOKEN})=(?:(${TOKEN})|"((?:[^"\\\\]|\\\\.)*)")[ \\t]*([;,]|$)`, 'y');

/**
 * The `for` of each element. A header that is not written by the rules is read as naming nobody: a quotation mark that
 * a client left open would swallow what the proxy wrote behind it.
 */
function forwardedOf(header: string): (string | null)[] {
  const elements: string[][] = [[]];
  PAIR.lastIndex = 0;
  for (let end = ''; PAIR.lastIndex < header.length || end !== '';) {
    const pair = PAIR.exec(header);
    if (!pair) return [null];
    const [, name, token, quoted, after] = pair;
    const value = token ?? quoted!.replace(/\\(.)/g, '$1');
    if (name!.toLowerCase() === 'for') elements.at(-1)!.push(token?.includes(':') ? '' : value);
    if (after === ',') elements.push([]);
    end = after!;
  }
  return elements.map((named) => (named.length === 1 ? forwardedNode(named[0]!) : null));
}

/** An IPv6 address stands in brackets (RFC 7239 §6). */
function forwardedNode(text: string): string | null {
  return /^(?:[\d.]+(?::[^:]*)?$|\[)/.test(text) ? nodeOf(text) : null;
}
