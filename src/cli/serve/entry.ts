import cluster from 'node:cluster';
import { isMainThread } from 'node:worker_threads';
import { handler } from '@astrojs/node/server.js';
import { makePages } from '../../door/slow-thread.ts';
import { serve } from './process.ts';

/**
 * What `astro build` makes, as the adapter's entry: the pages, and with them the door, the process and the thread that
 * give them out. In one build they share what they need; apart, a process held the registers, their forms and the
 * labels twice, and what reads TypeScript beside them.
 */
if (!isMainThread) makePages(handler);
else if (cluster.isWorker) void serve(handler);

export { handler };
