import { monitorEventLoopDelay } from 'node:perf_hooks';
import { add, noCounts, type Counts } from './counts.ts';

/** What one process has done since it last said so, and how it stands. */
export interface Served {
  counts: Counts;
  /** Pages that were sent as they had been kept. */
  kept: number;
  /** Bytes. */
  memory: number;
  /** Of the event loop, ms: 99 of 100 turns were no later than that. */
  lag: number;
}

/** All processes together since the portal was started, and each as it stood last. */
export interface Totals {
  counts: Counts;
  kept: number;
  processes: { pid: number; memory: number; lag: number; at: number }[];
}

export function noTotals(): Totals {
  return { counts: noCounts(), kept: 0, processes: [] };
}

/** A process reports every so often, ms; one that has not for three times as long has ended, or stands still. */
export const REPORTS = 5_000;

/** What one process counts between two reports. */
export class Counter {
  #counts = noCounts();
  readonly #delay = monitorEventLoopDelay({ resolution: 20 });
  #keptBefore = 0;
  /** What all processes have done, as the one that started them said last. */
  totals = noTotals();

  constructor() {
    this.#delay.enable();
  }

  get counts(): Counts {
    return this.#counts;
  }

  /** `kept`: so far. */
  take(kept: number): Served {
    const counts = this.#counts;
    this.#counts = noCounts();
    const since = kept - this.#keptBefore;
    this.#keptBefore = kept;
    const lag = Math.max(0, this.#delay.percentile(99) / 1e6 - 20);
    this.#delay.reset();
    return { counts, kept: since, memory: process.memoryUsage.rss(), lag };
  }
}

export function addServed(totals: Totals, pid: number, { counts, kept, memory, lag }: Served, now: number): void {
  add(totals.counts, counts);
  totals.kept += kept;
  totals.processes = [
    ...totals.processes.filter((one) => one.pid !== pid && now - one.at <= 3 * REPORTS),
    { pid, memory, lag, at: now },
  ];
}
