import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { setPriority } from 'node:os';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { capture, type PageHandler } from './page-handler.ts';
import type { Asked, Made } from './slow-pages.ts';

/** The thread of `SlowPages`. On Linux a priority belongs to the thread: pages that are quickly made go first. */
const LOW_PRIORITY = 10;
if (process.platform === 'linux') setPriority(LOW_PRIORITY);

const { handler } = (await import(pathToFileURL(workerData as string).href)) as { handler: PageHandler };

parentPort!.on('message', (asked: Asked) => {
  void make(asked).then((made) => parentPort!.postMessage(made));
});

async function make({ number, url, headers, body }: Asked): Promise<Made> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: body ? 'POST' : 'GET', url, headers, ...(body && { body: Buffer.from(body) }) });
  try {
    return { number, page: await capture(handler, request) };
  } catch (error) {
    return { number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
