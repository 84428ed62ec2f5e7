import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { passes } from './double-filter.ts';

/**
 * A stand-in for a Meilisearch server, as far as the portal speaks to one: real HTTP, a queue of tasks, its error codes,
 * its limits, and what it makes of indexes that come and go. It matches phrases letter by letter, where the real one cuts
 * words by a dictionary.
 */
export interface Double {
  url: string;
  /** Every task taken, in order. */
  tasks: Task[];
  /** The portal's mark is not among them. */
  documents(index: string): Document[];
  /** Each request that comes in: answer it otherwise by giving a status, or never by giving `hang`. */
  disturb(how: ((method: string, path: string) => 'hang' | 'drop' | number | undefined) | null): void;
  /** The next tasks end as failed. */
  failTasks(isFailing: boolean): void;
  close(): Promise<void>;
}

export type Document = Record<string, unknown> & { id: number };
interface Task {
  uid: number;
  type: string;
  indexUid: string | null;
  status: 'enqueued' | 'succeeded' | 'failed';
  error: object | null;
}
interface Index {
  primaryKey: string | null;
  documents: Map<number, Document>;
  settings: Record<string, unknown> & {
    pagination?: { maxTotalHits: number };
    searchableAttributes?: string[];
    filterableAttributes?: string[];
  };
}

/** A request may bring so many bytes, unless told otherwise. */
const PAYLOAD_LIMIT = 104_857_600;

export const KEY = 'a key of the double';

