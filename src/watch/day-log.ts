import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { DAY, dayOf } from '../values/date.ts';

/** Where the logs of a portal stand. */
export function logFolder(data: string): string {
  return join(data, 'log');
}

/** 等保 and the 网络安全法 (art. 21) ask for six months. */
const KEPT = 180 * DAY;
/** How long a line may wait, ms. */
const PAUSE = 1_000;
/** Bytes of one write: whole lines, so that those of several processes never mix. */
const BLOCK = 64 * 1024;
/** Blocks that may wait when the disk does not take them; more is lost rather than the memory of the portal. */
const MOST_WAITING = 512;

/**
 * One file a day (Shanghai) of JSON lines, `<name>-yyyy-mm-dd.jsonl`, which several processes append to: with O_APPEND,
 * and each write ends with a line. Lines are written once a second, off the way of the request.
 */
export class DayLog {
  readonly #folder: string;
  readonly #name: string;
  readonly #now: () => number;
  readonly #onFailure: (error: unknown) => void;
  /** Full ones; lines are put into blocks at once, for many strings that wait are work for the collector. */
  #waiting: Buffer[] = [];
  #block: Buffer | null = null;
  #used = 0;
  #timer: NodeJS.Timeout | null = null;
  #isFailing = false;
  #last: Promise<void> = Promise.resolve();

  constructor(
    folder: string,
    name: string,
    { now = Date.now, onFailure = () => {} }: { now?: () => number; onFailure?: (error: unknown) => void } = {},
  ) {
    this.#folder = folder;
    this.#name = name;
    this.#now = now;
    this.#onFailure = onFailure;
  }

  /** One line, with its end; a line longer than a block is none of ours. */
  write(line: string): void {
    const most = 3 * line.length;
    if (most > BLOCK) return;
    if (this.#block && this.#used + most > BLOCK) this.#close();
    if (this.#waiting.length > MOST_WAITING) return this.#failed(new Error('the disk takes no lines: some are lost'));
    this.#block ??= Buffer.allocUnsafeSlow(BLOCK);
    this.#used += this.#block.write(line, this.#used);
    this.#timer ??= setTimeout(() => void this.flush(), PAUSE).unref();
  }

  #close(): void {
    if (this.#block) this.#waiting.push(this.#block.subarray(0, this.#used));
    this.#block = null;
    this.#used = 0;
  }

  /** Writes what waits; one after another. */
  flush(): Promise<void> {
    return (this.#last = this.#last.then(() => this.#write()));
  }

  async #write(): Promise<void> {
    const blocks = this.#take();
    if (blocks.length === 0) return;
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const file = await open(this.#path(), 'a', 0o600);
      try {
        for (const block of blocks) await file.appendFile(block);
      } finally {
        await file.close();
      }
      this.#isFailing = false;
    } catch (error) {
      this.#failed(error);
    }
  }

  /** The same at once: for a process that ends. */
  flushNow(): void {
    const blocks = this.#take();
    if (blocks.length === 0) return;
    try {
      append(this.#folder, this.#path(), blocks);
    } catch (error) {
      this.#failed(error);
    }
  }

  #path(): string {
    return join(this.#folder, fileName(this.#name, this.#now()));
  }

  #take(): Buffer[] {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#close();
    const blocks = this.#waiting;
    this.#waiting = [];
    return blocks;
  }

  /** Said once, not every second. */
  #failed(error: unknown): void {
    if (!this.#isFailing) this.#onFailure(error);
    this.#isFailing = true;
  }
}

/** Appends lines to the files of their days, at once. */
export function appendLines(folder: string, name: string, lines: readonly { at: number; line: string }[]): void {
  const byFile = Map.groupBy(lines, ({ at }) => fileName(name, at));
  for (const [file, some] of byFile)
    append(
      folder,
      join(folder, file),
      some.map(({ line }) => Buffer.from(line)),
    );
}

function append(folder: string, path: string, blocks: readonly Buffer[]): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openSync(path, 'a', 0o600);
  try {
    for (const block of blocks) writeSync(file, block);
  } finally {
    closeSync(file);
  }
}

const fileName = (name: string, at: number) => `${name}-${dayOf(at)}.jsonl`;

const FILE = /^(?:access|trail)-(\d{4}-\d\d-\d\d)\.jsonl$/;

/** The first day of which logs are kept. */
export function keptSince(now: number): string {
  return dayOf(now - KEPT);
}

/** Removes files of days before; whether there were any. Other files of the folder are not ours. */
export function removeOldLogs(folder: string, now: number): boolean {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return false;
  }
  const since = keptSince(now);
  const old = names.filter((name) => {
    const day = FILE.exec(name)?.[1];
    return day !== undefined && day < since;
  });
  for (const name of old) rmSync(join(folder, name), { force: true });
  return old.length > 0;
}
