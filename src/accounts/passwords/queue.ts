/**
 * At most two hashes at once: argon2 runs in libuv's four threads, and with more of them in flight every other
 * read of the process stalls (50 at once: 4.5 s). Who comes when the queue is full is told to come again.
 */
const AT_ONCE = 2;
const MOST_WAITING = 32;

let running = 0;
const waiting: (() => void)[] = [];

/** The queue is full. The act that asked answers with the refusal `busy` (429). */
export class Busy extends Error {}

export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running++;
  else if (waiting.length >= MOST_WAITING) throw new Busy();
  // The place is handed over, so `running` stays as it is.
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
