import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { done, refuse, type Result } from '../values/result.ts';

/**
 * Work on bytes that a stranger sent: it has a thread of its own, and what takes too long or grows too large is killed
 * with it. Readers notice nothing; whoever asked is told.
 */
export interface Limits {
  /** ms. */
  time: number;
  /** MB of the thread's heap. */
  memory: number;
}
export const LIMITS: Limits = { time: 5_000, memory: 256 };

/** At once in one process; the others wait. */
const MOST = 2;
/** Waiting: more than so many are told to come again. */
const MOST_WAITING = 32;
const waiting: (() => void)[] = [];
let underWay = 0;

/**
 * Runs `work(input)` as the module (a path from the project's root) exports it; input and result are copied from thread
 * to thread. Refusals: `work-too-much` (over a limit), `too-many`. Rejects with what the work itself throws.
 */
export async function confined<Output>(module: string, input: unknown, limits = LIMITS): Promise<Result<Output>> {
  if (underWay >= MOST) {
    if (waiting.length >= MOST_WAITING) return refuse({ code: 'too-many', expected: '5' });
    await new Promise<void>((next) => waiting.push(next));
  }
  underWay++;
  try {
    return await run<Output>(module, input, limits);
  } finally {
    underWay--;
    waiting.shift()?.();
  }
}

function run<Output>(module: string, input: unknown, { time, memory }: Limits): Promise<Result<Output>> {
  const thread = new Worker(resolve('src/jobs/confined-thread.ts'), {
    workerData: { module: resolve(module), input },
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32 },
    // Nothing of ours is in its reach: what it reads was made by a stranger.
    env: {},
    stdout: true,
    stderr: true,
  });
  return new Promise<Result<Output>>((settle, reject) => {
    const tooMuch = () => settle(refuse({ code: 'work-too-much', expected: String(time / 1_000) }));
    const killer = setTimeout(tooMuch, time);
    thread.once('message', (said: { value: Output } | { error: string }) => {
      clearTimeout(killer);
      if ('value' in said) settle(done(said.value));
      else reject(new Error(said.error));
    });
    // Its heap is full: ERR_WORKER_OUT_OF_MEMORY.
    thread.once('error', tooMuch);
    thread.once('exit', () => {
      clearTimeout(killer);
      tooMuch();
    });
  }).finally(() => thread.terminate());
}
