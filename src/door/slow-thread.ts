import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { capture, type PageHandler } from './page-handler.ts';
import type { Asked, Made } from './slow-pages.ts';

/** On Linux a priority belongs to the thread: pages that are quickly made go first. */
const LOW_PRIORITY = 10;

/** From now on this thread is the one that `SlowPages` asks. */
export function makePages(handler: PageHandler): void {
  if (process.platform === 'linux') setPriority(LOW_PRIORITY);
  parentPort!.on('message', (asked: Asked) => {
    void make(asked, handler).then((made) => parentPort!.postMessage(made));
  });
}

async function make({ number, url, headers, body }: Asked, handler: PageHandler): Promise<Made> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: body ? 'POST' : 'GET', url, headers, ...(body && { body: Buffer.from(body) }) });
  try {
    return { number, page: await capture(handler, request) };
  } catch (error) {
    return { number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
