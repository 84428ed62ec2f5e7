import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ENTRY } from '../../src/cli/serve/built.ts';
import { seed } from '../../src/cli/seed.ts';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import type { PageHandler } from '../../src/door/page-handler.ts';

/** The pages in this process, over the demo stories. `path`: their database. */
export async function builtPages(folder: string): Promise<{ handler: PageHandler; path: string }> {
  const path = join(folder, 'gongshi.sqlite');
  const database = new Database(path);
  migrate(database);
  seed(database, { now: Date.now(), demo: true });
  database.close();
  process.env['GONGSHI_DATA'] = folder;
  const { handler } = (await import(pathToFileURL(ENTRY).href)) as { handler: PageHandler };
  return { handler, path };
}

/** A reader's request. */
export function asked(url: string): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url, headers: { host: 'localhost' } });
}
