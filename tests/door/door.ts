import { mkdtempSync, rmSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import type { PageHandler } from '../../src/door/page-handler.ts';
import { startServer, type ServerOptions } from '../../src/door/server.ts';
import type { Network } from '../../src/values/network.ts';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

/** A migrated database in a folder of its own. */
export function newDatabase(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-site-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'gongshi.sqlite');
  const database = new Database(path);
  migrate(database);
  database.close();
  return path;
}

/** A server with a stub for pages, on a free port; closed when the test ends. */
export async function door(
  context: TestContext,
  handler: PageHandler,
  options: Partial<ServerOptions> & { origin?: string; trustedProxies?: readonly Network[] } = {},
) {
  const path = newDatabase(context);
  const database = new Database(path, { readOnly: true });
  const settings = {
    host: '127.0.0.1',
    port: 0,
    origin: options.origin ?? 'http://portal.test:4321',
    trustedProxies: options.trustedProxies,
  };
  const server = await startServer({ settings, handler, database, ...options });
  context.after(async () => {
    await server.close(0);
    database.close();
  });
  const { port } = new URL(server.url);
  const ask = (target: string, { body, ...rest }: RequestOptions & { body?: string | Buffer } = {}): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path: target, agent: false, ...rest }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
        response.on('end', () => {
          const whole = Buffer.concat(chunks);
          resolve({ status: response.statusCode!, headers: response.headers, body: whole, text: whole.toString() });
        });
      });
      sent.on('error', reject).end(body);
    });
  return { ...server, port: Number(port), path, ask };
}

/** What comes back for these bytes until the server ends the connection; ask it to by `Connection: close`. */
export function wire(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(bytes, 'latin1')));
    socket.on('data', (chunk) => chunks.push(chunk)).on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}

/** A handler that answers with HTML and counts how often it was asked, and with what. */
export function countingHandler(page: (url: string, cookie: string) => string = (url) => `<p>${url}</p>`) {
  const asked: { url: string; headers: IncomingHttpHeaders; method: string }[] = [];
  const handler: PageHandler = (incoming, response) => {
    asked.push({ url: incoming.url!, headers: incoming.headers, method: incoming.method! });
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(page(incoming.url!, incoming.headers.cookie ?? ''));
  };
  return { asked, handler };
}
