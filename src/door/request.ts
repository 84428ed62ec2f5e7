import type { IncomingMessage } from 'node:http';
import { done, refuse, type Result } from '../values/result.ts';
import { canonicalQuery, isOpen, PRINT_PARAMETER, routeOf } from '../views/routes.ts';
import { readPath } from './path.ts';

const READING = ['GET', 'HEAD'];
/** RFC 9112 §3 asks for 8000 at least. */
const LONGEST_ADDRESS = 8_000;
const BODY_KILOBYTES = 256;
/**
 * A draft, as a form or a program sends it. Its limit is counted in characters (`LONGEST_DRAFT`), and a form writes a character
 * of Chinese in nine bytes, and the names of blank boxes beside: whoever keeps the limit never meets this one.
 */
const DRAFT_KILOBYTES = 4 * 1024;
const DRAFT_PATHS = /^\/(?:office\/drafts\/[\w-]+(?:\/autosave)?|api\/office\/notices)$/;
/** Files come one a request (50 MiB, and what the form adds), tables are smaller. */
const FILE_KILOBYTES = 51 * 1024;
const FILE_PATHS = /^\/(?:office\/drafts\/[\w-]+\/files|api\/office\/attachments)$/;
/** A file of evidence, and what the form adds. */
const EVIDENCE_KILOBYTES = 5 * 1024;
const EVIDENCE_PATHS = /^(?:\/(?:en|hant))?\/complaints\/follow$/;
const TABLE_KILOBYTES = 10 * 1024;
const TABLE_PATHS = /^\/office\/(?:upload|catalogue)$/;
/** Over TLS `__Host-` keeps other hosts of the domain from setting it; a plain http origin has a plain one. */
const SESSION_COOKIES = ['__Host-session', 'session'];

/** Where a request goes: `path` in its one spelling, `query` reduced to what the route takes, with its `?`. */
export interface Target {
  path: string;
  query: string;
  /** It was written in another way: a reader is sent to this one. */
  isMisspelt: boolean;
}

/** The names this server answers to: the public one, and those by which this machine calls itself. */
export function hostsOf(origin: string, port: number): Set<string> {
  const { host, hostname, protocol } = new URL(origin);
  const standardPort = protocol === 'https:' ? 443 : 80;
  const named = host === hostname ? [host, `${host}:${standardPort}`] : [host];
  return new Set([...named, `127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]);
}

/** The origins of pages that this server serves under those names. */
export function originsOf(origin: string, port: number): Set<string> {
  return new Set([
    new URL(origin).origin,
    `http://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    `http://[::1]:${port}`,
  ]);
}

/**
 * Refusals: `no-host`; `bad-host` (twice, or several); `unknown-host` (another site's name pointed here);
 * `address-too-long`; `method-not-allowed`; `bad-address` (see `readPath`); `body-too-large`.
 */
export function readTarget(request: IncomingMessage, hosts: ReadonlySet<string>): Result<Target> {
  const { host } = request.headers;
  if (!host) return refuse({ code: 'no-host' });
  if (!hosts.has(host) && !hosts.has(host.toLowerCase()))
    return refuse(/[\s,/@]/.test(host) ? { code: 'bad-host' } : { code: 'unknown-host', expected: [...hosts][0] });
  // Node keeps the first of two; whoever stands in front may have kept the second (RFC 9112 §3.2).
  if (timesIn(request.rawHeaders, 'host') > 1) return refuse({ code: 'bad-host' });
  const { url = '', method = '' } = request;
  if (url.length > LONGEST_ADDRESS) return refuse({ code: 'address-too-long', expected: String(LONGEST_ADDRESS) });
  const target = targetOf(url);
  const methods = target.ok ? methodsOf(target.value.path) : READING;
  // What is no path has no methods of its own.
  if (!methods.includes(method) && (target.ok || method !== 'POST'))
    return refuse({ code: 'method-not-allowed', found: method, expected: methods.join(', ') });
  if (!target.ok) return target;
  // A form that was sent is not sent on.
  if (method === 'POST' && target.value.isMisspelt) return refuse({ code: 'bad-address' });
  if (Number(request.headers['content-length'] ?? 0) > limitOf(target.value.path) * 1024)
    return tooLarge(target.value.path);
  return target;
}

/** A browser asks by `OPTIONS` whether a page of another site may read what programs read. */
function methodsOf(path: string): string[] {
  const route = routeOf(path)?.route;
  if (route?.takesPosts) return [...READING, 'POST'];
  if (route?.isAsked) return [...READING, 'POST', 'OPTIONS'];
  return isOpen(path) ? [...READING, 'OPTIONS'] : READING;
}

function timesIn(rawHeaders: readonly string[], name: string): number {
  let times = 0;
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]!.length === name.length && rawHeaders[at]!.toLowerCase() === name) times++;
  return times;
}

