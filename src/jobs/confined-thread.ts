import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** The thread of `confined.ts`. */
const { module, input } = workerData as { module: string; input: unknown };
const { work } = (await import(pathToFileURL(module).href)) as { work: (input: unknown) => unknown };
try {
  parentPort!.postMessage({ value: await work(input) });
} catch (error) {
  parentPort!.postMessage({ error: error instanceof Error ? error.message : String(error) });
}
