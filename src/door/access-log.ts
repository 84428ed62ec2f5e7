import type { ServerResponse } from 'node:http';
import { count, LANES } from '../watch/counts.ts';
import type { DayLog } from '../watch/day-log.ts';
import type { Counter } from '../watch/served.ts';
import { canonicalQuery, laneOf, routeOf } from '../views/routes.ts';
import { pathOf, safePath } from '../views/safe-path.ts';

export interface AccessLogOptions {
  log: DayLog;
  counter: Counter;
  /** Whether what readers search for is written down. */
  queries: boolean;
  now?: () => number;
}

/** A request as it came: what makes its page may change it. `since`: by `performance.now`. */
export interface Came {
  id: string;
  /** The address it came from. */
  client: string;
  method: string | undefined;
  url: string | undefined;
  since: number;
}

/**
 * Says of each request who asked what, how it was answered and how long that took; and counts it. Of the query nothing
 * is kept unless the operator wants it, and never that of the office. No header is written: cookies and tokens stand there.
 */
export class AccessLog {
  readonly #log: DayLog;
  readonly #counter: Counter;
  readonly #queries: boolean;
  readonly #now: () => number;
  readonly #known = new Map<string, Described>();
  #moment = 0;
  #written = '';

  constructor({ log, counter, queries, now = Date.now }: AccessLogOptions) {
    this.#log = log;
    this.#counter = counter;
    this.#queries = queries;
    this.#now = now;
  }

  /** Called once for each request, when its answer has been handed to the socket. */
  answered({ id, client, method = '', url = '', since }: Came, response: ServerResponse, bytes: number): void {
    const ms = performance.now() - since;
    const { lane, path } = this.#describe(url);
    const status = response.statusCode;
    count(this.#counter.counts, lane, status, ms);
    // An address and a method that the parser knows have nothing to escape.
    this.#log.write(
      `{"at":"${this.#at()}","client":"${client}","method":"${method}",${path},"status":${status},"ms":${Math.round(ms * 10) / 10},"bytes":${method === 'HEAD' ? 0 : bytes},"id":"${id}"}\n`,
    );
  }

  /** What many readers ask for is described once. */
  #describe(url: string): Described {
    const known = this.#known.get(url);
    if (known) return known;
    const described = describe(url, this.#queries);
    if (url.length < 500) {
      if (this.#known.size >= MOST_KEPT) this.#known.clear();
      this.#known.set(url, described);
    }
    return described;
  }

  #at(): string {
    const now = this.#now();
    if (now !== this.#moment) {
      this.#moment = now;
      this.#written = new Date(now).toISOString();
    }
    return this.#written;
  }
}

/** The part of a line, and of the counting, that the address decides. */
interface Described {
  lane: number;
  path: string;
}

const MOST_KEPT = 2_000;
const LONGEST = 500;

function describe(url: string, queries: boolean): Described {
  const path = pathOf(url);
  const query = queries ? queryOf(url) : '';
  return {
    lane: LANES.indexOf(countedLane(url)),
    path: `"path":${JSON.stringify(safePath(url).slice(0, LONGEST))}${query && `,"query":${JSON.stringify(query.slice(0, LONGEST))}`}`,
  };

  function countedLane(address: string): (typeof LANES)[number] {
    try {
      return routeOf(path) ? laneOf(path, address.slice(path.length)) : 'static';
    } catch {
      return 'static';
    }
  }
}

/** As the page takes it: other parameters are dropped. */
function queryOf(url: string): string {
  const path = pathOf(url);
  try {
    if (routeOf(path)?.route.lane === 'office') return '';
    return canonicalQuery(path, new URLSearchParams(url.slice(path.length + 1)));
  } catch {
    return '';
  }
}
