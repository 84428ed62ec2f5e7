import type { Answer } from './answer.ts';
import { refusalAnswer } from './refusal.ts';
import { isForMachines } from '../views/routes.ts';

/**
 * What may be under way at once of one sort of work. Who comes when it is full is told so at once, with when to come
 * back, and costs next to nothing; so those let in are answered in time however many come.
 */
export class Lane {
  readonly #most: number;
  readonly #busy: Answer;
  readonly #always: Record<string, string>;
  #underWay = 0;

  constructor(most: number, always: Record<string, string>) {
    this.#most = most;
    this.#always = { ...always, 'retry-after': RETRY_AFTER };
    this.#busy = this.#busyAt('');
  }

  /** `path`: where it was asked; programs are told in their own way. */
  async run(work: () => Promise<Answer>, path = ''): Promise<Answer> {
    if (this.#underWay >= this.#most) return isForMachines(path) ? this.#busyAt(path) : this.#busy;
    this.#underWay++;
    try {
      return await work();
    } finally {
      this.#underWay--;
    }
  }

  #busyAt(path: string): Answer {
    return refusalAnswer({ code: 'too-many', expected: RETRY_AFTER }, path).with(this.#always);
  }
}

/** Seconds. */
export const RETRY_AFTER = '2';

/** Readers never take a place of the office's, a file none of a page's, and a page that is quickly made never waits for one that searches. */
export interface Lanes {
  fast: Lane;
  slow: Lane;
  file: Lane;
  office: Lane;
}

/** Pages are made one at a time on their thread: so many take tenths of a second, and the last one in is still answered in time. */
export function lanes(always: Record<string, string>): Lanes {
  return {
    fast: new Lane(32, always),
    slow: new Lane(12, always),
    file: new Lane(16, always),
    office: new Lane(16, always),
  };
}
