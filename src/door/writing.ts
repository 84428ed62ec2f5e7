import type { Database } from '../database/database.ts';
import { isBusy } from '../database/faults.ts';

/** How long a form waits for the writer, ms: then it is told to come again. */
const PATIENCE = 3_000;
/** Between two looks, ms. */
const PAUSE = 50;

/**
 * Whether the database takes writers now. A process that answers readers must not stand still for a lock that another
 * holds, so whoever would write waits here, without holding anything, and comes in when the lock is free.
 */
export class Writing {
  readonly #database: Database;
  readonly #patience: number;
  #looking: Promise<boolean> | null = null;

  /** The connection must be its own, and wait for nothing (`patience: 0`). */
  constructor(database: Database, patience = PATIENCE) {
    this.#database = database;
    this.#patience = patience;
  }

  /** False when the lock was held all the while. All who wait look together. */
  async isFree(): Promise<boolean> {
    if (!this.#isHeld()) return true;
    this.#looking ??= this.#wait().finally(() => (this.#looking = null));
    return this.#looking;
  }

  /** Whether the disk takes anything at all; that another is writing just now is no fault. */
  isBroken(): boolean {
    const fault = this.#fault();
    return fault !== null && !isBusy(fault);
  }

  async #wait(): Promise<boolean> {
    const until = performance.now() + this.#patience;
    while (performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (!this.#isHeld()) return true;
    }
    return false;
  }

  /** What else is wrong with the database whoever writes will hear. */
  #isHeld(): boolean {
    return isBusy(this.#fault());
  }

  /** What a writer would meet now; null for nothing. */
  #fault(): unknown {
    try {
      this.#database.handle.exec('BEGIN IMMEDIATE');
      this.#database.handle.exec('ROLLBACK');
      return null;
    } catch (error) {
      return error;
    }
  }
}