/** Most requests: nothing to take apart. A dot in the name of a record is written in another way. */
const PLAIN_PATH = /^\/(?![^.]*records\/[^/]*\.)(?:[\w-][\w.-]*(?:\/[\w-][\w.-]*)*)?$/;

/** Refusal: `bad-address`. */
function targetOf(address: string): Result<Target> {
  if (PLAIN_PATH.test(address)) return done({ path: address, query: '', isMisspelt: false });
  const known = takenApart.get(address);
  if (known) return known;
  const target = takeApart(address);
  if (address.length < 500) {
    if (takenApart.size >= 2_000) takenApart.clear();
    takenApart.set(address, target);
  }
  return target;
}

/** What many readers ask for is taken apart once. */
const takenApart = new Map<string, Result<Target>>();

function takeApart(address: string): Result<Target> {
  const [, written = '', search = ''] = /^([^?]*)(.*)$/s.exec(address)!;
  const path = search.includes('#') ? null : readPath(written);
  if (path === null) return refuse({ code: 'bad-address' });
  // Pages of the office are kept by nobody, and read their own parameters.
  const isWhole = search === '' || isOffice({ path });
  return done({
    path,
    query: isWhole
      ? (URL.parse(search, 'http://gongshi')?.search ?? '')
      : canonicalQuery(path, new URLSearchParams(search)),
    isMisspelt: path !== written,
  });
}

/** Nobody is signed in, and nobody asks for a change of print: only such readers are served from the page cache. */
export function isAnonymous({ headers }: IncomingMessage): boolean {
  return (
    headers.authorization === undefined &&
    (headers.cookie === undefined || !cookieNames(headers.cookie).some((name) => SESSION_COOKIES.includes(name)))
  );
}

/** What is posted there is a question, from whatever page it comes. */
export function isQuestion({ method }: IncomingMessage, { path }: Pick<Target, 'path'>): boolean {
  return method === 'POST' && routeOf(path)?.route.isAsked === true;
}

/** The back office: never kept, whoever asks. */
export function isOffice({ path }: Pick<Target, 'path'>): boolean {
  return routeOf(path)?.route.lane === 'office';
}

/**
 * Whether a request that may change something comes from our own pages: a browser says where a form or a script that
 * sends it stands (`Origin`, `Sec-Fetch-Site`). What says neither is no browser; it may come in only without cookies,
 * by a unit's token. Refusal: `cross-site`. (Astro's own check lets JSON through.)
 */
export function checkOrigin(
  { headers }: IncomingMessage,
  { path }: Pick<Target, 'path'>,
  origins: ReadonlySet<string>,
): Result<null> {
  if (routeOf(path)?.route.fromAnywhere) return done(null);
  const site = headers['sec-fetch-site'];
  const own =
    headers.origin === undefined
      ? site === 'same-origin'
      : origins.has(headers.origin) && (site === undefined || site === 'same-origin');
  const isMachine =
    headers.origin === undefined &&
    site === undefined &&
    headers.cookie === undefined &&
    headers.authorization !== undefined;
  return own || isMachine ? done(null) : refuse({ code: 'cross-site' });
}

export function changesPrint({ query }: Target): boolean {
  return query.includes(PRINT_PARAMETER) && new URLSearchParams(query).has(PRINT_PARAMETER);
}

export function wantsLargePrint({ headers }: IncomingMessage): boolean {
  return headers.cookie !== undefined && /(?:^|;)\s*print=large\s*(?:;|$)/.test(headers.cookie);
}

function cookieNames(header = ''): string[] {
  return header.split(';').map((one) => one.split('=', 1)[0]!.trim());
}

/** The body, whole. Refusal: `body-too-large`; the rest is then read and thrown away, so that the answer arrives. */
export async function readBody(request: IncomingMessage, path: string): Promise<Result<Buffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limitOf(path) * 1024) return tooLarge(path);
    chunks.push(chunk);
  }
  return done(Buffer.concat(chunks));
}

/** What is large is taken as it comes, by whoever knows who sends it. */
export function isStreamed(path: string): boolean {
  return FILE_PATHS.test(path) || TABLE_PATHS.test(path);
}

/** The body as it comes, and not more of it than may come; the rest fails the reading. */
export async function* limitedBody(request: IncomingMessage, path: string): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limitOf(path) * 1024) throw new Error('body too large');
    yield chunk;
  }
}

function limitOf(path: string): number {
  if (FILE_PATHS.test(path)) return FILE_KILOBYTES;
  if (TABLE_PATHS.test(path)) return TABLE_KILOBYTES;
  if (EVIDENCE_PATHS.test(path)) return EVIDENCE_KILOBYTES;
  return DRAFT_PATHS.test(path) ? DRAFT_KILOBYTES : BODY_KILOBYTES;
}

function tooLarge(path: string): Result<never> {
  const limit = limitOf(path);
  return refuse({ code: 'body-too-large', expected: limit < 1024 ? `${limit} kB` : `${Math.floor(limit / 1024)} MB` });
}
