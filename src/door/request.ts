import type { IncomingMessage } from 'node:http';
import { done, refuse, type Result } from '../values/result.ts';
import { asRecordPath } from '../views/address.ts';
import { canonicalQuery, PRINT_PARAMETER, routeOf } from '../views/routes.ts';

const METHODS = ['GET', 'HEAD', 'POST'];
const BODY_KILOBYTES = 256;
/** Files come one a request (50 MiB, and what the form adds), tables are smaller. */
const FILE_KILOBYTES = 51 * 1024;
const FILE_PATHS = /^\/office\/drafts\/[\w-]+\/files$/;
const TABLE_KILOBYTES = 10 * 1024;
const TABLE_PATHS = /^\/office\/(?:upload|catalogue)$/;
/** Over TLS `__Host-` keeps other hosts of the domain from setting it; a plain http origin has a plain one. */
const SESSION_COOKIES = ['__Host-session', 'session'];

/** Where a request goes: `path` as it came, `query` reduced to what the route takes, with its `?`. */
export interface Target {
  path: string;
  query: string;
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
 * Refusals: `no-host`; `unknown-host` (another site's name pointed here); `method-not-allowed`; `body-too-large`;
 * `bad-address` (see `targetOf`).
 */
export function readTarget(request: IncomingMessage, hosts: ReadonlySet<string>): Result<Target> {
  const { host } = request.headers;
  if (!host) return refuse({ code: 'no-host' });
  if (!hosts.has(host) && !hosts.has(host.toLowerCase()))
    return refuse({ code: 'unknown-host', expected: [...hosts][0] });
  if (!METHODS.includes(request.method ?? ''))
    return refuse({ code: 'method-not-allowed', found: request.method, expected: METHODS.join(', ') });
  const target = targetOf(request.url ?? '');
  if (target.ok && Number(request.headers['content-length'] ?? 0) > limitOf(target.value.path) * 1024)
    return tooLarge(target.value.path);
  return target;
}

/** Most requests: nothing to take apart. */
const PLAIN_PATH = /^\/(?:[\w-][\w.-]*(?:\/[\w-][\w.-]*)*)?$/;

/**
 * Refuses what no page of ours is called: another form than a path, `//` and `\` (which a redirect would carry to
 * another site), control characters, broken percent signs.
 */
function targetOf(address: string): Result<Target> {
  if (PLAIN_PATH.test(address)) return done({ path: address, query: '' });
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
  const url = /^\/(?![/\\])/.test(address) ? URL.parse(`http://gongshi${address}`) : null;
  if (!url || !isPlain(url.pathname)) return refuse({ code: 'bad-address' });
  // Pages of the office are kept by nobody, and read their own parameters.
  const isWhole = url.search === '' || isOffice({ path: url.pathname });
  return done({
    path: asRecordPath(url.pathname),
    query: isWhole ? url.search : canonicalQuery(url.pathname, url.searchParams),
  });
}

function isPlain(path: string): boolean {
  if (path.startsWith('//')) return false;
  try {
    return !/[\u0000-\u001f\u007f\\]/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/** Nobody is signed in, and nobody asks for a change of print: only such readers are served from the page cache. */
export function isAnonymous({ headers }: IncomingMessage): boolean {
  return (
    headers.authorization === undefined &&
    (headers.cookie === undefined || !cookieNames(headers.cookie).some((name) => SESSION_COOKIES.includes(name)))
  );
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
export function checkOrigin({ headers }: IncomingMessage, origins: ReadonlySet<string>): Result<null> {
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
  return FILE_PATHS.test(path) ? FILE_KILOBYTES : TABLE_PATHS.test(path) ? TABLE_KILOBYTES : BODY_KILOBYTES;
}

function tooLarge(path: string): Result<never> {
  return refuse({ code: 'body-too-large', expected: String(limitOf(path)) });
}
