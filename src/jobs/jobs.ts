import { randomUUID } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { findJob, leaseJob, releaseJobs, saveFailure, saveRun } from './storage.ts';

/** Work that goes on by itself, in exactly one process of however many there are. */
export interface Job {
  name: string;
  /** ms between two runs. */
  every: number;
  /**
   * One step, which may be run again after any crash. True when it did something; `more` when it is to go on at once.
   * What it throws is kept for the administrator, and it is tried again ever more seldom.
   */
  run(now: number): Step | Promise<Step>;
}

export type Step = boolean | 'more';

export interface RunningJobs {
  /** Lets what is under way come to its end for a moment, and the jobs to whoever comes next. */
  stop(): Promise<void>;
}

export interface JobsOptions {
  now?: () => number;
  /** Said when a job fails that went well before. */
  onFailure?(name: string, error: unknown): void;
}

/** A process that dies keeps its jobs so long, ms. */
export const LEASE = 60_000;
const RENEWAL = LEASE / 3;
const LONGEST_PAUSE = 60_000;
/** How long what is under way may take when the process ends, ms. */
const PATIENCE = 1_000;

/**
 * Runs jobs until told to stop. When a job runs next, who holds it and what went wrong stand in the database, so that a
 * restart goes on where it was and two processes never do the same. A job that finds nothing to do writes nothing.
 */
export function runJobs(
  database: Database,
  jobs: readonly Job[],
  { now = Date.now, onFailure = () => {} }: JobsOptions = {},
): RunningJobs {
  const holder = randomUUID();
  /** Until when each job is ours. */
  const leases = new Map<string, number>();
  let isOver = false;
  const sleepers = new Set<() => void>();
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      sleepers.add(wake);
    });
  const running = Promise.all(jobs.map((job) => keepRunning(job)));

  async function keepRunning(job: Job): Promise<void> {
    let dueAt: number | null = null;
    while (!isOver) {
      try {
        if (!isOurs(job)) {
          // Whoever has it may put it off.
          dueAt = null;
          await rest(RENEWAL);
          continue;
        }
        dueAt ??= findJob(database, job.name)!.dueAt;
        if (dueAt > now()) await rest(Math.min(dueAt - now(), RENEWAL));
        else dueAt = await step(job);
      } catch (error) {
        // The database could not be written, perhaps for as long as somebody else does: the work is not given up.
        onFailure(job.name, error);
        dueAt = null;
        await rest(job.every);
      }
    }
  }

  /** Takes the job, or keeps it; asked again long before the lease runs out. */
  function isOurs(job: Job): boolean {
    const until = leases.get(job.name) ?? -Infinity;
    if (until - now() > LEASE - RENEWAL) return true;
    leases.delete(job.name);
    const isTaken = leaseJob(database, job.name, holder, now() + LEASE, now());
    if (isTaken) leases.set(job.name, now() + LEASE);
    return isTaken;
  }

  /** When it is due next. A step may last longer than a lease, which is kept meanwhile. */
  async function step(job: Job): Promise<number> {
    const keeping = setInterval(() => {
      try {
        isOurs(job);
      } catch {
        // Tried again in time; if it never goes, another process takes the job.
      }
    }, RENEWAL).unref();
    try {
      const result = await job.run(now());
      const dueAt = result === 'more' ? now() : now() + job.every;
      const failed = findJob(database, job.name)?.failure !== null;
      if (result !== false || failed) saveRun(database, job.name, dueAt, now());
      return dueAt;
    } catch (error) {
      if (isOver) return Infinity;
      const { attempts = 0 } = findJob(database, job.name) ?? {};
      const dueAt = now() + Math.min(job.every * 2 ** (attempts + 1), Math.max(job.every, LONGEST_PAUSE));
      saveFailure(database, job.name, reasonOf(error), dueAt, now());
      if (attempts === 0) onFailure(job.name, error);
      return dueAt;
    } finally {
      clearInterval(keeping);
    }
  }

  return {
    async stop() {
      isOver = true;
      for (const wake of sleepers) wake();
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, PATIENCE).unref())]);
      try {
        releaseJobs(database, holder);
      } catch (error) {
        // The leases run out by themselves.
        onFailure('jobs', error);
      }
    },
  };
}

/** In words for the administrator: what failed, and what was behind it. */
export function reasonOf(error: unknown): string {
  const { message, cause } = error as Error & { cause?: { message?: string; code?: string } };
  return [message, cause?.code ?? cause?.message].filter(Boolean).join(': ').slice(0, 300);
}
