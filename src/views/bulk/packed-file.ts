import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';

/** A text that is packed (gzip) while it is written: a few kilobytes of it are in memory. */
export class PackedFile {
  readonly #gzip: Gzip = createGzip();
  readonly #done: Promise<void>;

  constructor(path: string) {
    this.#done = pipeline(this.#gzip, createWriteStream(path, { mode: 0o600 }));
    // Told to whoever writes or closes.
    this.#done.catch(() => {});
  }

  /** Waits for the disk; rejects when it is full. */
  async write(text: string): Promise<void> {
    if (!this.#gzip.write(text)) await Promise.race([once(this.#gzip, 'drain'), this.#done]);
  }

  async close(): Promise<void> {
    this.#gzip.end();
    await this.#done;
  }
}
