import { FILE_HEADER } from '../notices/attachments/download.ts';
import { filePath } from '../notices/attachments/keep.ts';
import { BULK_HEADER, bulkPath } from '../views/bulk/files.ts';
import type { Refusal } from '../values/result.ts';
import { OPEN } from '../views/faces.ts';
import { isForMachines, laneOf, routeOf } from '../views/routes.ts';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Database } from '../database/database.ts';
import { isScarce, type Space } from '../database/space.ts';
import { Answer } from './answer.ts';
import { withoutClaims, type ClientOf } from './client.ts';
import { health, readiness } from './health.ts';
import { FileAnswer } from './file-answer.ts';
import type { PageCache } from './page-cache.ts';
import { RETRY_AFTER, type Lanes } from './lane.ts';
import { mayReadMetrics, metricsAnswer, type Metrics } from './metrics.ts';
import { capture, type PageHandler } from './page-handler.ts';
import { readPath } from './path.ts';
import { refusalAnswer } from './refusal.ts';
import {
  changesPrint,
  checkOrigin,
  isAnonymous,
  isOffice,
  isQuestion,
  isStreamed,
  limitedBody,
  readBody,
  readTarget,
  wantsLargePrint,
  type Target,
} from './request.ts';
import type { SlowPages } from './slow-pages.ts';
import { tryAgain } from './try-again.ts';
import type { Writing } from './writing.ts';

/** What answers are made from. */
export interface Sources {
  handler: PageHandler;
  /** Makes what may take long; the handler does where there is none. */
  slow?: SlowPages;
  lanes: Lanes;
  cache: PageCache;
  /** By path. */
  files: ReadonlyMap<string, Answer>;
  database: Database;
  /** The data folder, whose files pages may name. */
  data?: string | undefined;
  patience?: number | undefined;
  metrics?: Metrics | undefined;
  /** Sent with every answer. */
  always: Record<string, string>;
  /** Hosts the server answers to; the first is the public one. */
  hosts: ReadonlySet<string>;
  /** Origins whose pages may send forms: the public one, and this machine's own names. */
  origins: ReadonlySet<string>;
  clientOf: ClientOf;
  /** Whether the database takes writers now. */
  writing?: Writing | undefined;
  /** Of the volume of the data folder. */
  space?: (() => Space | null) | undefined;
  /** The database may not be written: the back office is shut, and nothing is taken in. */
  isReadOnly: boolean;
}

/** The answer to a request: a refusal, `/healthz`, a file, or a page. `id` names the request in the error log. */
export function respond(request: IncomingMessage, id: string, sources: Sources): Answer | Promise<Answer> {
  const target = readTarget(request, sources.hosts);
  if (!target.ok) return refusalAnswer(target.refusals[0]!, pathIn(request.url)).with(sources.always);
  if (request.method === 'OPTIONS') return preflight(target.value).with(sources.always);
  if (target.value.isMisspelt) return moved(target.value).with(sources.always);
  if (isQuestion(request, target.value)) return respondToQuestion(request, id, target.value, sources);
  if (sources.isReadOnly && (request.method === 'POST' || isOffice(target.value)))
    return refusalAnswer({ code: 'read-only' }, target.value.path).with(sources.always);
  if (request.method === 'POST') return respondToPost(request, id, target.value, sources);
  if (target.value.path === '/healthz') return health(sources.database).with(sources.always);
  if (target.value.path === '/readyz') return readiness(sources.database, sources).with(sources.always);
  if (target.value.path === '/metrics' && sources.metrics && mayReadMetrics(request, sources.metrics))
    return metricsAnswer(sources.metrics, sources.database, sources.always);
  return sources.files.get(target.value.path) ?? respondWithPage(request, id, target.value, sources);
}

/** Whether the body that somebody asks leave to send would be read. */
export function mayContinue(request: IncomingMessage, { hosts, origins }: Sources): boolean {
  const target = readTarget(request, hosts);
  return request.method === 'POST' && target.ok && checkOrigin(request, target.value, origins).ok;
}

