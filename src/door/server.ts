import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Server as NetServer, type AddressInfo } from 'node:net';
import type { Database } from '../database/database.ts';
import type { Space } from '../database/space.ts';
import type { Settings } from '../values/settings.ts';
import type { Answer } from './answer.ts';
import { logFailure } from '../views/error-log.ts';
import { safePath } from '../views/safe-path.ts';
import type { AccessLog } from './access-log.ts';
import { PageCache } from './page-cache.ts';
import { lanes, Turns } from './lane.ts';
import type { Metrics } from './metrics.ts';
import type { PageHandler } from './page-handler.ts';
import { refusalAnswer } from './refusal.ts';
import { clientBehind } from './client.ts';
import { hostsOf, originsOf } from './request.ts';
import { mayContinue, pathIn, respond, type Sources } from './respond.ts';
import { securityHeaders } from './security-headers.ts';
import { refuseConnection, refusalOfError } from './unread.ts';
import type { SlowPages } from './slow-pages.ts';
import { watch } from './sending.ts';
import { staticFiles } from './static-files.ts';
import type { Writing } from './writing.ts';

export interface ServerOptions {
  settings: Pick<Settings, 'host' | 'port' | 'origin'> & Partial<Pick<Settings, 'data' | 'trustedProxies'>>;
  handler: PageHandler;
  /** Makes pages that may take long, on a thread of its own. */
  slow?: SlowPages;
  /** Read-only, and used by nobody else: the page cache learns from it that others have committed. */
  database: Database;
  /** Nobody signs in and nothing is sent in. */
  isReadOnly?: boolean;
  /** `dist/client`. */
  clientFolder?: string;
  now?: () => number;
  /** Whether the database takes writers now; forms wait for it. */
  writing?: Writing;
  /** Of the volume of the data folder: when it is nearly full nothing is taken in. */
  space?: () => Space | null;
  /** How long a reader may take nothing, ms; see `sending.ts`. */
  patience?: number;
  /** Says and counts what was answered. */
  access?: AccessLog;
  /** Answers `/metrics`. */
  metrics?: Metrics;
}

export interface RunningServer {
  /** Where it listens; not the public address. */
  url: string;
  cache: PageCache;
  /** Takes no more connections, finishes what is in flight, and after `limit` ms breaks off the rest. */
  close(limit?: number): Promise<void>;
  /**
   * Leaves its readers to another process that listens on the same port: connections end with their next answer, and an
   * idle one by its own time, so that no request is on its way to a connection that is being closed.
   */
  leave(limit?: number): Promise<void>;
}

/** A client that dawdles over its headers or body is let go: it holds a connection others need. */
const TIMES = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
};

/** Who comes faster than connections are taken waits here; one that finds no place asks again only after a second. */
const BACKLOG = 4_096;

/** The public door: rejects when the port is taken. Standing in front of Astro, it is all the portal shows of HTTP. */
export async function startServer({
  settings,
  handler,
  slow,
  database,
  clientFolder,
  isReadOnly = false,
  now,
  writing,
  space,
  patience,
  access,
  metrics,
}: ServerOptions): Promise<RunningServer> {
  const always = securityHeaders(settings.origin);
  const turns = new Turns();
  const sources: Sources = {
    handler,
    slow,
    lanes: lanes(always, turns),
    database,
    data: settings.data,
    patience,
    writing,
    space,
    metrics,
    always,
    cache: new PageCache(database, { now }),
    files: clientFolder === undefined ? new Map() : staticFiles(clientFolder, always),
    hosts: hostsOf(settings.origin, settings.port),
    origins: originsOf(settings.origin, settings.port),
    clientOf: clientBehind(settings.trustedProxies ?? []),
    isReadOnly,
  };
  let isLeaving = false;
  const server = createServer({ ...TIMES, requireHostHeader: false }, (request, response) => {
    turns.came();
    answer(request, response, sources, isLeaving, access);
  });
  server.on('connection', () => turns.came());
  answerWhatNodeWould(server, sources, () => isLeaving, access);

  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen({ port: settings.port, host: settings.host, backlog: BACKLOG }, resolve),
  );
  const { port, address, family } = server.address() as AddressInfo;
  sources.hosts = hostsOf(settings.origin, port);
  sources.origins = originsOf(settings.origin, port);

  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    cache: sources.cache,
    close: (limit = 10_000) => close(server, limit),
    leave(limit = 10_000) {
      isLeaving = true;
      return leave(server, limit);
    },
  };
}

