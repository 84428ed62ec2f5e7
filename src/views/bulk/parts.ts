import type { Format } from './files.ts';

/** A file of a format while it is being written; what goes in is a row of the table, or a line. */
export interface Writing<Item> {
  write(items: readonly Item[]): Promise<void>;
  close(): Promise<void>;
}

/** A file that was written under a name of its own, and waits for its place. */
export interface Draft {
  format: Format;
  part: number;
  rows: number;
  path: string;
}

/** Items of one format, in as many files as it takes. There is one even when there is nothing. */
export class Parts<Item> {
  readonly #format: Format;
  readonly #most: number;
  readonly #open: (path: string) => Writing<Item>;
  readonly #folder: string;
  readonly drafts: Draft[] = [];
  #writing: Writing<Item> | null = null;

  /** `folder` begins the paths of drafts. */
  constructor(format: Format, folder: string, most: number, open: (path: string) => Writing<Item>) {
    this.#format = format;
    this.#folder = folder;
    this.#most = most;
    this.#open = open;
  }

  async write(items: readonly Item[]): Promise<void> {
    for (let at = 0; at < items.length;) {
      if (!this.#writing || this.drafts.at(-1)!.rows >= this.#most) await this.#begin();
      const draft = this.drafts.at(-1)!;
      const some = items.slice(at, at + this.#most - draft.rows);
      await this.#writing!.write(some);
      draft.rows += some.length;
      at += some.length;
    }
  }

  async close(): Promise<void> {
    if (this.drafts.length === 0) await this.#begin();
    await this.#writing?.close();
    this.#writing = null;
  }

  async #begin(): Promise<void> {
    await this.#writing?.close();
    const part = this.drafts.length + 1;
    const path = `${this.#folder}/${process.pid}-${this.#format}-${part}.new`;
    this.drafts.push({ format: this.#format, part, rows: 0, path });
    this.#writing = this.#open(path);
  }
}