/** As it came, in its one spelling where it has one: a program that is refused there is told as programs are. */
export function pathIn(url = ''): string {
  const written = /^[^?#]*/.exec(url)![0];
  return readPath(written) ?? written;
}

/** Pages of other sites may read what programs read, without a key, and say what they have already (Fetch §3.2). */
function preflight({ path }: Target): Answer {
  const asked = routeOf(path)?.route.isAsked ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'];
  return new Answer(
    204,
    {
      ...OPEN,
      allow: [...asked, 'OPTIONS'].join(', '),
      'access-control-allow-methods': asked.join(', '),
      'access-control-allow-headers': 'Accept, Accept-Language, Content-Type, If-None-Match, MCP-Protocol-Version',
      'access-control-max-age': '86400',
      'cache-control': 'no-store',
    },
    '',
  );
}

/** To the one spelling; a path, so it leads nowhere else. */
function moved({ path, query }: Target): Answer {
  return new Answer(308, { location: path + query, 'cache-control': 'no-cache' }, '');
}

/** An administrator must be able to come in and see why; it writes next to nothing. */
const WAYS_IN = /^\/office\/(?:sign-in|sign-out|factor|passkey)$/;

async function respondToPost(request: IncomingMessage, id: string, target: Target, sources: Sources): Promise<Answer> {
  const allowed = checkOrigin(request, target, sources.origins);
  if (!allowed.ok) return uninvited(request, allowed.refusals[0]!, target).with(sources.always);
  const free = sources.space?.();
  if (free && isScarce(free) && !WAYS_IN.test(target.path))
    return refusalAnswer({ code: 'disk-full' }, target.path).with(sources.always);
  // The adapter takes the body from here.
  if (isStreamed(target.path)) Object.assign(request, { body: limitedBody(request, target.path) });
  else {
    const body = await readBody(request, target.path);
    if (!body.ok) return refusalAnswer(body.refusals[0]!, target.path).with(sources.always);
    Object.assign(request, { body: body.value });
  }
  const { body } = request as { body?: unknown };
  const type = request.headers['content-type'];
  const busy = () => tryAgain(target.path + target.query, type, body, sources.always);
  if (sources.writing && !(await sources.writing.isFree())) return busy();
  const answer = await admit(request, id, target, request.headers, sources);
  // The lock was taken between the look and the act.
  return answer.status === 503 && answer.body.length === 0 ? busy() : answer;
}

/** Nothing of who asks goes along, and nothing is kept: it is no form. */
async function respondToQuestion(
  request: IncomingMessage,
  id: string,
  target: Target,
  sources: Sources,
): Promise<Answer> {
  const body = await readBody(request, target.path);
  if (!body.ok) return refusalAnswer(body.refusals[0]!, target.path).with(sources.always);
  Object.assign(request, { body: body.value });
  const passed = Object.fromEntries(QUESTION_HEADERS.map((name) => [name, request.headers[name]]));
  return admit(request, id, target, passed, sources);
}

const QUESTION_HEADERS = ['content-type', 'accept', 'mcp-protocol-version'];

/** A program that forgot its token is told so, and not that it comes from another site. */
function uninvited({ headers }: IncomingMessage, refusal: Refusal, { path }: Target): Answer {
  const isTokenless = isForMachines(path) && headers.authorization === undefined;
  return refusalAnswer(isTokenless ? { code: 'token-wrong' } : refusal, path);
}

function respondWithPage(
  request: IncomingMessage,
  id: string,
  target: Target,
  sources: Sources,
): Answer | Promise<Answer> {
  if (!isAnonymous(request) || isOffice(target) || changesPrint(target))
    return admit(request, id, target, request.headers, sources);
  const print = wantsLargePrint(request) ? 'large' : 'normal';
  const key = `${print} ${target.path}${target.query}`;
  // Of what this reader sent nothing but the print reaches the page, so nothing else can be kept for the next one.
  const passed: IncomingHttpHeaders = print === 'large' ? { cookie: 'print=large' } : {};
  return sources.cache.find(key) ?? sources.cache.make(key, () => admit(request, id, target, passed, sources));
}

/** Into the lane where there is room for it; see `Lane`. */
function admit(
  request: IncomingMessage,
  id: string,
  target: Target,
  headers: IncomingHttpHeaders,
  sources: Sources,
): Promise<Answer> {
  const lane = laneOf(target.path, target.query);
  const slow = lane === 'slow' && (request.method !== 'POST' || isQuestion(request, target)) ? sources.slow : undefined;
  return sources.lanes[lane].run(() => askPage(request, id, target, headers, slow, sources), target.path);
}

/** The database was held all the while that a page was made. */
function comeAgain(path: string): Answer {
  return refusalAnswer({ code: 'too-many', expected: RETRY_AFTER }, path).with({ 'retry-after': RETRY_AFTER });
}

/** A HEAD request is asked as GET: the answer may be kept, and `Answer.send` leaves the body out. */
async function askPage(
  request: IncomingMessage,
  id: string,
  target: Target,
  headers: IncomingHttpHeaders,
  slow: SlowPages | undefined,
  { handler, hosts, always, data, clientOf }: Sources,
): Promise<Answer> {
  const anonymous = isAnonymous(request) && !isOffice(target);
  const url = target.path + target.query;
  const client = isOffice(target) ? clientOf(request) : null;
  const passed = {
    ...withoutClaims(headers),
    host: [...hosts][0],
    'x-request-id': id,
    ...(client && { 'x-client-address': client.address }),
    ...(client?.isLocal && { 'x-client-local': '1' }),
  };
  const {
    status,
    headers: made,
    body,
  } = await (slow
    ? slow.ask(url, passed, (request as { body?: Uint8Array }).body)
    : capture(handler, asGet(request, url, passed)));
  // Who posts is told what was typed; see `respondToPost`.
  if (status === 503 && body.length === 0 && request.method !== 'POST') return comeAgain(target.path).with(always);
  if (status === 507) return refusalAnswer({ code: 'disk-full' }, target.path).with(always);
  const { [FILE_HEADER]: named, [BULK_HEADER]: stored, ...headersMade } = made;
  const answer =
    status !== 200 || data === undefined
      ? null
      : typeof named === 'string'
        ? new FileAnswer(headersMade, filePath(data, named), named)
        : typeof stored === 'string'
          ? new FileAnswer(headersMade, bulkPath(data, stored), stored)
          : null;
  return finished(
    answer ?? new Answer(status, headersMade, body, routeOf(target.path)?.route.hasClock ?? false),
    anonymous,
    always,
  );
}

function finished(answer: Answer, anonymous: boolean, always: Record<string, string>): Answer {
  // A file is handed out under a policy of its own, stricter than that of pages.
  const policy = answer.header('content-security-policy');
  const lifetime = anonymous ? (answer.header('cache-control') ?? 'no-cache') : 'private, no-store';
  return answer.with({
    ...always,
    ...(policy && { 'content-security-policy': policy }),
    'cache-control': lifetime,
    vary: 'Accept-Encoding, Cookie',
  });
}

function asGet(request: IncomingMessage, url: string, headers: IncomingHttpHeaders): IncomingMessage {
  if (request.method === 'HEAD') request.method = 'GET';
  return Object.assign(request, { url, headers });
}
