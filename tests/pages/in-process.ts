import { request, type RequestOptions } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ENTRY } from '../../src/cli/serve/built.ts';
import { seed } from '../../src/cli/seed.ts';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import type { PageHandler } from '../../src/door/page-handler.ts';
import { startServer } from '../../src/door/server.ts';
import type { Reply } from '../door/door.ts';

export interface OpenDoor {
  /** Of the database. */
  path: string;
  /** Where it listens. */
  url: string;
  handler: PageHandler;
  ask(target: string, options?: RequestOptions & { body?: string }): Promise<Reply>;
  close(): Promise<void>;
}

/** The built pages over the demo stories behind the real door, in this process; once a process. */
export async function openDoor(folder: string): Promise<OpenDoor> {
  const path = join(folder, 'gongshi.sqlite');
  const seeded = new Database(path);
  migrate(seeded);
  seed(seeded, { now: Date.now(), demo: true });
  seeded.close();
  process.env['GONGSHI_DATA'] = folder;
  const { handler } = (await import(pathToFileURL(ENTRY).href)) as { handler: PageHandler };
  const database = new Database(path, { readOnly: true });
  const settings = { host: '127.0.0.1', port: 0, origin: 'http://portal.test:4321', data: folder };
  const server = await startServer({ settings, handler, database });
  const { port } = new URL(server.url);
  return {
    path,
    url: server.url,
    handler,
    ask: (target, { body, ...rest } = {}) =>
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
      }),
    async close() {
      await server.close(0);
      database.close();
    },
  };
}
