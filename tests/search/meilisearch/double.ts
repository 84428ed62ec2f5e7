import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { passes } from './double-filter.ts';

/**
 * A stand-in for a Meilisearch server, as far as the portal speaks to one: real HTTP, a queue of tasks, its error codes
 * and its cap on hits. It matches phrases letter by letter, where the real one cuts words by a dictionary.
 */
export interface Double {
  url: string;
  /** Every task taken, in order. */
  tasks: Task[];
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
  documents: Map<number, Document>;
  settings: { pagination?: { maxTotalHits: number }; searchableAttributes?: string[] };
}

export const KEY = 'a key of the double';

export async function startDouble(): Promise<Double> {
  const indexes = new Map<string, Index>();
  const tasks: Task[] = [];
  let disturbance: Parameters<Double['disturb']>[0] = null;
  let isFailing = false;

  const enqueue = (type: string, indexUid: string | null, work: () => void): [number, object] => {
    const task: Task = { uid: tasks.length, type, indexUid, status: 'enqueued', error: null };
    tasks.push(task);
    // Done in its turn, after the answer that it was taken.
    setImmediate(() => {
      if (isFailing)
        Object.assign(task, {
          status: 'failed',
          error: problem('internal', 'no space left on device', 'internal').body,
        });
      else {
        work();
        task.status = 'succeeded';
      }
    });
    return [202, { taskUid: task.uid, indexUid, status: 'enqueued', type, enqueuedAt: new Date().toISOString() }];
  };

  const answer = (method: string, path: string, body: unknown): [number, object] => {
    const [, first, uid = '', part] = path.split('/');
    const index = indexes.get(uid);
    const missing = () => [404, problem('index_not_found', `Index \`${uid}\` not found.`).body] as [number, object];
    if (first === 'health') return [200, { status: 'available' }];
    if (first === 'tasks')
      return tasks[Number(uid)]
        ? [200, tasks[Number(uid)]!]
        : [404, problem('task_not_found', `Task \`${uid}\` not found.`).body];
    if (first === 'swap-indexes') {
      const pairs = body as { indexes: [string, string] }[];
      return enqueue('indexSwap', null, () => {
        for (const {
          indexes: [a, b],
        } of pairs) {
          const [one, other] = [indexes.get(a)!, indexes.get(b)!];
          indexes.set(a, other).set(b, one);
        }
      });
    }
    if (first === 'multi-search') return multiSearch((body as { queries: Query[] }).queries, indexes);
    if (method === 'POST' && !uid) {
      const { uid: made } = body as { uid: string };
      return enqueue('indexCreation', made, () => void indexes.set(made, { documents: new Map(), settings: {} }));
    }
    if (method === 'GET' && !part) return index ? [200, { uid, primaryKey: 'id' }] : missing();
    if (method === 'DELETE' && !part) return enqueue('indexDeletion', uid, () => void indexes.delete(uid));
    if (part === 'settings')
      return enqueue('settingsUpdate', uid, () => void Object.assign(indexes.get(uid)!.settings, body));
    if (part === 'documents') {
      return enqueue('documentAdditionOrUpdate', uid, () => {
        for (const document of body as Document[]) indexes.get(uid)!.documents.set(document.id, document);
      });
    }
    return [404, problem('not_found', path).body];
  };

  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    const disturbed = disturbance?.(method, url);
    if (disturbed === 'hang') return;
    if (disturbed === 'drop') return void request.socket.destroy();
    void bodyOf(request).then((body) => {
      const [status, said] =
        disturbed !== undefined
          ? [disturbed, problem('internal', 'out of order', 'internal').body]
          : (unauthorised(request) ?? answer(method, url.split('?')[0]!, body));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tasks,
    documents: (index) => [...(indexes.get(index)?.documents.values() ?? [])],
    disturb: (how) => (disturbance = how),
    failTasks: (failing) => (isFailing = failing),
    close: () => close(server),
  };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function problem(code: string, message: string, type = 'invalid_request'): { body: object } {
  return { body: { message, code, type, link: `https://docs.meilisearch.com/errors#${code}` } };
}

function unauthorised({ headers }: IncomingMessage): [number, object] | undefined {
  if (headers.authorization === undefined)
    return [401, problem('missing_authorization_header', 'The Authorization header is missing.', 'auth').body];
  return headers.authorization === `Bearer ${KEY}`
    ? undefined
    : [403, problem('invalid_api_key', 'The provided API key is invalid.', 'auth').body];
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString());
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
}

const MOST_HITS = 1_000;

function multiSearch(queries: readonly Query[], indexes: ReadonlyMap<string, Index>): [number, object] {
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
  { q, filter = [], facets, sort = [], limit = 20, distinct, attributesToSearchOn }: Query,
): object {
  const attributes = attributesToSearchOn ?? settings.searchableAttributes ?? [];
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
    hits: one.slice(0, Math.min(limit, cap)).map(({ id }) => ({ id })),
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
