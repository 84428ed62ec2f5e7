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
  readonly #turn: () => Promise<void> | null;
  #underWay = 0;

  /** `turn`: waited for where the work is done by the thread that reads what is asked. */
  constructor(most: number, always: Record<string, string>, turn: () => Promise<void> | null = () => null) {
    this.#most = most;
    this.#always = { ...always, 'retry-after': RETRY_AFTER };
    this.#busy = this.#busyAt('');
    this.#turn = turn;
  }

  /** `path`: where it was asked; programs are told in their own way. */
  async run(work: () => Promise<Answer>, path = ''): Promise<Answer> {
    if (this.#underWay >= this.#most) return isForMachines(path) ? this.#busyAt(path) : this.#busy;
    this.#underWay++;
    try {
      const turn = this.#turn();
      if (turn) await turn;
      return await work();
    } finally {
      this.#underWay--;
    }
  }

  #busyAt(path: string): Answer {
    return refusalAnswer({ code: 'too-many', expected: RETRY_AFTER }, path).with(this.#always);
  }
}

/**
 * Begins pages one after another on the thread that also reads what is asked, and reads first: a turn of the loop takes in
 * one connection, so a page waits until a turn brought nothing new, yet not longer than `BREATH` ms. Between two pages all
 * that has come is read, and whatever is kept, may not wait, or finds no room is answered.
 */
export class Turns {
  readonly #first: (() => void)[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #clock: () => number;
  #isTaken = false;
  #news = 0;

  /** `clock` in ms. */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  /** Somebody came, or asked. */
  came(): void {
    this.#news++;
  }

  /** Null where nobody waits: the page may be begun at once. `isFirst`: before all that are not. */
  next(isFirst = false): Promise<void> | null {
    if (this.#isTaken) return new Promise((resolve) => (isFirst ? this.#first : this.#waiting).push(resolve));
    this.#take();
    return null;
  }

  #take(): void {
    this.#isTaken = true;
    setImmediate(() => this.#look(this.#clock() + BREATH, -1));
  }

  #look(until: number, seen: number): void {
    const news = this.#news;
    const isAwaited = this.#first.length + this.#waiting.length > 0;
    if (news !== seen && isAwaited && this.#clock() < until) {
      setImmediate(() => this.#look(until, news));
      return;
    }
    this.#isTaken = false;
    const begin = this.#first.shift() ?? this.#waiting.shift();
    if (!begin) return;
    this.#take();
    begin();
  }
}

/** ms. */
export const BREATH = 20;

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
export function lanes(always: Record<string, string>, turns = new Turns()): Lanes {
  return {
    fast: new Lane(32, always, () => turns.next()),
    slow: new Lane(12, always),
    file: new Lane(16, always),
    office: new Lane(16, always, () => turns.next(true)),
  };
}
