import cluster, { type Worker } from 'node:cluster';
import { logFailure } from '../../views/error-log.ts';
import type { Served, Totals } from '../../watch/served.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import { ENTRY } from './built.ts';
import { SPARING } from './sparing.ts';

/** The processes that answer readers: all on one port and one database. The process that starts them answers nobody. */
export interface Fleet {
  /**
   * Puts a new process in the place of each, one after another: the new one listens before the old one takes leave, and
   * the old one finishes what it began. One that does not start leaves the old one where it is, and says why
   * (`schema-differs`: the program on the disk wants another database; the portal must be started anew).
   */
  renew(): Promise<Refusal | null>;
  /** Takes no more requests, finishes those in flight, and ends every process. */
  stop(): Promise<void>;
}

/** What all processes of a portal share. */
export interface Shared {
  key: string;
  /** Readers are answered; nobody signs in and nothing is sent in. */
  isReadOnly: boolean;
}

/** By which a process is told. */
export const READ_ONLY = 'GONGSHI_IS_READ_ONLY';

/**
 * What a process is told. `leave`: for another; `stop`: for good; `exit`: nothing is on its way to it any more; what all
 * processes have done so far, in answer to what it did itself.
 */
export type Order = 'leave' | 'stop' | 'exit' | { totals: Totals };

/** What a process tells: why it cannot serve, what it has done, that its last connection has ended, or that it is there. */
export type Report = { refused: Refusal } | { served: Served } | { left: true } | { beat: true };

/** How often a process says that its loop turns, ms. */
export const BEATS = 1_000;

/** Takes what a process has done, and says what all have. */
export type Take = (pid: number, served: Served) => Totals;

/** A process that ends by itself sooner than this has something wrong with it, ms: the next one waits as long. */
const SOON = 1_000;
/** What a process may take over its last answers, ms. */
const PATIENCE = 15_000;

/** Starts `count` processes. Refusals: what the first says of itself (`port-taken`, `cannot-listen`), `process-ended`. */
export async function startFleet(count: number, shared: Shared, take: Take): Promise<Result<Fleet>> {
  // Each takes connections by itself; handing them out takes a turn of its loop for each.
  if (process.env['NODE_CLUSTER_SCHED_POLICY'] === undefined) cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({
    exec: ENTRY,
    args: [],
    execArgv: [...process.execArgv, ...SPARING],
  });
  const serving = new Set<Worker>();
  let isStopping = false;

  const start = async (): Promise<Result<Worker>> => {
    const started = await startProcess(shared, take);
    if (started.ok) {
      serving.add(started.value);
      started.value.once('exit', (code, signal) => replaceLost(started.value, signal ?? code));
    }
    return started;
  };
  const replaceLost = (worker: Worker, how: string | number, since = Date.now()) => {
    if (!serving.delete(worker) || isStopping) return;
    logFailure({ id: `process ${worker.process.pid}`, error: `ended unexpectedly: ${how}` });
    const again = async () => {
      if (isStopping) return;
      const started = await start();
      if (started.ok) return;
      logFailure({ id: 'process', error: started.refusals[0]!.code });
      setTimeout(again, SOON);
    };
    setTimeout(again, Math.max(0, SOON - (since - startedAt(worker))));
  };

  const first = await start();
  if (!first.ok) return first;
  await Promise.all(Array.from({ length: count - 1 }, start));

  const watchdog = watch(serving);
  let renewal: Promise<Refusal | null> = Promise.resolve(null);
  return done({
    renew: () =>
      (renewal = renewal.then(async () => {
        for (const old of [...serving]) {
          if (isStopping) return null;
          const started = await start();
          if (!started.ok) {
            logFailure({ id: 'process', error: started.refusals[0]!.code });
            return started.refusals[0]!;
          }
          serving.delete(old);
          await dismiss(old, 'leave');
        }
        return null;
      })),
    async stop() {
      isStopping = true;
      clearInterval(watchdog);
      await Promise.all([...serving].map((worker) => dismiss(worker, 'stop')));
    },
  });
}

/** A process whose loop stands still for so long is put down, ms; another takes its place. */
const STANDSTILL = 5_000;
/** Its first pages load what they are made by; beside other work that takes a new process longer, ms. */
const STANDSTILL_AT_FIRST = 10_000;
const FIRST_MINUTE = 60_000;
const heard = new WeakMap<Worker, number>();

/** The time of this process, not of the wall: while it stands still itself nobody is blamed. */
function watch(serving: ReadonlySet<Worker>): NodeJS.Timeout {
  let last = performance.now();
  return setInterval(() => {
    const now = performance.now();
    const isAwake = now - last < 3 * BEATS;
    last = now;
    for (const worker of serving) {
      if (!isAwake) heard.set(worker, now);
      else if (now - (heard.get(worker) ?? now) > patienceWith(worker)) worker.process.kill('SIGKILL');
    }
  }, BEATS).unref();
}

function patienceWith(worker: Worker): number {
  return Date.now() - startedAt(worker) < FIRST_MINUTE ? STANDSTILL_AT_FIRST : STANDSTILL;
}

const starts = new WeakMap<Worker, number>();
const startedAt = (worker: Worker) => starts.get(worker) ?? 0;

function startProcess({ key, isReadOnly }: Shared, take: Take): Promise<Result<Worker>> {
  const worker = cluster.fork({
    MALLOC_ARENA_MAX: '2',
    GONGSHI_SHARED_KEY: key,
    [READ_ONLY]: isReadOnly ? '1' : '',
  });
  starts.set(worker, Date.now());
  return new Promise((resolve) => {
    worker.once('listening', () => resolve(done(worker)));
    worker.on('message', (report: Report) => {
      heard.set(worker, performance.now());
      if ('beat' in report) return;
      if ('refused' in report) resolve({ ok: false, refusals: [report.refused] });
      else if ('served' in report) worker.send({ totals: take(worker.process.pid!, report.served) } satisfies Order);
      // Whatever was handed to it before it stopped listening is in the pipe ahead of this word, and comes back.
      else worker.send('exit' satisfies Order);
    });
    worker.once('exit', (code, signal) => resolve(refuse({ code: 'process-ended', found: String(signal ?? code) })));
  });
}

function dismiss(worker: Worker, order: Order): Promise<void> {
  return new Promise((resolve) => {
    const kill = setTimeout(() => worker.process.kill('SIGKILL'), PATIENCE);
    worker.once('exit', () => {
      clearTimeout(kill);
      resolve();
    });
    if (worker.isConnected()) worker.send(order);
  });
}