/**
 * What Node answers by itself, bare: a request that cannot be read or does not arrive, `CONNECT` (which it drops), and
 * `Expect` (RFC 9110 §10.1.1). Nobody is told to go on with a body that will not be taken. `Upgrade` without anybody
 * who listens for it is a request like any other.
 */
function answerWhatNodeWould(
  server: Server,
  sources: Sources,
  isLeaving: () => boolean,
  access: AccessLog | undefined,
): void {
  server.on('clientError', (error, socket) => refuseConnection(socket, refusalOfError(error), sources.always));
  server.on('connect', ({ method }, socket) =>
    refuseConnection(socket, { code: 'method-not-allowed', found: method, expected: 'GET, HEAD' }, sources.always),
  );
  server.on('checkContinue', (request, response) => {
    const goesOn = mayContinue(request, sources);
    if (goesOn) response.writeContinue();
    answer(request, response, sources, isLeaving() || !goesOn, access);
  });
  server.on('checkExpectation', (request, response) => {
    void refusalAnswer({ code: 'bad-expectation' }).with(sources.always).send(request, response, true);
  });
}

/** A connection that is kept alive becomes idle only when its answer is out, so the idle ones are closed again and again. */
function close(server: Server, limit: number): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), 20);
    const breakOff = setTimeout(() => server.closeAllConnections(), limit);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(breakOff);
      resolve();
    });
  });
}

/** `http.Server.close` would end idle connections at once, perhaps under a request that is just coming in; the one it stands on does not. */
function leave(server: Server, limit: number): Promise<void> {
  return new Promise((resolve) => {
    const breakOff = setTimeout(() => server.closeAllConnections(), limit);
    NetServer.prototype.close.call(server, () => {
      clearTimeout(breakOff);
      resolve();
    });
  });
}

/** Names a request in the error log and on the error page. */
const START = randomUUID().slice(0, 8);
let count = 0;

/** One request's failure is its own: it gets a number to name and nothing else, and the others go on. */
function answer(
  request: IncomingMessage,
  response: ServerResponse,
  sources: Sources,
  last: boolean,
  access: AccessLog | undefined,
): void {
  const id = `${START}-${++count}`;
  const { method, url, headers } = request;
  const came = { id, client: sources.clientOf(request).address, method, url, since: performance.now() };
  const failed = (error: unknown) => logFailure({ id, method, path: url && safePath(url), error });
  const broken = (error: unknown) => {
    failed(error);
    return refusalAnswer({ code: 'broken', found: id }, pathIn(url)).with(sources.always);
  };
  const send = (whole: Answer) => {
    // What was asked of the page is not what the reader asked: ranges, tags, HEAD.
    Object.assign(request, { method, url, headers });
    // What is kept goes out within the turn; the rest is compressed first.
    const bytes = whole.sendAtOnce(request, response, last);
    watch(response, whole.body.length, sources.patience);
    if (bytes !== null) return access?.answered(came, response, bytes);
    whole.send(request, response, last).then(
      (sent) => access?.answered(came, response, sent),
      (error: unknown) => {
        failed(error);
        response.destroy();
      },
    );
  };
  try {
    const made = respond(request, id, sources);
    if (made instanceof Promise) made.catch(broken).then(send).catch(failed);
    else send(made);
  } catch (error) {
    send(broken(error));
  }
}
