import type { Item } from '../item.ts';
import type { FileRun } from './file-run.ts';
import { BATCH, type Publisher } from './publisher.ts';
import type { Settling } from './settling.ts';

/** Rows of a file on their way to the publisher, many at a time. */
export class Batch {
  readonly #publisher: Publisher;
  readonly #settling: Settling;
  readonly #file: FileRun;
  readonly #last: boolean;
  #items: Item[] = [];

  /** `last`: what waits for another notice now waits in vain. */
  constructor(publisher: Publisher, settling: Settling, file: FileRun, last: boolean) {
    this.#publisher = publisher;
    this.#settling = settling;
    this.#file = file;
    this.#last = last;
  }

  async add(item: Item): Promise<void> {
    if (this.#items.push(item) === BATCH) await this.#flush();
  }

  /** Returns when everything added has been settled. */
  async end(): Promise<void> {
    await this.#flush();
    await this.#publisher.drain();
  }

  async #flush(): Promise<void> {
    // Notices of one day stand in the order in which they came: files that list the newest first are turned round.
    const full = this.#items.toSorted(byMoment);
    this.#items = [];
    const items = full.filter((item) => {
      if (!this.#settling.isCovered(item)) return true;
      this.#file.unchanged();
      return false;
    });
    if (items.length === 0) return;
    await this.#publisher.publish(
      items.map((item) => this.#settling.restating(item)),
      (outcomes) =>
        this.#settling.together(() => {
          for (const [index, item] of items.entries())
            this.#settling.settle(this.#file, item, outcomes[index]!, this.#last);
        }),
    );
  }
}

/** As both are written; who writes them in two ways keeps the order of the file. */
function byMoment({ notice: a }: Item, { notice: b }: Item): number {
  const [one, other] = [a?.publishedAt, b?.publishedAt];
  if (typeof one !== 'string' || typeof other !== 'string' || one.length !== other.length) return 0;
  return one < other ? -1 : one > other ? 1 : 0;
}