export async function startDouble({ payloadLimit = PAYLOAD_LIMIT } = {}): Promise<Double> {
  const indexes = new Map<string, Index>();
  const tasks: Task[] = [];
  let disturbance: Parameters<Double['disturb']>[0] = null;
  let isFailing = false;

  const enqueue = (type: string, indexUid: string | null, work: () => Problem | undefined): [number, object] => {
    const task: Task = { uid: tasks.length, type, indexUid, status: 'enqueued', error: null };
    tasks.push(task);
    // Done in its turn, after the answer that it was taken.
    setImmediate(() => {
      const failed = isFailing ? problem('internal', 'no space left on device', 'internal') : work();
      if (failed) Object.assign(task, { status: 'failed', error: failed.body });
      else task.status = 'succeeded';
    });
    return [202, { taskUid: task.uid, indexUid, status: 'enqueued', type, enqueuedAt: new Date().toISOString() }];
  };
  const notFound = (uid: string) => problem('index_not_found', `Index \`${uid}\` not found.`);
  /** Whoever writes to an index that is not there makes it. */
  const indexNamed = (uid: string): Index => {
    const index = indexes.get(uid) ?? { primaryKey: null, documents: new Map(), settings: {} };
    indexes.set(uid, index);
    return index;
  };

  const addDocuments = (uid: string, documents: Document[]): Problem | undefined => {
    const index = indexNamed(uid);
    if (index.primaryKey === null) {
      const candidates = Object.keys(documents[0] ?? {}).filter((name) => /id$/i.test(name));
      if (candidates.length !== 1)
        return problem('index_primary_key_multiple_candidates_found', 'The primary key inference failed.');
      index.primaryKey = candidates[0]!;
    }
    for (const document of documents) index.documents.set(document.id, document);
    return undefined;
  };

  const answer = (method: string, path: string, body: unknown): [number, object] => {
    const [, first, uid = '', part] = path.split('/');
    const index = indexes.get(uid);
    const missing = (): [number, object] => [404, notFound(uid).body];
    if (first === 'health') return [200, { status: 'available' }];
    if (first === 'tasks')
      return tasks[Number(uid)]
        ? [200, tasks[Number(uid)]!]
        : [404, problem('task_not_found', `Task \`${uid}\` not found.`).body];
    if (first === 'swap-indexes') {
      const pairs = body as { indexes: [string, string] }[];
      return enqueue('indexSwap', null, () => {
        const unknown = pairs.flatMap(({ indexes: names }) => names).find((name) => !indexes.has(name));
        if (unknown !== undefined) return notFound(unknown);
        for (const {
          indexes: [a, b],
        } of pairs) {
          const [one, other] = [indexes.get(a)!, indexes.get(b)!];
          indexes.set(a, other).set(b, one);
        }
        return undefined;
      });
    }
    if (first === 'multi-search') return multiSearch((body as { queries: Query[] }).queries, indexes);
    if (method === 'POST' && !uid) {
      const { uid: made, primaryKey = null } = body as { uid: string; primaryKey?: string };
      return enqueue('indexCreation', made, () => {
        if (indexes.has(made)) return problem('index_already_exists', `Index \`${made}\` already exists.`);
        indexes.set(made, { primaryKey, documents: new Map(), settings: {} });
        return undefined;
      });
    }
    if (method === 'GET' && !part) return index ? [200, { uid, primaryKey: index.primaryKey }] : missing();
    if (method === 'DELETE' && !part)
      return enqueue('indexDeletion', uid, () => (indexes.delete(uid) ? undefined : notFound(uid)));
    if (part === 'settings' && method === 'GET') return index ? [200, { ...DEFAULTS, ...index.settings }] : missing();
    if (part === 'settings')
      return enqueue('settingsUpdate', uid, () => {
        Object.assign(indexNamed(uid).settings, body);
        return undefined;
      });
    if (part === 'stats')
      return index ? [200, { numberOfDocuments: index.documents.size, isIndexing: false }] : missing();
    if (part === 'documents' && method === 'GET')
      return index ? [200, { results: [...index.documents.values()], total: index.documents.size }] : missing();
    if (part === 'documents' && method === 'DELETE')
      return enqueue('documentDeletion', uid, () => {
        index?.documents.clear();
        return index ? undefined : notFound(uid);
      });
    if (path.endsWith('/documents/delete-batch'))
      return enqueue('documentDeletion', uid, () => {
        if (!index) return notFound(uid);
        for (const id of body as number[]) index.documents.delete(id);
        return undefined;
      });
    if (part === 'documents')
      return enqueue('documentAdditionOrUpdate', uid, () => addDocuments(uid, body as Document[]));
    return [404, problem('not_found', path).body];
  };

  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    const disturbed = disturbance?.(method, url);
    if (disturbed === 'hang') return;
    if (disturbed === 'drop') return void request.socket.destroy();
    void bytesOf(request).then((bytes) => {
      const [status, said] =
        disturbed !== undefined
          ? [disturbed, problem('internal', 'out of order', 'internal').body]
          : (unauthorised(request) ??
            tooLarge(bytes, payloadLimit) ??
            answer(method, url.split('?')[0]!, bodyOf(request, bytes)));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tasks,
    documents: (index) => [...(indexes.get(index)?.documents.values() ?? [])].filter((document) => document.id !== 0),
    disturb: (how) => (disturbance = how),
    failTasks: (failing) => (isFailing = failing),
    close: () => close(server),
  };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** What the settings of an index are until somebody gives it others. */
const DEFAULTS = { searchableAttributes: ['*'], filterableAttributes: [], sortableAttributes: [], stopWords: [] };

interface Problem {
  body: object;
}

function problem(code: string, message: string, type = 'invalid_request'): Problem {
  return { body: { message, code, type, link: `https://docs.meilisearch.com/errors#${code}` } };
}

function unauthorised({ headers }: IncomingMessage): [number, object] | undefined {
  if (headers.authorization === undefined)
    return [401, problem('missing_authorization_header', 'The Authorization header is missing.', 'auth').body];
  return headers.authorization === `Bearer ${KEY}`
    ? undefined
    : [403, problem('invalid_api_key', 'The provided API key is invalid.', 'auth').body];
}

function tooLarge({ length }: Buffer, limit: number): [number, object] | undefined {
  if (length <= limit) return undefined;
  const most = `The maximum accepted payload size is ${(limit / 2 ** 20).toFixed(2)} MiB.`;
  return [413, problem('payload_too_large', `The provided payload reached the size limit. ${most}`).body];
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function bodyOf({ headers }: IncomingMessage, bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  const text = bytes.toString();
  return headers['content-type'] === 'application/x-ndjson'
    ? text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as unknown)
    : JSON.parse(text);
}

interface Query {
  indexUid: string;
  q: string;
  filter?: string[];
  facets?: string[];
  sort?: string[];
  limit?: number;
  distinct?: string;
  attributesToSearchOn?: string[];
  attributesToRetrieve?: string[];
}

const MOST_HITS = 1_000;

function multiSearch(queries: readonly Query[], indexes: ReadonlyMap<string, Index>): [number, object] {
  for (const { indexUid, filter = [] } of queries) {
    const { filterableAttributes = [] } = indexes.get(indexUid)?.settings ?? {};
    const named = filter.flatMap((one) => one.match(/\w+(?= (?:=|[<>]|IN|NOT|IS) ?)/g) ?? []);
    const other = named.find((name) => indexes.has(indexUid) && !filterableAttributes.includes(name));
    if (other !== undefined)
      return [400, problem('invalid_search_filter', `Attribute \`${other}\` is not filterable.`).body];
  }
  const unknown = queries.find(({ indexUid }) => !indexes.has(indexUid));
  if (unknown) return [404, problem('index_not_found', `Index \`${unknown.indexUid}\` not found.`).body];
  return [
    200,
    {
      results: queries.map((query) => ({
        indexUid: query.indexUid,
        query: query.q,
        ...search(indexes.get(query.indexUid)!, query),
      })),
    },
  ];
}

function search(
  { documents, settings }: Index,
  { q, filter = [], facets, sort = [], limit = 20, distinct, attributesToSearchOn, attributesToRetrieve }: Query,
): object {
  const attributes = attributesToSearchOn ?? settings.searchableAttributes ?? [];
  const shown = settings['displayedAttributes'] as string[] | undefined;
  const phrases = [...q.matchAll(/(-?)"([^"]*)"/g)].map(([, sign, phrase]) => ({
    isWanted: sign === '',
    phrase: bare(phrase!),
  }));
  const found = [...documents.values()].filter(
    (document) =>
      filter.every((one) => passes(one, document)) &&
      phrases.every(({ isWanted, phrase }) => standsIn(phrase, document, attributes) === isWanted),
  );
  const [field, direction] = (sort[0] ?? 'id:asc').split(':') as [string, string];
  found.sort((a, b) => (Number(a[field]) - Number(b[field])) * (direction === 'desc' ? -1 : 1));
  const one =
    distinct === undefined
      ? found
      : [...new Map(found.toReversed().map((document) => [document[distinct], document])).values()].toReversed();
  const cap = settings.pagination?.maxTotalHits ?? MOST_HITS;
  return {
    hits: one
      .slice(0, Math.min(limit, cap))
      .map((document) =>
        Object.fromEntries(
          Object.entries(document).filter(
            ([name]) => (shown?.includes(name) ?? true) && (attributesToRetrieve?.includes(name) ?? true),
          ),
        ),
      ),
    limit,
    offset: 0,
    estimatedTotalHits: Math.min(one.length, cap),
    processingTimeMs: 0,
    ...(facets && {
      facetDistribution: Object.fromEntries(
        facets.map((name) => [name, counts(one.map((document) => String(document[name])))]),
      ),
    }),
  };
}

function counts(values: readonly string[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const value of values) counted[value] = (counted[value] ?? 0) + 1;
  return counted;
}

function standsIn(phrase: string, document: Document, attributes: readonly string[]): boolean {
  return attributes.some((attribute) =>
    [document[attribute]].flat().some((text) => bare(String(text ?? '')).includes(phrase)),
  );
}

/** Words follow each other in a phrase whatever signs stand between. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
